"""What is no feedback at all is set aside whole, many at once; what is in doubt and genuine is trusted."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from surveys.core.errors import Conflict, DomainError, require
from surveys.moderation import policies
from surveys.moderation.models import Clearance, SetAside, SetAsideResponse
from surveys.outbox import services as outbox
from surveys.people.models import User
from surveys.responses import services as responses
from surveys.responses.models import FreeText, Response

CHANGED = "moderation.aside"


@transaction.atomic
def set_responses_aside(
    response_ids: Collection[UUID], *, reason: str, by: User, now: datetime, opened: UUID | None = None
) -> SetAside:
    """These are no feedback: nobody reads their texts, and their chosen answers count nowhere.

    All or none. Those that were taken back or set aside before are left out. Raises NotAllowed when one of
    them is not for `by` to judge, Conflict when one may speak of danger or nobody has looked for that yet.
    `opened`: the text that she has open by itself, so that words of danger in it have been read by a person.
    """
    if reason not in SetAside.Reason.values:
        raise DomainError("Choose why you set this aside.")
    found = _locked(response_ids, by)
    texts = list(FreeText.objects.select_for_update().filter(response__in=found).order_by("pk"))
    _check_danger(texts, opened)
    act = SetAside.objects.create(reason=reason, set_aside_by=by, set_aside_at=now)
    SetAsideResponse.objects.bulk_create(SetAsideResponse(response=one, act=act) for one in found)
    _close(texts, act)
    responses.set_aside(found, reason=reason, by=by, now=now)
    _changed(found, now)
    return act


@transaction.atomic
def bring_back(act_id: UUID, *, by: User, now: datetime) -> int:
    """Undo a whole act: its texts wait to be checked again, its answers count again. How many there were."""
    act = SetAside.objects.select_for_update().filter(pk=act_id).first()
    if act is None:
        raise Conflict("This has been brought back already.")
    found = list(Response.objects.select_for_update().filter(setasideresponse__act=act).order_by("pk"))
    require(all(policies.may_judge(by, response) for response in found))
    made = Q(outcome=Clearance.Outcome.SET_ASIDE, cleared_by=act.set_aside_by_id, cleared_at=act.set_aside_at)
    Clearance.objects.filter(made, free_text__response__in=found).delete()
    act.delete()
    responses.bring_back(found, by=by, now=now)
    _changed(found, now)
    return len(found)


@transaction.atomic
def trust(response_ids: Collection[UUID], *, by: User, now: datetime) -> int:
    """These are genuine: they wait with all others from now on. How many there were."""
    found = _locked(response_ids, by)
    responses.trust(found, by=by, now=now)
    return len(found)


def _locked(response_ids: Collection[UUID], by: User) -> list[Response]:
    # In one order, so that two people who judge the same ones wait for each other, never around each other.
    chosen = Response.objects.select_for_update().filter(pk__in=response_ids).order_by("pk")
    found = list(chosen.filter(withdrawn_at__isnull=True, set_aside_at__isnull=True))
    require(all(policies.may_judge(by, response) for response in found))
    if not found:
        raise Conflict("Somebody has decided about these already, or they were taken back.")
    return found


def _check_danger(texts: Collection[FreeText], opened: UUID | None) -> None:
    danger = Q(riskcase__isnull=False, riskcase__decided_at__isnull=True)
    unread = Q(screening__isnull=True) | Q(screening__look_first=True) & ~Q(pk=opened)
    if FreeText.objects.filter(danger | unread, pk__in=[text.pk for text in texts]).exists():
        raise Conflict(
            "One of these may be from somebody in danger, or we are still looking. Nothing was set aside."
        )


def _close(texts: Collection[FreeText], act: SetAside) -> None:
    # What somebody has checked before stays as she left it, also when the act is undone.
    Clearance.objects.bulk_create(
        (
            Clearance(
                free_text=text,
                outcome=Clearance.Outcome.SET_ASIDE,
                reason=str(SetAside.Reason(act.reason).label),
                cleared_by=act.set_aside_by,
                cleared_at=act.set_aside_at,
            )
            for text in texts
        ),
        ignore_conflicts=True,
    )


def _changed(found: Collection[Response], now: datetime) -> None:
    outbox.publish(CHANGED, subjects=[response.pk for response in found], due_at=now)
