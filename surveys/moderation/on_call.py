"""Who is on call for an organisation's risks, and who is told when nobody is."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from surveys.core.clock import local_date
from surveys.moderation.models import OnCall
from surveys.people import queries as people
from surveys.people.models import User
from surveys.people.roles import Permission


@dataclass(frozen=True)
class Cover:
    """Who can be reached about an organisation's risks at a moment.

    `leads` are told when nobody is on call, and when a risk is overdue: the chairs, or else every moderator;
    after a loss every specialist moderator. `officers` are told when it stays overdue; they read no words.
    """

    on_call: tuple[User, ...]
    leads: tuple[User, ...]
    officers: tuple[User, ...]

    @property
    def first(self) -> tuple[User, ...]:
        """Whom a new risk is for: never nobody while anybody holds a role."""
        return self.on_call or self.leads or self.officers


def moderates(after_loss: bool) -> Permission:
    """What somebody needs who checks these texts."""
    return Permission.MODERATE_LOSS if after_loss else Permission.MODERATE


def shifts(organisation_ids: Collection[UUID], *, after_loss: bool = False) -> QuerySet[OnCall]:
    """Who is, was and will be on call, in order of time."""
    found = OnCall.objects.filter(organisation_id__in=organisation_ids, after_loss=after_loss)
    return found.select_related("user", "organisation").order_by("starts_at", "user__name", "id")


def cover(organisation_id: UUID, *, after_loss: bool, now: datetime) -> Cover:
    """Who can be reached at this moment. A shift of somebody who has lost the role covers nothing."""
    able = people.holders(moderates(after_loss), organisation_id, on=local_date(now))
    current = shifts([organisation_id], after_loss=after_loss).filter(starts_at__lte=now, ends_at__gt=now)
    on_call = able.filter(pk__in=current.values("user_id"))
    leading = Permission.MODERATE_LOSS if after_loss else Permission.LEAD_ON_RISKS
    leads = people.holders(leading, organisation_id, on=local_date(now))
    officers = people.holders(Permission.MANAGE, organisation_id, on=local_date(now))
    return Cover(tuple(on_call), tuple(leads) or tuple(able), tuple(officers))


def uncovered(organisation_ids: Iterable[UUID], *, after_loss: bool = False, now: datetime) -> list[UUID]:
    """Those of the organisations for which nobody is on call at this moment."""
    return [key for key in organisation_ids if not cover(key, after_loss=after_loss, now=now).on_call]


def eligible(organisation_id: UUID, *, after_loss: bool, now: datetime) -> QuerySet[User]:
    """Who can be on call, and to whom a risk can be handed."""
    return people.holders(moderates(after_loss), organisation_id, on=local_date(now))
