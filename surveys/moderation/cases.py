"""Risks as people see them: in whose hands, how long, and what has been done."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from surveys.core.actors import Actor
from surveys.core.errors import require
from surveys.core.secrets import decrypt
from surveys.moderation import policies
from surveys.moderation.models import RiskCase, RiskStep
from surveys.responses import contacts
from surveys.responses import queries as responses


@dataclass(frozen=True)
class RiskAsSeen:
    """A risk in a list; `may_open`: whether whoever looks may open it and its words."""

    case: RiskCase
    may_open: bool
    is_overdue: bool


@dataclass(frozen=True)
class LogLine:
    """One line of a risk's log. `by` and `to` are names; empty for the system and for nobody."""

    at: datetime
    by: str
    what: str
    to: str
    level: str
    decision: str
    words: str


def cases(partnership_ids: Collection[UUID], *, after_loss: bool = False) -> QuerySet[RiskCase]:
    """The risks in what these MVPs (after a loss, these LMS) have heard, open and decided."""
    return RiskCase.objects.filter(
        responses.told(after_loss=after_loss, response="free_text__response__"),
        free_text__partnership_id__in=partnership_ids,
    ).select_related(
        "free_text__response__unit", "free_text__partnership", "taken_by", "decided_by", "raised_by"
    )


def seen_by(by: Actor, found: Iterable[RiskCase], *, now: datetime) -> list[RiskAsSeen]:
    """These risks as somebody may see them at this moment."""
    return [
        RiskAsSeen(
            case=case,
            may_open=policies.may_handle(by, case, now=now),
            is_overdue=case.decided_at is None and case.due_at <= now,
        )
        for case in found
    ]


def log_of(case: RiskCase, *, by: Actor, now: datetime) -> list[LogLine]:
    """All that was done about a risk, in order. Raises NotAllowed for who may not handle it."""
    require(policies.may_handle(by, case, now=now), policies.LOCKED)
    rows = RiskStep.objects.filter(case=case).select_related("by", "to").order_by("at", "id")
    return [_line(step) for step in rows]


def contact_of(case: RiskCase, *, by: Actor, now: datetime) -> str:
    """How she can be reached, where she left that and agreed to it; that somebody looked is written down.

    Only while the risk is open, and never after a loss. Raises NotAllowed for who may not handle it.
    """
    require(policies.may_handle(by, case, now=now) and case.decided_at is None, policies.LOCKED)
    require(not case.free_text.response.after_loss)
    return contacts.reach(case.free_text.response_id, by=by, now=now)


def _line(step: RiskStep) -> LogLine:
    return LogLine(
        at=step.at,
        by=str(step.by) if step.by else "",
        what=step.get_kind_display(),
        to=str(step.to) if step.to else "",
        level=step.get_level_display(),
        decision=step.get_decision_display() if step.kind == RiskStep.Kind.DECIDED else "",
        words=decrypt(step.words.encode()) if step.words else "",
    )
