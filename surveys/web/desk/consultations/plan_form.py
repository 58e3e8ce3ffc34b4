"""The form with which a chair writes a consultation."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django.forms import Field
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from surveys.commitments.queries import Commitment
from surveys.consultations.services import OptionText, Plan
from surveys.core.clock import LONDON
from surveys.web import nhs_forms as nhs

MOST = 6
USUAL_TIME = timedelta(weeks=6)
HOURS = {"09:00": "9am", "12:00": "midday", "17:00": "5pm", "20:00": "8pm"}


class PlanForm(nhs.NhsForm):
    """What is proposed and why, what could be done, what is asked, and until when.

    It has as many options and questions as `options` and `questions` say, at most six of each; those left
    empty are left out. A draft may lack its proposal and reasons; opening asks for them.
    """

    title = nhs.CharField(
        label=gettext_lazy("What is it about?"),
        label_size="m",
        max_length=120,
        help_text=gettext_lazy("A few plain words. They become its address, and women see them first."),
        error_messages={"required": gettext_lazy("Say what it is about")},
    )
    proposal = nhs.TextField(label=gettext_lazy("What is proposed?"), label_size="m", required=False)
    reasons = nhs.TextField(
        label=gettext_lazy("Why?"),
        label_size="m",
        required=False,
        help_text=gettext_lazy("What is wrong now, what you have heard, what it would cost or change."),
    )

    def __init__(
        self,
        *args: Any,
        commitments: Iterable[Commitment],
        options: int,
        questions: int,
        now: datetime,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.now = now
        self.options, self.questions = _within(options), _within(questions)
        for at in range(1, self.options + 1):
            self.fields |= _option_fields(at)
        for at in range(1, self.questions + 1):
            self.fields[f"question_{at}"] = _question_field(at)
        self.fields["commitments"] = _commitments_field(commitments)
        self.fields["closes_on"] = nhs.DateField(
            label=_("Which day does it close?"), name=_("Closing date"), label_size="m"
        )
        self.fields["closes_at"] = nhs.SelectField(
            label=_("At what time?"), choices=_hours(self.get_initial_for_field(Field(), "closes_at"))
        )

    def clean(self) -> dict[str, Any]:
        """Refuse a closing time that has passed, options without a name, and a choice of only one."""
        data = super().clean() or {}
        if data.get("closes_on") and data.get("closes_at") and self.closing() <= self.now:
            self.add_error("closes_on", _("Closing date must be in the future"))
        for at in range(1, self.options + 1):
            if data.get(f"option_{at}_detail") and not data.get(f"option_{at}_title"):
                self.add_error(f"option_{at}_title", _("Give option %(number)s a name") % {"number": at})
        if len(self._options()) == 1:
            self.add_error("option_2_title", _("Write at least two options, or none"))
        return data

    def closing(self) -> datetime:
        """The moment at which it closes, by a clock in London."""
        hour = time.fromisoformat(self.cleaned_data["closes_at"])
        return datetime.combine(self.cleaned_data["closes_on"], hour, tzinfo=LONDON)

    def plan(self) -> Plan:
        """What she wrote; only of a valid form."""
        data = self.cleaned_data
        asked = [data[f"question_{at}"].strip() for at in range(1, self.questions + 1)]
        return Plan(
            title=data["title"],
            proposal=data["proposal"],
            reasons=data["reasons"],
            closes_at=self.closing(),
            options=tuple(self._options()),
            questions=tuple(question for question in asked if question),
        )

    def typed(self) -> dict[str, Any]:
        """What stands in the form now, unchecked, to show it again with more fields."""
        return {
            name: field.widget.value_from_datadict(self.data, self.files, name)
            for name, field in self.fields.items()
        }

    def _options(self) -> list[OptionText]:
        data = self.cleaned_data
        pairs = [
            (data.get(f"option_{at}_title", ""), data.get(f"option_{at}_detail", ""))
            for at in range(1, self.options + 1)
        ]
        return [OptionText(title, detail) for title, detail in pairs if title]


def written(plan: Plan, commitments: Iterable[Commitment]) -> dict[str, Any]:
    """What a draft says, as the form's first values."""
    closes_at = plan.closes_at.astimezone(LONDON)
    first: dict[str, Any] = {
        "title": plan.title,
        "proposal": plan.proposal,
        "reasons": plan.reasons,
        "commitments": [str(commitment.pk) for commitment in commitments],
        "closes_on": closes_at.date(),
        "closes_at": closes_at.strftime("%H:%M"),
    }
    for at, option in enumerate(plan.options, start=1):
        first |= {f"option_{at}_title": option.title, f"option_{at}_detail": option.detail}
    return first | {f"question_{at}": words for at, words in enumerate(plan.questions, start=1)}


def blank(*, today: date) -> Mapping[str, Any]:
    """What a new form proposes: six weeks, until five in the afternoon."""
    return {"closes_on": today + USUAL_TIME, "closes_at": "17:00"}


def _hours(current: str | None) -> list[tuple[str, str]]:
    """The usual hours, and the one that a draft has already, in the order of the day."""
    known = HOURS | ({current: current} if current and current not in HOURS else {})
    return sorted(known.items())


def _within(count: int) -> int:
    return max(1, min(count, MOST))


def _option_fields(at: int) -> dict[str, Field]:
    return {
        f"option_{at}_title": nhs.CharField(
            label=_("Option %(number)s") % {"number": at}, label_size="s", max_length=150, required=False
        ),
        f"option_{at}_detail": nhs.TextField(
            label=_("More about option %(number)s (optional)") % {"number": at}, rows=2, required=False
        ),
    }


def _question_field(at: int) -> Field:
    return nhs.CharField(
        label=_("Question %(number)s") % {"number": at}, label_size="s", max_length=300, required=False
    )


def _commitments_field(commitments: Iterable[Commitment]) -> Field:
    return nhs.MultipleChoiceField(
        label=_("Which promises of the plan is it about?"),
        label_size="m",
        choices=[(str(each.pk), f"{each.ref} {each.title}") for each in commitments],
        required=False,
        small=True,
    )
