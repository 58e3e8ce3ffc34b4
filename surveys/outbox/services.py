"""Publish messages, and act on those that wait."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection, transaction

FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(hours=1)

# The head of a message's insert, for a statement that publishes what it does itself.
INTO = "INSERT INTO outbox_message (topic, subject_id, due_at)"
PUBLISH = f"{INTO} SELECT %(topic)s, subject, %(due_at)s FROM unnest(%(subjects)s::uuid[]) AS subject"  # noqa: S608 - constants
TAKE = """
DELETE FROM outbox_message WHERE id = ANY(ARRAY(
    SELECT id FROM outbox_message WHERE topic = %(topic)s AND due_at <= %(now)s
    ORDER BY due_at LIMIT %(most)s FOR UPDATE SKIP LOCKED
))
RETURNING id, subject_id
"""
TAKE_BACK = """
DELETE FROM outbox_message WHERE id = ANY(ARRAY(
    SELECT id FROM outbox_message WHERE topic = %(topic)s AND subject_id = ANY(%(subjects)s::uuid[])
    FOR UPDATE SKIP LOCKED
))
"""
TAKE_ONE = """
DELETE FROM outbox_message WHERE id = (
    SELECT id FROM outbox_message WHERE id = %(id)s FOR UPDATE SKIP LOCKED
)
RETURNING id, subject_id
"""
POSTPONE = """
UPDATE outbox_message SET error = %(error)s, attempts = attempts + 1,
    due_at = %(now)s + LEAST(%(first)s * power(2, LEAST(attempts, 20)), %(longest)s)
WHERE id = %(id)s
"""

Handler = Callable[[Sequence[UUID]], object]
Taken = list[tuple[UUID, UUID]]
Parameters = dict[str, Any]


def publish(topic: str, *, subjects: Iterable[UUID], due_at: datetime) -> None:
    """Leave one message for each subject, inside the caller's transaction."""
    with connection.cursor() as cursor:
        cursor.execute(PUBLISH, {"topic": topic, "subjects": list(subjects), "due_at": due_at})


def take_back(topic: str, *, subjects: Iterable[UUID]) -> None:
    """Nothing needs to be done about these any more; what a worker is at just now it finishes."""
    with connection.cursor() as cursor:
        cursor.execute(TAKE_BACK, {"topic": topic, "subjects": list(subjects)})


def work_off(
    topic: str,
    handle: Handler,
    *,
    now: Callable[[], datetime],
    on_failure: Callable[[str, Exception], None],
    most: int = 100,
) -> int:
    """Take up to `most` due messages that no other worker has, and act on them; how many were settled.

    A message is deleted in the very transaction in which the handler does what it asks for: both happen, or
    neither, whenever a worker dies. A batch that fails is tried message by message, so that one bad message
    delays only itself: by 5 seconds, then twice as long each time, at most an hour.
    """
    seen: Taken = []
    try:
        with transaction.atomic():
            seen += _take(TAKE, {"topic": topic, "now": now(), "most": most})
            return _act(seen, handle)
    except Exception as failure:  # whatever a handler raises, its messages must wait, not vanish
        on_failure(topic, failure)
    return sum(_alone(message_id, handle, now=now) for message_id, _ in seen)


def _alone(message_id: UUID, handle: Handler, *, now: Callable[[], datetime]) -> int:
    try:
        with transaction.atomic():
            return _act(_take(TAKE_ONE, {"id": message_id}), handle)
    except Exception as failure:  # as above
        _postpone(message_id, error=type(failure).__name__, now=now())
    return 0


def _take(statement: str, parameters: Parameters) -> Taken:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return [(message_id, subject_id) for message_id, subject_id in cursor.fetchall()]


def _act(messages: Taken, handle: Handler) -> int:
    if messages:
        handle([subject_id for _, subject_id in messages])
    return len(messages)


def _postpone(message_id: UUID, *, error: str, now: datetime) -> None:
    waits: Parameters = {"first": FIRST_WAIT, "longest": LONGEST_WAIT}
    with connection.cursor() as cursor:
        cursor.execute(POSTPONE, waits | {"id": message_id, "error": error, "now": now})
