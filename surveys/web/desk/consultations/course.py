"""The course of a consultation: which steps are done, which one is now, which come later."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from surveys.consultations.queries import Consultation, Phase

ORDER = (Phase.DRAFT, Phase.OPEN, Phase.CLOSED, Phase.DECIDED, Phase.REPORTED)


@dataclass(frozen=True)
class Step:
    """One step, as `timeline` shows it: state is done, now or later; when it happened or will."""

    text: str
    state: str
    when: datetime | None


def group_titles() -> dict[Phase, str]:
    """The groups of the list, what needs the chair first."""
    return {
        Phase.CLOSED: _("Closed: write the decision"),
        Phase.DECIDED: _("Decided: tell people how their views were used"),
        Phase.OPEN: _("Open now"),
        Phase.DRAFT: _("Being written"),
        Phase.REPORTED: _("Finished: people have been told"),
    }


def course(consultation: Consultation, phase: Phase) -> list[Step]:
    """The five steps, with their dates where they have one."""
    steps = (
        (_("You write it"), None),
        (_("People answer"), consultation.opens_at),
        (_("It has closed, and what was said is considered"), consultation.closes_at),
        (_("It is decided"), consultation.decided_at),
        (_("People are told how their views were used"), consultation.reported_at),
    )
    here = ORDER.index(phase)
    return [Step(text, _state(at, here), when) for at, (text, when) in enumerate(steps)]


def _state(at: int, here: int) -> str:
    if here == len(ORDER) - 1 or at < here:
        return "done"
    return "now" if at == here else "later"
