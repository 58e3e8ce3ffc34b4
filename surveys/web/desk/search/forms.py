"""What somebody looks for. The filters stand in the address, the words never do."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from surveys.core.languages import LANGUAGES
from surveys.organisations.queries import Organisation
from surveys.themes import queries as themes
from surveys.web import nhs_forms as nhs
from surveys.web.desk import wording
from surveys.web.desk.listen.filters import days_of, periods

ANY = cast("str", gettext_lazy("Any"))
WORDS = "words"
LENGTHS = {
    "short": gettext_lazy("Up to 20 words"),
    "medium": gettext_lazy("21 to 100 words"),
    "long": gettext_lazy("More than 100 words"),
}
# Easy Read is English: what is written there is in the same language.
SPOKEN = {language.tag: language.english_name for language in reversed(LANGUAGES)}


class SearchForm(nhs.NhsForm):
    """Every field may stay empty. What was told after a loss names no unit and is of one part of care."""

    words = nhs.CharField(
        label=gettext_lazy("Words"),
        label_size="s",
        help_text=gettext_lazy(
            "All of them are looked for. Put words that belong together in quotes: “gas and air”. "
            "Write nurs* for all words that begin so."
        ),
        required=False,
        max_length=200,
        attributes={"dir": "auto"},
        autocomplete="off",
    )
    when = nhs.SelectField(label=gettext_lazy("When"), empty=ANY, required=False)
    unit = nhs.SelectField(label=gettext_lazy("Where"), empty=ANY, required=False)
    stage = nhs.SelectField(
        label=gettext_lazy("Part of care"),
        choices=list(wording.STAGES.items()),
        empty=ANY,
        required=False,
    )
    theme = nhs.SelectField(label=gettext_lazy("Theme"), empty=ANY, required=False)
    feeling = nhs.SelectField(
        label=gettext_lazy("Said about the theme"),
        choices=list(wording.SENTIMENTS.items()),
        empty=ANY,
        required=False,
    )
    decided = nhs.SelectField(
        label=gettext_lazy("Themes"),
        choices=[
            ("people", gettext_lazy("Decided by a person")),
            ("machine", gettext_lazy("Only suggested")),
        ],
        empty=ANY,
        required=False,
    )
    language = nhs.SelectField(
        label=gettext_lazy("Language"),
        choices=[(themes.NOT_ENGLISH, gettext_lazy("Not English")), *reversed(SPOKEN.items())],
        empty=ANY,
        required=False,
    )
    quote = nhs.SelectField(
        label=gettext_lazy("May we quote it?"),
        choices=[("yes", gettext_lazy("She agreed")), ("no", gettext_lazy("She did not agree"))],
        empty=ANY,
        required=False,
    )
    length = nhs.SelectField(
        label=gettext_lazy("Length"), choices=list(LENGTHS.items()), empty=ANY, required=False
    )

    def __init__(
        self,
        data: Any,
        *,
        units: list[Organisation],
        titles: Mapping[str, str],
        after_loss: bool,
        now: datetime,
    ) -> None:
        super().__init__(data)
        self.now = now
        self._offer("unit", [(str(unit.pk), unit.name) for unit in units])
        self._offer("theme", list(titles.items()))
        self._offer("when", periods(now))
        if after_loss:
            del self.fields["unit"], self.fields["stage"]

    def _offer(self, name: str, choices: list[tuple[str, Any]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean_words(self) -> str:
        """Something in which there is a word."""
        words: str = self.cleaned_data[WORDS]
        if words and not themes.terms(words):
            self.add_error(WORDS, _("Write at least one word, or leave the box empty"))
        return words

    def filters(self) -> dict[str, str]:
        """The filters that narrow the search; one with an answer that is not offered is left out."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value and name != WORDS}

    def looked(self) -> themes.Looked:
        """What to look for."""
        said = self.filters()
        since, until = days_of(said.get("when", ""), self.now)
        return themes.Looked(
            terms=themes.terms(self.cleaned_data.get(WORDS, "")),
            code=said.get("theme", ""),
            sentiment=said.get("feeling", ""),
            decided=said.get("decided", ""),
            stage=said.get("stage", ""),
            unit_id=UUID(said["unit"]) if said.get("unit") else None,
            since=since,
            until=until,
            language=said.get("language", ""),
            quotable=said.get("quote", ""),
            length=said.get("length", ""),
        )

    def chosen(self) -> list[tuple[str, str]]:
        """The filters in words: what each is called, and what was chosen."""
        said = self.filters()
        return [
            (str(self.fields[name].label), str(dict(self.fields[name].choices)[value]))  # type: ignore[attr-defined]
            for name, value in said.items()
        ]
