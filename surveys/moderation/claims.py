"""Who has which text open to check it, and which are free."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from surveys.core.actors import Actor
from surveys.core.errors import Conflict
from surveys.moderation.models import Claim
from surveys.responses import queries as responses
from surveys.responses.models import FreeText


def held(partnership_ids: Collection[UUID], *, after_loss: bool = False, now: datetime) -> QuerySet[Claim]:
    """The texts that somebody has open now, the longest first."""
    found = Claim.objects.filter(
        responses.told(after_loss=after_loss, response="free_text__response__"),
        held_until__gt=now,
        free_text__partnership_id__in=partnership_ids,
    )
    return found.select_related("held_by").order_by("held_since", "pk")


def held_by_others(free_text_ids: Collection[UUID], *, by: Actor, now: datetime) -> dict[UUID, Claim]:
    """Those of these texts that somebody else has open."""
    found = Claim.objects.filter(pk__in=free_text_ids, held_until__gt=now).exclude(held_by=by.actor_id)
    return {claim.pk: claim for claim in found.select_related("held_by")}


def free(texts: QuerySet[FreeText], *, by: Actor, now: datetime) -> QuerySet[FreeText]:
    """Those of these texts that nobody else has open."""
    others = Claim.objects.filter(free_text=OuterRef("pk"), held_until__gt=now).exclude(held_by=by.actor_id)
    return texts.filter(~Exists(others))


def require_free(free_text_id: UUID, *, by: Actor, now: datetime) -> None:
    """Raise Conflict while somebody else has the text open."""
    claim = held_by_others([free_text_id], by=by, now=now).get(free_text_id)
    if claim is not None:
        raise Conflict(f"{claim.held_by} has this comment open now. Nothing of it was changed.")
