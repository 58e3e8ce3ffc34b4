"""The figures of a quarter's report out of a million responses, against counting the same by raw SQL."""

import json
from datetime import date

from django.db import connection

from surveys.core import clock
from surveys.organisations import queries as organisations
from surveys.reports import rollups
from surveys.reports.rollups.counting import COUNTED, Bucket, parameters
from tests.benchmarks import million
from tests.benchmarks.paired import at_most, compare, seconds
from tests.factories.world import Place, place

QUARTER = (date(2026, 7, 1), date(2026, 8, 1), date(2026, 9, 1))
OURS = """
SELECT local_month, measure, key, sentiment, sum(count)::bigint FROM reports_monthlycount
WHERE partnership_id = ANY(%s) AND local_month = ANY(%s)
GROUP BY local_month, measure, key, sentiment
"""
RAW = f"SELECT local_month, measure, key, sentiment, sum(count)::bigint FROM ({COUNTED}) AS counted GROUP BY 1, 2, 3, 4"
