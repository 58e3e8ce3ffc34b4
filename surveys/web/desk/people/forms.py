"""The forms of People: a role, a key, a help line."""

from collections.abc import Iterable
from typing import Any, cast

from django.core.validators import URLValidator
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from surveys.organisations.queries import HelpLine, Organisation
from surveys.people.roles import ROLES
from surveys.web import nhs_forms as nhs


class AtPlace(nhs.NhsForm):
    """A form that asks for one of several organisations."""

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        places: Iterable[Organisation],
        initial: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(data, initial=initial)
        self.places = {place.slug: place for place in places}
        choices = [(slug, place.name) for slug, place in self.places.items()]
        self.fields["place"].choices = choices  # type: ignore[attr-defined]

    def chosen_place(self) -> Organisation:
        """The chosen organisation."""
        return self.places[self.cleaned_data["place"]]


class RoleForm(AtPlace):
    """Who is to have which role where."""

    email = nhs.EmailField(
        label=gettext_lazy("E-mail address"),
        label_size="s",
        autocomplete="off",
        help_text=gettext_lazy("Sign-in codes go there, so it must be read by this person only."),
        error_messages={"required": gettext_lazy("Enter an e-mail address")},
    )
    name = nhs.CharField(
        label=gettext_lazy("Name"),
        label_size="s",
        max_length=120,
        error_messages={"required": gettext_lazy("Enter a name")},
    )
    role = nhs.RadioField(
        label=gettext_lazy("Role"),
        label_size="s",
        choices=[(role.name, role.title) for role in ROLES.values()],
        hints={role.name: role.description for role in ROLES.values()},
        error_messages={"required": gettext_lazy("Choose a role")},
    )
    place = nhs.SelectField(
        label=gettext_lazy("Where?"),
        label_size="s",
        help_text=gettext_lazy("The role reaches everything that is part of this organisation."),
        empty=cast("str", gettext_lazy("Choose an organisation")),
        error_messages={"required": gettext_lazy("Choose an organisation")},
    )


class KeyForm(AtPlace):
    """What a key is for."""

    name = nhs.CharField(
        label=gettext_lazy("What will use the key?"),
        label_size="s",
        help_text=gettext_lazy("For example: the trust’s survey system."),
        max_length=120,
        error_messages={"required": gettext_lazy("Say what will use the key")},
    )
    place = nhs.SelectField(
        label=gettext_lazy("For which organisation?"),
        label_size="s",
        help_text=gettext_lazy("The key reads and sends for this organisation and all its parts."),
        empty=cast("str", gettext_lazy("Choose an organisation")),
        error_messages={"required": gettext_lazy("Choose an organisation")},
    )


class HelpLineForm(nhs.NhsForm):
    """How help is reached."""

    purpose = nhs.SelectField(
        label=gettext_lazy("What is it for?"),
        label_size="s",
        choices=HelpLine.Purpose.choices,
        empty=cast("str", gettext_lazy("Choose")),
        error_messages={"required": gettext_lazy("Choose what it is for")},
    )
    name = nhs.CharField(
        label=gettext_lazy("Name"),
        label_size="s",
        max_length=120,
        error_messages={"required": gettext_lazy("Enter a name")},
    )
    phone = nhs.CharField(
        label=gettext_lazy("Phone number"), label_size="s", required=False, max_length=40, width=20
    )
    url = nhs.CharField(
        label=gettext_lazy("Web page"),
        label_size="s",
        help_text=gettext_lazy("Starts with https://"),
        required=False,
        max_length=200,
        validators=[
            URLValidator(["https"], message=gettext_lazy("Enter the whole address; it starts with https://"))
        ],
    )
    hours = nhs.CharField(
        label=gettext_lazy("When is it open?"),
        label_size="s",
        help_text=gettext_lazy("For example: day and night."),
        required=False,
        max_length=120,
    )

    def clean(self) -> dict[str, Any]:
        """One way to reach it at least."""
        if not self.cleaned_data.get("phone") and not self.cleaned_data.get("url") and not self.errors:
            self.add_error("phone", _("Enter a phone number or a web page"))
        return self.cleaned_data


class PlacedHelpLineForm(AtPlace, HelpLineForm):
    """A new help line, with the organisation whose women see it."""

    place = nhs.SelectField(
        label=gettext_lazy("Whose women see it?"),
        label_size="s",
        help_text=gettext_lazy("It is shown for this organisation and all its parts."),
        empty=cast("str", gettext_lazy("Choose an organisation")),
        error_messages={"required": gettext_lazy("Choose an organisation")},
    )
