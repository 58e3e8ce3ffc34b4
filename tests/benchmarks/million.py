"""A million responses of two years, made from a seed and brought in through COPY."""

import json
import random
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from surveys.core.clock import local_month
from tests.factories.world import Place

RESPONSES = 1_000_000
FIRST_DAY = datetime(2024, 11, 1, 12, tzinfo=UTC)
DAYS = 729
STAGES = ("antenatal", "birth", "postnatal_ward", "postnatal_community", "neonatal", "general")
FFT = ("very_good", "very_good", "very_good", "good", "good", "neither", "poor", "very_poor", "dont_know")
CODES = [
    "LISTEN",
    "KIND",
    "CHOICE",
    "PLACE",
    "CONT",
    "PLAN",
    "DIGI",
    "INFO",
    "LANG",
    "EQUAL",
    "TRIAGE",
    "APPT",
    "TRAVEL",
    "CONDN",
    "PREVENT",
    "INDUCE",
    "PAIN",
    "BIRTH",
    "PARTNER",
    "POSTWARD",
    "FEED",
    "HOME",
    "PMH",
    "NEO",
    "LOSS",
    "DISCH",
    "ENV",
    "AFTER",
]
SENTIMENTS = ("positive", "negative", "mixed")
AGES = ("18_19", "20_24", "25_29", "30_34", "35_39", "40_over")
ETHNIC = ("british", "indian", "pakistani", "african", "white_other", "prefer_not")

TABLES = {
    "responses_response": (
        "id", "submission_key", "receipt_digest", "partnership_id", "unit_id", "version_id", "channel",
        "stage", "language", "fft", "answers", "received_at", "local_month",
    ),
    "responses_freetext": ("id", "response_id", "question_key", "partnership_id", "local_month"),
    "responses_consent": ("response_id", "purpose", "given", "wording_version", "given_at"),
    "themes_themesuggestion": (
        "free_text_id", "code", "sentiment", "score", "evidence", "model_version",
    ),
}  # fmt: skip
Rows = dict[str, list[Sequence[Any]]]


def bring_in(places: Sequence[Place], *, count: int = RESPONSES, seed: int = 20261122) -> None:
    """`count` responses to these places, the same for the same seed; statistics are brought up to date."""
    chance = random.Random(seed)
    for batch in _batches(places, count, chance):
        for table, columns in TABLES.items():
            _copy(table, columns, batch[table])
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


BATCH = 50_000


def _batches(places: Sequence[Place], count: int, chance: random.Random) -> Iterator[Rows]:
    for start in range(0, count, BATCH):
        rows: Rows = {table: [] for table in TABLES}
        for number in range(start, min(start + BATCH, count)):
            _response(rows, number, places[number % len(places)], chance)
        yield rows


def _response(rows: Rows, number: int, place: Place, chance: random.Random) -> None:
    received_at = FIRST_DAY + timedelta(days=chance.randrange(DAYS), minutes=chance.randrange(600))
    month = local_month(received_at)
    key = UUID(int=chance.getrandbits(128), version=4)
    unit = chance.choice((place.site.pk, place.site.pk, place.service.pk, None))
    answers = (
        {"age": chance.choice(AGES), "ethnicity": chance.choice(ETHNIC)} if chance.random() < 0.6 else {}
    )
    rows["responses_response"].append(
        (
            key, key, str(key), place.mvp.pk, unit, place.version.pk, "web", chance.choice(STAGES), "en",
            chance.choice(FFT), json.dumps(answers), received_at, month,
        )
    )  # fmt: skip
    rows["responses_consent"].append((key, "themes", chance.random() < 0.94, "benchmark", received_at))
    if chance.random() < 0.7:
        _text(rows, key, place, month, chance)


def _text(rows: Rows, response: UUID, place: Place, month: date, chance: random.Random) -> None:
    text = UUID(int=chance.getrandbits(128), version=4)
    rows["responses_freetext"].append((text, response, "better", place.mvp.pk, month))
    rows["themes_themesuggestion"] += [
        (text, code, chance.choice(SENTIMENTS), 0.8, "[]", "benchmark")
        for code in chance.sample(CODES, k=chance.randrange(1, 4))
    ]


def _copy(table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    statement = f"COPY {table} ({', '.join(columns)}) FROM STDIN"
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)
