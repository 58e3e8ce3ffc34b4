"""Say who is on call for an organisation's risks, and for how long a risk may wait."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from surveys.core import audit
from surveys.core.errors import DomainError, require
from surveys.moderation import on_call, policies
from surveys.moderation.models import Level, OnCall, RiskLimit
from surveys.organisations.models import Organisation
from surveys.people.models import User
from surveys.people.roles import Permission

LONGEST_WAIT = 100


@transaction.atomic
def put_on_call(
    organisation_id: UUID,
    *,
    user_id: UUID,
    starts_at: datetime,
    ends_at: datetime,
    by: User,
    now: datetime,
    after_loss: bool = False,
) -> OnCall:
    """Somebody who checks comments here is on call, `[from, to)`. Raises NotAllowed, DomainError."""
    require(policies.may_lead(by, organisation_id, after_loss=after_loss))
    if ends_at <= starts_at or ends_at <= now:
        raise DomainError("The end has to be after the beginning, and still to come.")
    Organisation.objects.select_for_update().get(pk=organisation_id)
    able = on_call.eligible(organisation_id, after_loss=after_loss, now=now)
    user = able.filter(pk=user_id).first()
    if user is None:
        raise DomainError("Choose somebody who checks comments here.")
    own = on_call.shifts([organisation_id], after_loss=after_loss).filter(user=user)
    if own.filter(starts_at__lt=ends_at, ends_at__gt=starts_at).exists():
        raise DomainError(f"{user} is on call for part of this time already.")
    shift = OnCall.objects.create(
        organisation_id=organisation_id,
        after_loss=after_loss,
        user=user,
        starts_at=starts_at,
        ends_at=ends_at,
        set_by=by,
    )
    audit.record("put on call", subject=shift, organisation_id=organisation_id, by=by, now=now)
    return shift


@transaction.atomic
def end_shift(shift_id: UUID, *, by: User, now: datetime) -> None:
    """Somebody is on call no longer; a shift that has not begun is gone. A second time changes nothing."""
    shift = OnCall.objects.select_for_update().filter(pk=shift_id).first()
    if shift is None or shift.ends_at <= now:
        return
    require(policies.may_lead(by, shift.organisation_id, after_loss=shift.after_loss))
    audit.record("end shift on call", subject=shift, organisation_id=shift.organisation_id, by=by, now=now)
    if shift.starts_at >= now:
        shift.delete()
        return
    shift.ends_at = now
    shift.save(update_fields=["ends_at"])


@transaction.atomic
def set_limit(organisation_id: UUID, *, level: str, amount: int, unit: str, by: User, now: datetime) -> None:
    """A risk of this level may wait so long in an LMS; what is open already keeps its time."""
    require(by.may(Permission.MANAGE, organisation_id))
    if level not in Level.values or unit not in RiskLimit.Unit.values or not 0 < amount <= LONGEST_WAIT:
        raise DomainError(f"Choose from 1 to {LONGEST_WAIT} hours or working days.")
    RiskLimit.objects.update_or_create(
        organisation_id=organisation_id, level=level, defaults={"amount": amount, "unit": unit}
    )
    facts = {"level": level, "amount": amount, "unit": unit}
    audit.record(
        "set time limit of risks",
        subject_kind="organisations.organisation",
        subject_id=organisation_id,
        organisation_id=organisation_id,
        by=by,
        now=now,
        facts=facts,
    )
