"""How far people have read what a woman wrote."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from surveys.responses.models import FreeText


@dataclass(frozen=True)
class Reading:
    """How far people have read what a woman wrote.

    `read_at`: when somebody had checked the last of what she sent at first; None while that waits, and where
    she wrote nothing. `waiting`: how many of her texts, later ones too, nobody has checked.
    """

    texts: int
    waiting: int
    read_at: datetime | None


def reading_of(response_id: UUID) -> Reading:
    """How far people have read one response."""
    rows = FreeText.objects.filter(response_id=response_id).values_list(
        "addition__said_at", "clearance__cleared_at"
    )
    waiting = sum(checked_at is None for _, checked_at in rows)
    first = [checked_at for said_later, checked_at in rows if said_later is None]
    read = [checked_at for checked_at in first if checked_at is not None]
    return Reading(
        texts=len(rows), waiting=waiting, read_at=max(read) if read and len(read) == len(first) else None
    )
