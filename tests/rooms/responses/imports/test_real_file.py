"""A real export with a real export's faults: every number agrees with an independent count.

The file is not part of the project; where it is not beside it, a made-up one with the same faults is read.
"""

import csv
import io
import json
import random
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from surveys.responses.models import FreeText, Response
from tests.factories.world import Place

ROOT = Path(__file__).resolve().parents[4]
REAL = ROOT.parent / "shared" / "data" / "nhs_fft_comments.csv"
MAPPING = ROOT / "tests" / "mappings" / "nhs_fft.toml"
CODES = {"1": "very_good", "2": "good", "3": "neither", "4": "poor", "5": "very_poor", "6": "dont_know"}


def look_alike(path: Path) -> Path:
    """700 made-up rows: a byte-order mark, odd spaces, impossible dates, empty and equal comments."""
    chance = random.Random(7)
    rows = [["Comment ID", "Trust", "Date", "FFT categorical answer", "FFT question", "FFT answer"]]
    for number in range(700):
        day = f"{chance.randint(1, 31):02}/{chance.randint(1, 12):02}/2022"
        words = chance.choice(
            ["", "Did not answer", "Nothing.", "Nothing\xa0", 'Said "well done", twice', "Two\nlines"]
        )
        rows.append([f"A {number}", "A", day, chance.choice("1112345677"), "FFT\xa0 Why?", words])
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def counted(path: Path) -> tuple[int, Counter[str], Counter[date], int, list[int]]:
    """Rows, FFT codes, months, texts and refused row numbers, counted without the product's code."""
    rows, codes, months, texts, refused = 0, Counter[str](), Counter[date](), 0, []
    with path.open(encoding="utf-8-sig", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), start=2):
            rows += 1
            code, words = CODES.get(row["FFT categorical answer"], ""), row["FFT answer"].strip()
            said = bool(words) and words.lower() != "did not answer"
            try:
                month = datetime.strptime(row["Date"].strip(), "%d/%m/%Y").date().replace(day=1)  # noqa: DTZ007 - a day only
            except ValueError:
                refused.append(number)
                continue
            if not code and not said:
                refused.append(number)
                continue
            codes[code] += 1
            months[month] += 1
            texts += said
    return rows, codes, months, texts, refused


def command(path: Path, place: Place, *options: str) -> Any:
    said = io.StringIO()
    partnership = f"--partnership={place.mvp.slug}"
    call_command(
        "import_responses", str(path), partnership, f"--mapping={MAPPING}", "--json", *options,
        stdout=said, skip_checks=True,
    )  # fmt: skip
    return json.loads(said.getvalue())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return REAL if REAL.exists() else look_alike(tmp_path / "answers.csv")


def test_every_number_agrees_with_an_independent_count(leicester: Place, file: Path) -> None:
    rows, codes, months, texts, refused = counted(file)

    predicted = command(file, leicester, "--dry-run")
    assert not Response.objects.exists()
    outcome = command(file, leicester)
    again = command(file, leicester)

    assert predicted == outcome
    assert (outcome["rows"], outcome["duplicates"]) == (rows, 0)
    assert [refusal["row"] for refusal in outcome["refused"]] == refused
    assert outcome["accepted"] == rows - len(refused) == Response.objects.count()
    assert Counter(Response.objects.values_list("fft", flat=True)) == codes
    assert Counter(Response.objects.values_list("local_month", flat=True)) == months
    assert FreeText.objects.count() == texts
    assert (again["accepted"], again["duplicates"]) == (0, outcome["accepted"])
    assert again["refused"] == outcome["refused"]
    assert Response.objects.count() == outcome["accepted"]


def test_the_made_up_file_has_the_faults_it_is_for(tmp_path: Path) -> None:
    rows, _, months, texts, refused = counted(look_alike(tmp_path / "answers.csv"))

    assert rows == 700
    assert len(months) == 12
    assert 0 < texts < rows
    assert len(refused) > 20
