"""Reads the kept counts. Not suppressed: `datasets` alone may use this, and hides what is small."""

from collections import Counter
from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Sum

from surveys.reports.models import MonthlyCount
from surveys.reports.periods import ReportPeriod
from surveys.reports.rollups.counting import COUNTED, Bucket, parameters
from surveys.reports.scopes import Scope

COLUMNS = (
    *("partnership_id", "unit_id", "local_month", "stage", "channel"),
    *("measure", "key", "sentiment", "count"),
)
WHAT = ("measure", "key", "sentiment")

Tally = Counter[tuple[Any, ...]]


def tally(
    scope: Scope, period: ReportPeriod, *, by: tuple[str, ...] = WHAT, measures: Collection[str] = ()
) -> Tally:
    """How many, by these columns, in a scope and a period; only these measures, where some are named.

    Whole months come from the kept counts, in one query; days outside them are counted where they stand.
    """
    kept = MonthlyCount.objects.filter(
        partnership_id__in=scope.partnership_ids, local_month__in=period.months
    )
    if scope.unit_ids is not None:
        kept = kept.filter(unit_id__in=scope.unit_ids)
    if measures:
        kept = kept.filter(measure__in=measures)
    found: Tally = Counter()
    for *what, count in kept.order_by().values_list(*by).annotate(total=Sum("count")):
        found[tuple(what)] += count
    for row in _days(scope, period.edges):
        if not measures or row["measure"] in measures:
            found[tuple(row[column] for column in by)] += row["count"]
    return found


def _days(scope: Scope, edges: Iterable[ReportPeriod]) -> Iterable[dict[str, Any]]:
    buckets = [
        Bucket(partnership_id, edge.start.replace(day=1), edge.start, edge.end)
        for edge in edges
        for partnership_id in scope.partnership_ids
    ]
    if not buckets:
        return
    with connection.cursor() as cursor:
        cursor.execute(COUNTED, parameters(buckets))
        for values in cursor.fetchall():
            row = dict(zip(COLUMNS, values, strict=True))
            if scope.unit_ids is None or row["unit_id"] in scope.unit_ids:
                yield row


def consultation_answers(scope: Scope, consultation_ids: Collection[UUID]) -> Tally:
    """How many people answered each consultation (its key, ""), and what they preferred (key, code)."""
    measures = ("consultation", "consultation:preferred")
    kept = MonthlyCount.objects.filter(partnership_id__in=scope.partnership_ids, measure__in=measures)
    wanted = {str(key) for key in consultation_ids}
    found: Tally = Counter()
    for key, count in kept.order_by().values_list("key").annotate(total=Sum("count")):
        consultation, _, option = key.partition(":")
        if consultation in wanted:
            found[consultation, option] += count
    return found
