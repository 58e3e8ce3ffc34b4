"""What a chair writes about an action."""

from collections.abc import Iterable
from typing import Any, cast
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from surveys.commitments.queries import Action, Commitment
from surveys.commitments.services import ActionPlan
from surveys.web import nhs_forms as nhs


class ActionForm(nhs.NhsForm):
    """You said, we do: who does it and until when, and what it answers."""

    you_said = nhs.TextField(
        label=gettext_lazy("You said"),
        label_size="m",
        rows=3,
        help_text=gettext_lazy(
            "What women told you, in one sentence. Everybody can read it, so quote nobody."
        ),
        error_messages={"required": gettext_lazy("Write what women said")},
    )
    we_do = nhs.TextField(
        label=gettext_lazy("What will be done"),
        label_size="m",
        rows=3,
        error_messages={"required": gettext_lazy("Write what will be done")},
    )
    owner = nhs.CharField(
        label=gettext_lazy("Who does it?"),
        label_size="m",
        max_length=120,
        help_text=gettext_lazy("A role or a place, such as Head of midwifery. Everybody can read it."),
        error_messages={"required": gettext_lazy("Write who does it")},
    )
    due_on = nhs.DateField(
        label=gettext_lazy("When should it be done?"),
        name="Date",
        help_text=gettext_lazy("For example, 26 11 2026"),
        error_messages={"required": gettext_lazy("Enter when it should be done")},
    )
    code = nhs.SelectField(
        label=gettext_lazy("Which theme does it answer?"),
        choices=[],
        required=False,
    )
    commitment = nhs.SelectField(
        label=gettext_lazy("Which commitment of the plan?"),
        choices=[],
        required=False,
    )

    def __init__(
        self, *args: Any, themes: Iterable[tuple[str, str]], plan: Iterable[Commitment], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        none = ("", _("None"))
        cast("nhs.SelectField", self.fields["code"]).choices = [none, *themes]
        commitments = [(str(each.pk), str(each)) for each in plan]
        cast("nhs.SelectField", self.fields["commitment"]).choices = [none, *commitments]

    def plan(self) -> ActionPlan:
        """What was written, as the service takes it."""
        given = self.cleaned_data
        return ActionPlan(
            you_said=given["you_said"],
            we_do=given["we_do"],
            owner=given["owner"],
            due_on=given["due_on"],
            code=given["code"],
            commitment_id=UUID(given["commitment"]) if given["commitment"] else None,
        )


class CloseForm(nhs.NhsForm):
    """What came of it."""

    state = nhs.RadioField(
        label=gettext_lazy("What came of it?"),
        label_size="m",
        choices=[
            (Action.State.DONE, gettext_lazy("It has been done")),
            (Action.State.CANNOT, gettext_lazy("It cannot be done")),
        ],
        error_messages={"required": gettext_lazy("Choose what came of it")},
    )
    outcome = nhs.TextField(
        label=gettext_lazy("What changed, or why can it not be done?"),
        label_size="m",
        rows=4,
        help_text=gettext_lazy("It stands on your public page, and the board reads it."),
        error_messages={"required": gettext_lazy("Write what changed, or why it cannot be done")},
    )
