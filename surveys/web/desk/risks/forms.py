"""The forms about one risk. Each has a prefix of its own, since they stand on one page."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import QueryDict

from surveys.core.clock import local_date
from surveys.moderation.queries import Level, RiskCase
from surveys.people.queries import User
from surveys.web import nhs_forms as nhs
from surveys.web.desk.risks.moments import moment_of, typed_time

LONGEST = 2000
LEVEL_HINTS = {
    "R1": "She, her baby or somebody else may come to harm now.",
    "R2": "Abuse, violence, exploitation, or a child at risk.",
    "R3": "Somebody died or was badly harmed, or staff did wrong.",
    "R4": "She wants to make a complaint, which the MVP cannot handle.",
}


class LevelForm(nhs.NhsForm):
    """How pressing it is, and why."""

    prefix = "level"
    level = nhs.RadioField(
        label="How pressing is it?",
        label_size="s",
        choices=Level.choices,
        hints=LEVEL_HINTS,
        small=True,
        error_messages={"required": "Choose how pressing it is"},
    )
    reason = nhs.TextField(
        label="Why?",
        label_size="s",
        rows=3,
        max_length=LONGEST,
        error_messages={"required": "Write why"},
    )


class RaiseForm(LevelForm):
    """Somebody sees danger that the rules did not."""

    prefix = "raise"


class ReopenForm(LevelForm):
    """What was decided does not hold any more."""

    prefix = "reopen"


class NoteForm(nhs.NhsForm):
    """A step that was taken."""

    prefix = "note"
    words = nhs.TextField(
        label="What did you do?",
        label_size="s",
        help_text="For example: rang the ward, no answer; try again at 3pm. By role, never her name.",
        rows=3,
        max_length=LONGEST,
        error_messages={"required": "Write what you did"},
    )


class HandOverForm(nhs.NhsForm):
    """To whom, and what she has to know."""

    prefix = "hand"
    to = nhs.SelectField(
        label="To whom?",
        label_size="s",
        empty="Choose somebody",
        error_messages={"required": "Choose somebody"},
    )
    words = nhs.TextField(
        label="What do they have to know?", label_size="s", rows=2, max_length=LONGEST, required=False
    )

    def __init__(self, data: QueryDict | None = None, *, people: list[User]) -> None:
        super().__init__(data)
        self.fields["to"].choices = [(str(user.pk), str(user)) for user in people]  # type: ignore[attr-defined]

    def chosen(self) -> UUID:
        """Whose hands it goes to."""
        return UUID(self.cleaned_data["to"])


class DecisionForm(nhs.NhsForm):
    """What was decided, why, and who was told when."""

    prefix = "decide"
    decision = nhs.RadioField(
        label="What did you decide?",
        label_size="s",
        choices=RiskCase.Decision.choices,
        small=True,
        error_messages={"required": "Choose what you decided"},
    )
    reason = nhs.TextField(
        label="Why?",
        label_size="s",
        rows=3,
        max_length=LONGEST,
        error_messages={"required": "Write why you decided this"},
    )
    told = nhs.CharField(
        label="Who was told?",
        label_size="s",
        help_text="By role, never the woman’s name. For example: duty safeguarding midwife, by phone. "
        "If nobody was, write “nobody”.",
        max_length=500,
        error_messages={"required": "Write who was told, or “nobody”"},
    )
    told_on = nhs.DateField(label="On which day?", label_size="s", name="The day")
    told_time = nhs.CharField(
        label="At what time?",
        label_size="s",
        help_text="For example, 2:15pm or 14:15",
        width=10,
        max_length=10,
        error_messages={"required": "Enter a time"},
    )

    def __init__(self, data: QueryDict | None = None, *, now: datetime) -> None:
        super().__init__(data, initial={"told_on": local_date(now), "told_time": typed_time(now)})

    def clean(self) -> dict[str, Any]:
        """Day and time as one moment, `told_at`."""
        given = self.cleaned_data
        day = given.pop("told_on", None)
        typed = given.pop("told_time", None)
        if day and typed:
            try:
                given["told_at"] = moment_of(day, typed)
            except ValidationError as problem:
                self.add_error("told_time", problem)
        return given
