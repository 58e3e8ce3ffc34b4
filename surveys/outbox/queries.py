"""What is waiting."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Min

from surveys.outbox.models import Message


@dataclass(frozen=True)
class Waiting:
    """How many messages of a topic wait, since when, and how often the unluckiest has been tried."""

    topic: str
    messages: int
    oldest: datetime
    most_attempts: int


def waiting() -> list[Waiting]:
    """The topics that have messages waiting."""
    rows = Message.objects.values("topic").annotate(
        messages=Count("id"), oldest=Min("created_at"), most_attempts=Max("attempts")
    )
    return [Waiting(**row) for row in rows.order_by("topic")]
