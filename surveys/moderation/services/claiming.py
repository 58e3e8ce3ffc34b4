"""Two people never check one text: whoever opens it holds it for a few minutes."""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from surveys.core.errors import require
from surveys.moderation import claims, policies, queries
from surveys.moderation.models import Claim
from surveys.people.models import User
from surveys.responses.models import FreeText

# Long enough to read a long comment, short enough that nothing waits for somebody who has gone home.
HOLD = timedelta(minutes=5)


def claim(free_text_id: UUID, *, by: User, now: datetime) -> Claim | None:
    """Hold a text, or hold it longer, and let go of any other. None while somebody else holds it.

    Whether it is free is asked by the statement that takes it, so that of two people one is told no.
    """
    text = FreeText.objects.select_related("response").get(pk=free_text_id)
    require(policies.may_check(by, text))
    with transaction.atomic():
        taken = _taken(text, by, now)
    if taken is not None:
        let_all_go(by=by, but=free_text_id)
    return taken


def claim_next(
    partnership_ids: Collection[UUID], *, after_loss: bool = False, skip: int = 0, by: User, now: datetime
) -> FreeText | None:
    """Hold the text that has waited longest and that nobody else holds; `skip` leaves some for later."""
    waiting = queries.waiting(partnership_ids, after_loss=after_loss)
    lost: set[UUID] = set()
    while True:
        free = claims.free(waiting, by=by, now=now).exclude(pk__in=lost)
        text = next(iter(free[skip : skip + 1]), None)
        if text is None:
            return None
        # From here on nobody else can decide about it; that somebody has, a moment ago, shows now.
        if claim(text.pk, by=by, now=now) is not None and waiting.filter(pk=text.pk).exists():
            return text
        lost.add(text.pk)


def let_go(free_text_id: UUID, *, held_until: datetime, by: User) -> None:
    """She leaves the text. A message that comes late, after she has opened it again, changes nothing."""
    Claim.objects.filter(pk=free_text_id, held_by=by, held_until=held_until).delete()


def let_all_go(*, by: User, but: UUID | None = None) -> None:
    """She holds nothing any more, but this one."""
    with transaction.atomic():
        # Nobody waits for a row that somebody else is about to take over.
        mine = Claim.objects.select_for_update(skip_locked=True).filter(held_by=by).exclude(pk=but)
        Claim.objects.filter(pk__in=list(mine.values_list("pk", flat=True)), held_by=by).delete()


def _taken(text: FreeText, by: User, now: datetime) -> Claim | None:
    until = now + HOLD
    hers = Claim.objects.filter(pk=text.pk, held_by=by, held_until__gt=now)
    if not hers.update(held_until=until):
        over = Claim.objects.filter(Q(held_until__lte=now) | Q(held_by=by), pk=text.pk)
        fresh = {"held_by": by, "held_since": now, "held_until": until}
        if not over.update(**fresh):
            Claim.objects.bulk_create([Claim(free_text=text, **fresh)], ignore_conflicts=True)
    return Claim.objects.filter(pk=text.pk, held_by=by, held_until=until).first()
