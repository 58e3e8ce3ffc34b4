"""What was done with an original: who opened it, and what was left readable or shown again, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from surveys.core import trail
from surveys.moderation.models import Unhidden
from surveys.people.models import User
from surveys.responses import raw_text


@dataclass(frozen=True)
class Opening:
    """Somebody had the original before her, this many times between the first and the last."""

    who: str
    times: int
    first: datetime
    last: datetime


def openings_of(free_text_id: UUID) -> list[Opening]:
    """Who has opened the original of a text, the latest first; one line a person."""
    read: dict[UUID, list[datetime]] = {}
    for actor_id, at in trail.actors_of(raw_text.READ, free_text_id):
        read.setdefault(actor_id, []).append(at)
    people = User.objects.in_bulk(list(read))
    return [Opening(str(people[who]), len(times), min(times), max(times)) for who, times in read.items()]


def unhidden_in(free_text_id: UUID) -> Sequence[Unhidden]:
    """What people left readable or showed again in a text, the latest first."""
    found = Unhidden.objects.filter(free_text_id=free_text_id).select_related("decided_by")
    return list(found.order_by("-decided_at", "start"))
