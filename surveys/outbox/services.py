"""Publish, claim and settle messages."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection, transaction

LEASE = timedelta(minutes=5)
FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(hours=1)

PUBLISH = """
INSERT INTO outbox_message (topic, subject_id, due_at)
SELECT %(topic)s, subject, %(due_at)s FROM unnest(%(subjects)s::uuid[]) AS subject
"""
CLAIM = """
UPDATE outbox_message SET leased_until = %(until)s, attempts = attempts + 1
WHERE id = ANY(ARRAY(
    SELECT id FROM outbox_message
    WHERE topic = %(topic)s AND due_at <= %(now)s AND (leased_until IS NULL OR leased_until <= %(now)s)
    ORDER BY due_at LIMIT %(most)s FOR UPDATE SKIP LOCKED
))
RETURNING id, subject_id, attempts
"""
SETTLE = "DELETE FROM outbox_message WHERE id = ANY(%s)"
POSTPONE = """
UPDATE outbox_message SET leased_until = NULL, error = %(error)s,
    due_at = %(now)s + LEAST(%(first)s * power(2, attempts - 1), %(longest)s)
WHERE id = ANY(%(ids)s)
"""


@dataclass(frozen=True)
class Claim:
    """A message in this worker's hands: its key, what it is about, and how often it has been tried."""

    id: UUID
    subject_id: UUID
    attempts: int


def publish(topic: str, *, subjects: Iterable[UUID], due_at: datetime) -> None:
    """Leave one message for each subject, inside the caller's transaction."""
    with connection.cursor() as cursor:
        cursor.execute(PUBLISH, {"topic": topic, "subjects": list(subjects), "due_at": due_at})


def claim(topic: str, *, now: datetime, most: int = 100) -> list[Claim]:
    """Take up to `most` due messages of a topic that no other worker holds, for five minutes."""
    with connection.cursor() as cursor:
        cursor.execute(CLAIM, {"topic": topic, "now": now, "until": now + LEASE, "most": most})
        return [Claim(*row) for row in cursor.fetchall()]


def settle(claims: Sequence[Claim]) -> None:
    """The messages have been acted on: forget them."""
    with connection.cursor() as cursor:
        cursor.execute(SETTLE, [[claim.id for claim in claims]])


def postpone(claims: Sequence[Claim], *, error: str, now: datetime) -> None:
    """Try again later: after 5 seconds, then twice as long each time, at most an hour."""
    with connection.cursor() as cursor:
        cursor.execute(
            POSTPONE,
            {
                "ids": [claim.id for claim in claims],
                "error": error,
                "now": now,
                "first": FIRST_WAIT,
                "longest": LONGEST_WAIT,
            },
        )


def work_off(
    topic: str,
    handle: Callable[[Sequence[UUID]], object],
    *,
    now: Callable[[], datetime],
    on_failure: Callable[[str, Exception], None],
    most: int = 100,
) -> int:
    """Claim one batch, hand its subjects to `handle`, and settle it; how many messages were settled.

    The handler's work and the settling share one transaction, so a batch is done once or not at all. A batch
    that fails is tried message by message, so that one bad message delays only itself.
    """
    claims = claim(topic, now=now(), most=most)
    failure = _try(claims, handle) if claims else None
    if failure is None:
        return len(claims)
    on_failure(topic, failure)
    return sum(_alone(single, handle, now=now) for single in claims)


def _alone(single: Claim, handle: Callable[[Sequence[UUID]], object], *, now: Callable[[], datetime]) -> int:
    failure = _try([single], handle)
    if failure is None:
        return 1
    postpone([single], error=type(failure).__name__, now=now())
    return 0


def _try(claims: Sequence[Claim], handle: Callable[[Sequence[UUID]], object]) -> Exception | None:
    try:
        with transaction.atomic():
            handle([claim.subject_id for claim in claims])
            settle(claims)
    except Exception as failure:  # whatever a handler raises, the message must wait, not vanish
        return failure
    return None
