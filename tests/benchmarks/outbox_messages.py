"""Messages settled a second, against a bare loop that claims and deletes batches of the same size."""

from collections.abc import Callable, Sequence
from uuid import UUID, uuid4

from django.db import connection, transaction

from surveys.core import clock
from surveys.outbox import services as outbox
from tests.benchmarks.paired import at_least, compare, seconds

MESSAGES = 20_000
TOPIC = "benchmark"
BARE = """
DELETE FROM outbox_message WHERE id = ANY(ARRAY(
    SELECT id FROM outbox_message WHERE topic = %s AND due_at <= now()
    ORDER BY due_at LIMIT 100 FOR UPDATE SKIP LOCKED
)) RETURNING id, subject_id
"""


def run() -> bool:
    return compare(
        "outbox messages settled",
        unit="messages a second",
        ours=lambda: _rate(_settle),
        baseline=lambda: _rate(_bare_loop),
        bound=at_least(0.5),
    )


def _rate(work: Callable[[], object]) -> float:
    outbox.publish(TOPIC, subjects=[uuid4() for _ in range(MESSAGES)], due_at=clock.now())
    return MESSAGES / seconds(work)


def _settle() -> None:
    while outbox.work_off(TOPIC, _nothing, now=clock.now, on_failure=_fail):
        pass


def _bare_loop() -> None:
    claimed = True
    while claimed:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(BARE, [TOPIC])
            claimed = bool(cursor.fetchall())


def _nothing(subjects: Sequence[UUID]) -> None:
    """The handler: what a message asks for is not measured here."""


def _fail(topic: str, failure: Exception) -> None:
    raise failure
