"""The spreadsheet: one sheet a section, words where a figure is hidden, and nothing that runs."""

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import xlsxwriter

from surveys.reports.documents import sheets
from surveys.reports.documents.finished import Finished

SAFE = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
WIDEST = 70


def render(report: Finished) -> bytes:
    """The report as XLSX; the same report gives the same bytes."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, SAFE) as book:
        created = report.compiled_at.replace(tzinfo=None)
        book.set_properties({"title": report.title, "comments": report.state, "created": created})
        looks = {
            "heading": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
            "cell": book.add_format({"text_wrap": True, "valign": "top"}),
        }
        for name, rows in sheets.of(report).items():
            _write(book.add_worksheet(name), rows, looks)
    return out.getvalue()


def _write(sheet: Any, rows: Sequence[Sequence[Any]], looks: Mapping[str, Any]) -> None:
    """The first row is the heading: it stays in sight."""
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            sheet.write(number, column, value, looks["heading" if number == 0 else "cell"])
    for column, width in enumerate(_widths(rows)):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 0)


def _widths(rows: Iterable[Sequence[Any]]) -> list[int]:
    widths: list[int] = []
    for row in rows:
        widths += [0] * (len(row) - len(widths))
        for column, value in enumerate(row):
            widths[column] = max(widths[column], min(WIDEST, len(str(value)) + 2))
    return widths
