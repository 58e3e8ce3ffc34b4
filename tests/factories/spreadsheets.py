"""Spreadsheets for tests, as bytes, and ways to bring them in."""

import csv
import io
from collections.abc import Sequence
from typing import Any, BinaryIO

import xlsxwriter

from surveys.responses.imports import running, services
from surveys.responses.imports.models import ImportBatch
from surveys.responses.imports.sorting import Outcome
from tests.factories.world import NOW, Place

HEADER = ("ID", "Date", "Score", "Words")
MAPPING = """
identity = ["ID"]
consent = "Asked on the hospital's own form."

[date]
column = "Date"
formats = ["%d/%m/%Y"]

[answers.fft]
column = "Score"
codes = { "1" = "very_good", "2" = "good", "5" = "very_poor" }
blank = ["7"]

[answers.comment]
column = "Words"
blank = ["Did not answer"]

[consents]
themes = true
"""
NO_IDENTITY = MAPPING.replace('identity = ["ID"]', "")


def written(rows: Sequence[Sequence[Any]], *, header: Sequence[str] = HEADER, delimiter: str = ",") -> str:
    """A CSV file's text."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerows([header, *rows])
    return text.getvalue()


def as_csv(*rows: Sequence[Any]) -> BinaryIO:
    """A CSV file in UTF-8 with the columns ID, Date, Score, Words."""
    return io.BytesIO(written(rows).encode())


def as_xlsx(*rows: Sequence[Any], header: Sequence[str] = HEADER) -> BinaryIO:
    """An XLSX file; dates become cells with a date format."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"default_date_format": "dd/mm/yyyy"}) as book:
        sheet = book.add_worksheet("Answers")
        for number, row in enumerate([header, *rows]):
            sheet.write_row(number, 0, row)
    file.seek(0)
    return file


def numbered(count: int, *, first: int = 1) -> list[tuple[str, str, str, str]]:
    """Good rows, each with an identity of its own."""
    return [(f"R{n}", "01/02/2022", "1", f"Words {n}") for n in range(first, first + count)]


def brought_in(place: Place, file: BinaryIO, *, mapping: str = MAPPING) -> Outcome:
    """What became of a file's rows."""
    return services.import_file(
        file, file_name="answers.csv", partnership=place.mvp, mapping=mapping, by=place.chair, now=lambda: NOW
    )


def checked(place: Place, file: BinaryIO, *, mapping: str = MAPPING) -> Outcome:
    """What would become of a file's rows."""
    return services.dry_run(file, partnership=place.mvp, mapping=mapping, now=NOW)


def uploaded(place: Place, file: BinaryIO, *, name: str = "answers.csv") -> ImportBatch:
    """A file that waits for its columns to be matched."""
    return services.upload([file.read()], file_name=name, partnership=place.mvp, by=place.chair, now=NOW)


def checked_by_worker(place: Place, file: BinaryIO, *, mapping: str = MAPPING) -> ImportBatch:
    """A file that has been matched and checked, ready to be brought in."""
    batch = uploaded(place, file)
    services.match(batch.pk, mapping=mapping, by=place.chair, now=NOW)
    services.check(batch.pk, by=place.chair, now=NOW)
    running.run_waiting(now=lambda: NOW)
    batch.refresh_from_db()
    return batch
