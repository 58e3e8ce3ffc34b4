"""A risk is opened, made more or less pressing, and ends with what a named person decided; or opens again."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from surveys.core.actors import Actor
from surveys.core.clock import LONDON
from surveys.core.errors import Conflict, DomainError, require
from surveys.core.secrets import encrypt
from surveys.moderation import limits, policies, steps
from surveys.moderation.models import Claim, Level, RiskCase, RiskStep
from surveys.moderation.services.forgetting import erase
from surveys.outbox import services as outbox
from surveys.people.models import User
from surveys.responses import queries as responses
from surveys.responses.models import FreeText, Purpose

# A risk waits for people who have not been told of it yet.
OPENED = "moderation.risk_opened"
Decision = RiskCase.Decision
WHEN = "%d %B %Y, %H:%M"


def locked(case_id: UUID, *, by: Actor, now: datetime) -> RiskCase:
    """The risk, for nobody else to change meanwhile. Raises NotAllowed for who may not handle it."""
    cases = RiskCase.objects.select_for_update(of=("self",)).select_related("free_text__response", "taken_by")
    case = cases.get(pk=case_id)
    require(policies.may_handle(by, case, now=now), policies.LOCKED)
    return case


def undecided(case_id: UUID, *, by: Actor, now: datetime) -> RiskCase:
    """The same, as long as nobody has decided. Raises Conflict when somebody has."""
    case = locked(case_id, by=by, now=now)
    if case.decided_at is not None:
        raise Conflict("Somebody has decided about this risk already. Their decision stands.")
    return case


@transaction.atomic
def raise_risk(free_text_id: UUID, *, level: str, reason: str, by: User, now: datetime) -> RiskCase:
    """A person sees danger that the rules missed: the comment is locked to those on call from now on.

    A risk that was decided opens again. Raises Conflict while one is open, DomainError without a reason.
    """
    text = FreeText.objects.select_for_update(of=("self",)).select_related("response").get(pk=free_text_id)
    require(policies.may_check(by, text))
    _check(level, reason)
    if text.response.withdrawn_at is not None:
        raise Conflict("She has taken this feedback back, and its words are erased.")
    case = RiskCase.objects.select_for_update().filter(free_text=text).first()
    # Whoever had it open to check it has to wait for the decision too.
    Claim.objects.filter(pk=text.pk).delete()
    if case is None:
        case = RiskCase.objects.create(**opened(text, level, now), raised_by=by)
        return _announced(case, RiskStep.Kind.RAISED, reason, by, now)
    if case.decided_at is None:
        raise Conflict("This is a risk already. Those on call have been told.")
    return _reopened(case, level, reason, by, now)


@transaction.atomic
def reopen_risk(case_id: UUID, *, level: str, reason: str, by: User, now: datetime) -> RiskCase:
    """What was decided does not hold any more: the clock begins again, and those on call are told."""
    case = locked(case_id, by=by, now=now)
    _check(level, reason)
    if case.decided_at is None:
        raise Conflict("This risk is open.")
    if case.free_text.response.withdrawn_at is not None:
        raise Conflict("She has taken this feedback back, and its words are erased.")
    return _reopened(case, level, reason, by, now)


@transaction.atomic
def change_level(case_id: UUID, *, level: str, reason: str, by: User, now: datetime) -> RiskCase:
    """More pressing: those on call are told anew. Less pressing: it counts from when the clock began."""
    case = undecided(case_id, by=by, now=now)
    _check(level, reason)
    if level == case.level:
        raise Conflict("It has this level already.")
    put_at(case, level, now=now)
    steps.write(case, RiskStep.Kind.LEVEL, by=by, now=now, words=reason.strip())
    return case


def put_at(case: RiskCase, level: str, *, now: datetime) -> None:
    """The case at another level, with the time that goes with it; more pressing, and people are told anew."""
    is_raised = level < case.level
    limit = limits.limits_for(case.free_text.partnership_id, now=now)[level]
    case.level = level
    case.due_at = min(case.due_at, limit.after(now)) if is_raised else limit.after(case.clock_from)
    case.escalates_at, case.escalated = case.due_at, 0
    if is_raised:
        case.round, case.alerted_at = case.round + 1, None
        outbox.publish(OPENED, subjects=[case.pk], due_at=now)
    case.save()


@transaction.atomic
def decide_risk(
    case_id: UUID,
    *,
    decision: str,
    reason: str,
    told: str,
    by: User,
    now: datetime,
    told_at: datetime | None = None,
) -> RiskCase:
    """Record what was decided, why, who was told (by role) and when; the comment can be checked from now on.

    Raises Conflict when it has been decided or is in somebody else's hands, DomainError when part is missing.
    """
    case = undecided(case_id, by=by, now=now)
    told_at = told_at or now
    _check_decision(case, decision, reason, told)
    if told_at > now:
        raise DomainError("The time when they were told cannot be in the future.")
    if case.taken_by_id not in (None, by.pk):
        raise Conflict(f"{case.taken_by} has this in hand. Take it over first, or let them decide.")
    case.decision, case.reason = decision, encrypt(reason.strip()).decode()
    case.told, case.told_at = encrypt(told.strip()).decode(), told_at
    case.decided_by, case.decided_at = by, now
    case.first_decided_at = case.first_decided_at or now
    case.escalates_at = None
    case.save()
    words = f"{reason.strip()}\nWho was told: {told.strip()}, {told_at.astimezone(LONDON):{WHEN}}"
    steps.write(case, RiskStep.Kind.DECIDED, by=by, now=now, words=words, decision=decision)
    if case.free_text.response.withdrawn_at is not None:
        # Her words waited for this decision only.
        erase([case.free_text_id])
    return case


def opened(text: FreeText, level: str, now: datetime) -> dict[str, object]:
    """What a new risk begins with."""
    due_at = limits.limits_for(text.partnership_id, now=now)[level].after(now)
    return {
        "free_text": text,
        "level": level,
        "opened_at": now,
        "clock_from": now,
        "due_at": due_at,
        "escalates_at": due_at,
    }


def _reopened(case: RiskCase, level: str, reason: str, by: User, now: datetime) -> RiskCase:
    case.level, case.clock_from = level, now
    case.due_at = limits.limits_for(case.free_text.partnership_id, now=now)[level].after(now)
    case.escalates_at, case.escalated = case.due_at, 0
    case.alerted_at, case.round = None, case.round + 1
    case.taken_by = case.taken_at = None
    case.decision = case.reason = case.told = ""
    case.told_at = case.decided_by = case.decided_at = None
    case.save()
    return _announced(case, RiskStep.Kind.REOPENED, reason, by, now)


def _announced(case: RiskCase, kind: RiskStep.Kind, reason: str, by: User, now: datetime) -> RiskCase:
    steps.write(case, kind, by=by, now=now, words=reason.strip())
    outbox.publish(OPENED, subjects=[case.pk], due_at=now)
    return case


def _check(level: str, reason: str) -> None:
    if level not in Level.values:
        raise DomainError("Choose how pressing it is.")
    if not reason.strip():
        raise DomainError("Write why.")


def _check_decision(case: RiskCase, decision: str, reason: str, told: str) -> None:
    if decision not in Decision.values:
        raise DomainError("Choose what you decided.")
    if not reason.strip():
        raise DomainError("Write why you decided this.")
    if not told.strip():
        raise DomainError("Write who was told, by role. If nobody was, write “nobody”.")
    response = case.free_text.response
    if decision == Decision.CONTACTED and (
        response.after_loss or not responses.has_agreed(response.pk, Purpose.CONTACT)
    ):
        raise DomainError("She did not agree to be contacted, so this cannot be the decision.")
