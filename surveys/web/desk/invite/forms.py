"""What is printed, or shown on another site: for which place, and in which languages."""

from collections.abc import Iterable
from typing import Any, cast

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from surveys.core.languages import BY_CODE, EASY_READ, ENGLISH, LANGUAGES, Language
from surveys.organisations.queries import Organisation
from surveys.web import nhs_forms as nhs
from surveys.web.desk.invite.printing import Size

SPOKEN = [language for language in LANGUAGES if language != EASY_READ]
MOST_OTHERS = 3


def _named(language: Language) -> tuple[str, str]:
    if language == ENGLISH:
        return language.code, language.name
    return language.code, f"{language.english_name} ({language.name})"


class PlaceForm(nhs.NhsForm):
    """Which place it leads to, and the language in which somebody arrives."""

    place = nhs.SelectField(label=gettext_lazy("For which place?"), label_size="m", choices=[])
    language = nhs.SelectField(
        label=gettext_lazy("In which language?"),
        label_size="m",
        choices=[_named(language) for language in SPOKEN],
    )

    def __init__(self, *args: Any, places: Iterable[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("nhs.SelectField", self.fields["place"]).choices = [
            (place.short_code, place.name) for place in places
        ]

    def first(self) -> Language:
        """The language in which it leads to the pages; only of a valid form."""
        return BY_CODE[self.cleaned_data["language"]]


class PosterForm(PlaceForm):
    """The same for paper, which can hold three languages more."""

    others = nhs.MultipleChoiceField(
        label=gettext_lazy("Other languages on it"),
        label_size="m",
        help_text=gettext_lazy("Three at most, such as those that most women here read"),
        choices=[_named(language) for language in SPOKEN],
        required=False,
        small=True,
    )
    size = nhs.RadioField(
        label=gettext_lazy("What shall it be?"),
        label_size="m",
        choices=Size.choices,
        hints={
            Size.A4: gettext_lazy("For a wall or a door"),
            Size.A5: gettext_lazy("For a bedside or a counter"),
            Size.CARDS: gettext_lazy("Eight on a sheet of A4 to cut, each in one of the languages"),
        },
        error_messages={"required": gettext_lazy("Choose a size")},
    )
    field_order = ("place", "size", "language", "others")

    def clean_others(self) -> list[str]:
        first = self.cleaned_data.get("language")
        others = [code for code in self.cleaned_data["others"] if code != first]
        if len(others) > MOST_OTHERS:
            self.add_error("others", _("Choose three at most, so that the letters stay large"))
        return others

    def languages(self) -> list[Language]:
        """The first language, then the others; only of a valid form."""
        return [self.first(), *(BY_CODE[code] for code in self.cleaned_data["others"])]
