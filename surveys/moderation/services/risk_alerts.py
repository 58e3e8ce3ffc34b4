"""Whom a risk has to be told to: at once those on call, and more people the longer nobody has decided."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from surveys.core.actors import SYSTEM
from surveys.moderation import on_call, steps
from surveys.moderation.models import RiskCase, RiskStep
from surveys.people.models import User

LEADS, OFFICERS = 1, 2


@dataclass(frozen=True)
class Alert:
    """A risk that these people have to be told of; the log says already that they are.

    `stage`: 0 when it is new, else how far it has been escalated. `nobody_on_call`: who is told stands in.
    """

    case: RiskCase
    recipients: tuple[User, ...]
    stage: int
    nobody_on_call: bool


@transaction.atomic
def claim_alerts(case_ids: Collection[UUID], *, now: datetime) -> list[Alert]:
    """Those of the risks of which nobody has been told yet, with whom to tell: each is given out once."""
    waiting = RiskCase.objects.filter(pk__in=case_ids, alerted_at__isnull=True, decided_at__isnull=True)
    found = waiting.select_for_update(of=("self",)).select_related(
        "free_text__response", "free_text__partnership", "taken_by"
    )
    return [_claimed(case, now) for case in found.order_by("pk")]


@transaction.atomic
def escalate(*, now: datetime) -> list[Alert]:
    """The risks that are overdue and of which the next people have to be told, each once for each stage.

    First whoever leads (and has it in hand), when a decision is due; after as long again the LMS's officers.
    Two workers never take the same one.
    """
    overdue = RiskCase.objects.filter(escalates_at__lte=now, decided_at__isnull=True)
    rows = overdue.select_for_update(of=("self",), skip_locked=True)
    found = rows.select_related("free_text__response", "free_text__partnership", "taken_by").order_by(
        "escalates_at"
    )
    return [_escalated(case, now) for case in found]


def _claimed(case: RiskCase, now: datetime) -> Alert:
    covered = _cover(case, now)
    case.alerted_at = now
    case.save(update_fields=["alerted_at"])
    alert = Alert(case, covered.first, 0, nobody_on_call=not covered.on_call)
    _write(alert, RiskStep.Kind.ALERTED, now)
    return alert


def _escalated(case: RiskCase, now: datetime) -> Alert:
    covered = _cover(case, now)
    case.escalated += 1
    is_last = case.escalated >= OFFICERS
    case.escalates_at = None if is_last else case.due_at + (case.due_at - case.clock_from)
    case.save(update_fields=["escalated", "escalates_at"])
    told = covered.officers if is_last else _with(case.taken_by, covered.leads)
    alert = Alert(case, told, case.escalated, nobody_on_call=not covered.on_call)
    _write(alert, RiskStep.Kind.ESCALATED, now)
    return alert


def _cover(case: RiskCase, now: datetime) -> on_call.Cover:
    text = case.free_text
    return on_call.cover(text.partnership_id, after_loss=text.response.after_loss, now=now)


def _with(holder: User | None, leads: tuple[User, ...]) -> tuple[User, ...]:
    return leads if holder is None or holder in leads else (*leads, holder)


def _write(alert: Alert, kind: RiskStep.Kind, now: datetime) -> None:
    for user in alert.recipients:
        steps.write(alert.case, kind, by=SYSTEM, now=now, to=user, stage=alert.stage)
