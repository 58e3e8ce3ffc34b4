"""In whose hands a risk is, and what they have done about it so far."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from surveys.core.errors import Conflict, DomainError
from surveys.moderation import on_call, steps
from surveys.moderation.models import RiskCase, RiskStep
from surveys.moderation.services.risk_cases import undecided
from surveys.outbox import services as outbox
from surveys.people.models import User

# A step of a log that somebody is to be told of: a risk is in her hands now.
HANDED_OVER = "moderation.risk_handed_over"


@transaction.atomic
def take_risk(case_id: UUID, *, instead_of: UUID | None, by: User, now: datetime) -> RiskCase:
    """It is in her hands now. `instead_of`: who had it when she looked, or None.

    Raises Conflict when somebody else took it meanwhile.
    """
    case = undecided(case_id, by=by, now=now)
    if case.taken_by_id == by.pk:
        return case
    if case.taken_by_id != instead_of:
        raise Conflict(f"{case.taken_by or 'Nobody'} has this in hand since a moment ago. Look again.")
    case.taken_by, case.taken_at = by, now
    case.save(update_fields=["taken_by", "taken_at"])
    steps.write(case, RiskStep.Kind.TAKEN, by=by, now=now)
    return case


@transaction.atomic
def hand_over_risk(case_id: UUID, *, to: UUID, words: str, by: User, now: datetime) -> RiskCase:
    """It is in somebody else's hands, who is told by e-mail. `words`: what she has to know, or nothing."""
    case = undecided(case_id, by=by, now=now)
    text = case.free_text
    able = on_call.eligible(text.partnership_id, after_loss=text.response.after_loss, now=now)
    chosen = able.filter(pk=to).first()
    if chosen is None or chosen.pk == case.taken_by_id:
        raise DomainError("Choose somebody else to hand it over to.")
    case.taken_by, case.taken_at = chosen, now
    case.save(update_fields=["taken_by", "taken_at"])
    step = steps.write(case, RiskStep.Kind.HANDED_OVER, by=by, now=now, words=words.strip(), to=chosen)
    outbox.publish(HANDED_OVER, subjects=[step.pk], due_at=now)
    return case


@transaction.atomic
def note_step(case_id: UUID, *, words: str, by: User, now: datetime) -> RiskCase:
    """What she has done so far, for whoever looks next."""
    case = undecided(case_id, by=by, now=now)
    if not words.strip():
        raise DomainError("Write what you did.")
    steps.write(case, RiskStep.Kind.NOTED, by=by, now=now, words=words.strip())
    return case
