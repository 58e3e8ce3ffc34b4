"""The figures of a quarter's report out of a million responses, against the same counts by raw SQL."""

import json
from collections import Counter
from datetime import date

from django.db import connection

from surveys.reports import rollups
from surveys.reports.counts import Tally, tally
from surveys.reports.periods import ReportPeriod
from surveys.reports.scopes import Scope
from tests.benchmarks import million
from tests.benchmarks.paired import at_most, compare, seconds
from tests.factories.world import Place, place

QUARTER = ReportPeriod(date(2026, 7, 1), date(2026, 10, 1))
MEASURES = ("responses", "fft", "group:age", "comments", "theme")
RAW = """
WITH heard AS (
    SELECT id, fft, answers ->> 'age' AS age FROM responses_response
    WHERE partnership_id = ANY(%(partnerships)s) AND local_month >= %(start)s AND local_month < %(end)s
        AND withdrawn_at IS NULL AND consultation_id IS NULL
), spoke AS (
    SELECT heard.id, t.id AS text_id FROM heard
    JOIN responses_consent c ON c.response_id = heard.id AND c.purpose = 'themes' AND c.given
        AND c.withdrawn_at IS NULL
    JOIN responses_freetext t ON t.response_id = heard.id
), about AS (
    SELECT spoke.id, s.code,
        CASE WHEN min(s.sentiment) = max(s.sentiment) THEN min(s.sentiment) ELSE 'mixed' END AS sentiment
    FROM spoke JOIN themes_themesuggestion s ON s.free_text_id = spoke.text_id GROUP BY spoke.id, s.code
)
SELECT 'responses', '', '', count(*) FROM heard
UNION ALL SELECT 'fft', fft, '', count(*) FROM heard GROUP BY fft
UNION ALL SELECT 'group:age', age, '', count(*) FROM heard WHERE age IS NOT NULL GROUP BY age
UNION ALL SELECT 'comments', '', '', count(DISTINCT id) FROM spoke
UNION ALL SELECT 'theme', code, sentiment, count(*) FROM about GROUP BY code, sentiment
"""


def run() -> bool:
    """Makes the million, keeps its counts, checks them against a full recount, and measures."""
    places = [place(name) for name in ("Leicester", "Newcastle", "Durham", "Carlisle")]
    taken = seconds(lambda: million.bring_in(places))
    kept = seconds(rollups.recount_all)
    exact = _counts_are_exact(places, made_in=taken, kept_in=kept)
    scope = Scope(frozenset(chosen.mvp.pk for chosen in places))
    fast = compare(
        "report figures of a quarter out of a million responses",
        unit="seconds",
        ours=lambda: seconds(lambda: tally(scope, QUARTER, measures=MEASURES)),
        baseline=lambda: seconds(lambda: _raw(scope)),
        bound=at_most(0.30),
    )
    return exact and fast


def _counts_are_exact(places: list[Place], *, made_in: float, kept_in: float) -> bool:
    scope = Scope(frozenset(chosen.mvp.pk for chosen in places))
    wrong = len(list(rollups.differences()))
    same = tally(scope, QUARTER, measures=MEASURES) == _raw(scope)
    line = {
        "figure": "kept counts against a full recount",
        "responses": million.RESPONSES,
        "made_in_seconds": round(made_in, 1),
        "counted_in_seconds": round(kept_in, 1),
        "differences": wrong,
        "equal_to_raw_sql": same,
        "holds": not wrong and same,
    }
    print(json.dumps(line), flush=True)
    return not wrong and same


def _raw(scope: Scope) -> Tally:
    with connection.cursor() as cursor:
        cursor.execute(
            RAW,
            {"partnerships": list(scope.partnership_ids), "start": QUARTER.start, "end": QUARTER.end},
        )
        return Counter({tuple(what): count for *what, count in cursor.fetchall()})
