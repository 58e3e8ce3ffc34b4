"""Counts the months again in which something has changed, and checks the counts that are kept."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection, transaction

from surveys.reports.rollups.counting import COUNTED, Bucket, parameters
from surveys.responses import queries as responses

# A stretch of months whose rows PostgreSQL can count in memory.
AT_ONCE = 60

LOCK = """
SELECT pg_advisory_xact_lock(hashtextextended(name, 0)) FROM unnest(%(names)s::text[]) AS given(name)
"""
FORGET = """
DELETE FROM reports_monthlycount kept
USING unnest(%(partnerships)s::uuid[], %(months)s::date[]) AS given(partnership_id, local_month)
WHERE kept.partnership_id = given.partnership_id AND kept.local_month = given.local_month
"""
COLUMNS = "partnership_id, unit_id, local_month, stage, channel, measure, key, sentiment, count"
KEEP = f"INSERT INTO reports_monthlycount ({COLUMNS}) {COUNTED}"
KEPT = f"""
SELECT {COLUMNS} FROM reports_monthlycount
JOIN unnest(%(partnerships)s::uuid[], %(months)s::date[]) AS given(partnership_id, local_month)
    USING (partnership_id, local_month)
"""  # noqa: S608 - constants
DIFFERENCES = f"""
WITH kept AS ({KEPT}), counted AS ({COUNTED})
SELECT 'kept' AS side, * FROM (TABLE kept EXCEPT TABLE counted) AS wrong
UNION ALL
SELECT 'counted', * FROM (TABLE counted EXCEPT TABLE kept) AS missing
"""  # noqa: S608 - constants
EVERY_BUCKET = """
SELECT DISTINCT partnership_id, local_month FROM responses_response
UNION
SELECT DISTINCT r.partnership_id, a.local_month
FROM responses_addition a JOIN responses_response r ON r.id = a.response_id
UNION
SELECT DISTINCT partnership_id, local_month FROM reports_monthlycount
"""


@dataclass(frozen=True)
class Difference:
    """A count that is kept but was not counted again ("kept"), or the other way round ("counted")."""

    side: str
    partnership_id: UUID
    unit_id: UUID | None
    month: date
    stage: str
    channel: str
    measure: str
    key: str
    sentiment: str
    count: int


def recount(response_ids: Iterable[UUID], *, now: datetime) -> None:
    """Count again every month of every MVP in which one of these responses was received.

    Idempotent; takes `now` as every handler of a message does, though a count does not depend on it.
    """
    _recount({Bucket(*pair) for pair in responses.months_of(response_ids)})


def recount_all() -> int:
    """Count everything again, a stretch of months at a time; how many months there were."""
    return sum(_recount(stretch) for stretch in _stretches())


def differences() -> Iterator[Difference]:
    """Where the counts that are kept differ from a full recount; nothing, when all is well."""
    for stretch in _stretches():
        with connection.cursor() as cursor:
            cursor.execute(DIFFERENCES, parameters(stretch))
            yield from (Difference(*row) for row in cursor.fetchall())


@transaction.atomic
def _recount(buckets: Iterable[Bucket]) -> int:
    # Always in the same order, so that two workers wait for each other and never around each other. What the
    # one who waits counts includes what the other has committed.
    in_order = sorted(buckets, key=lambda bucket: (bucket.partnership_id, bucket.month))
    given = parameters(in_order)
    with connection.cursor() as cursor:
        cursor.execute(LOCK, {"names": [f"{each.partnership_id} {each.month}" for each in in_order]})
        cursor.execute(FORGET, given)
        cursor.execute(KEEP, given)
    return len(in_order)


def _stretches() -> Iterator[Sequence[Bucket]]:
    with connection.cursor() as cursor:
        cursor.execute(EVERY_BUCKET)
        everything = sorted(Bucket(*row) for row in cursor.fetchall())
    for start in range(0, len(everything), AT_ONCE):
        yield everything[start : start + AT_ONCE]
