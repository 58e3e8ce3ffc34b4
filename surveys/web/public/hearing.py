"""The form with which somebody asks to be reminded of a consultation, or to hear what came of it."""

from typing import Any, TypedDict

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from surveys.web import nhs_forms as nhs

REMINDER = "reminder"
RESULT = "result"


class Wishes(TypedDict):
    """What `notifications.services.subscribe` is asked."""

    address: str
    wants_reminder: bool
    wants_result: bool
    answered: bool


class HearForm(nhs.NhsForm):
    """An e-mail address and what to send there; `answered` comes from the page after she has answered."""

    email = nhs.EmailField(label=gettext_lazy("Your e-mail address"), width=30)

    def __init__(self, *args: Any, is_open: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reminder = [(REMINDER, _("Remind me two days before it closes"))] if is_open else []
        self.fields["wants"] = nhs.MultipleChoiceField(
            label=_("What may we send you?"),
            choices=[*reminder, (RESULT, _("Tell me what was decided"))],
            error_messages={"required": _("Tick what we may send you")},
        )

    @property
    def answered(self) -> bool:
        """Whether she has given her views just now."""
        return bool(self.data.get("answered"))

    def wishes(self) -> Wishes:
        """What she asked for; only of a valid form."""
        wants = self.cleaned_data["wants"]
        return Wishes(
            address=self.cleaned_data["email"],
            wants_reminder=REMINDER in wants,
            wants_result=RESULT in wants,
            answered=self.answered,
        )
