"""A spreadsheet as rows of named cells, whatever kind of file it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from openpyxl.utils import get_column_letter

from surveys.core.errors import DomainError
from surveys.responses.imports.sheets import delimited
from surveys.responses.imports.sheets.rows import Raw, SheetRow
from surveys.responses.imports.sheets.workbook import Book

MOST_LINES = 100
UNREADABLE = re.compile("[\ud800-\udfff]")
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
ZIP = b"PK\x03\x04"
WEB_PAGE = re.compile(rb"\s*<(!doctype|html|table|\?xml|head|meta)", re.IGNORECASE)
NO_TABLE = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"Rar!", b"\x1f\x8b", b"7z\xbc\xaf")
EMPTY = "The file is empty: its first row should name the columns."
TOO_MANY_CELLS = "The row has more cells than there are columns. Look for a stray comma or quotation mark."
TOO_MANY_LINES = (
    f"A cell of this row runs over more than {MOST_LINES} lines. Look for a stray quotation mark."
)
UNREADABLE_LETTERS = "The row has letters that cannot be read. Save the file as UTF-8 and try again."


@dataclass(frozen=True)
class Table:
    """A file that has been opened: its sheets that are not hidden (none for CSV), its columns, its rows.

    Empty rows come only when something follows them.
    """

    sheets: tuple[str, ...]
    names: list[str]
    rows: Iterator[SheetRow]


def read(file: BinaryIO, *, sheet: str = "") -> Table:
    """The table in a file or in one of its sheets. Raises DomainError where it cannot be read."""
    book = Book(file) if _is_workbook(file) else None
    raw = book.rows(sheet) if book else delimited.rows(file)
    names = _names(next(raw, []))
    return Table(tuple(book.sheets) if book else (), names, _rows(raw, names))


def _rows(raw: Iterator[Raw], names: list[str]) -> Iterator[SheetRow]:
    empty: list[int] = []
    for number, given in enumerate(raw, start=2):
        row = _row(number, given, names)
        if not row.cells and not row.fault:
            empty.append(number)
            continue
        yield from (SheetRow(blank, {}) for blank in empty)
        yield row
        empty = []


def tidy_name(cell: str) -> str:
    """A column's name without byte-order marks and with single ordinary spaces."""
    return " ".join(cell.replace("\ufeff", "").split())


def _is_workbook(file: BinaryIO) -> bool:
    file.seek(0)
    start = file.read(1024).removeprefix(b"\xef\xbb\xbf")
    if start.startswith(OLD_EXCEL):
        raise DomainError(
            "This is an old Excel file (.xls) or has a password. Save it as .xlsx or .csv without a password."
        )
    if WEB_PAGE.match(start):
        raise DomainError("This is a web page with the name of a spreadsheet. Open it and save it as .xlsx.")
    if start.startswith(NO_TABLE):
        raise DomainError("This is not a spreadsheet. Choose a .csv or .xlsx file.")
    return start.startswith(ZIP)


def _names(first: Raw) -> list[str]:
    if isinstance(first, str):
        raise DomainError(f"The first row should name the columns. {first}")
    names = [tidy_name(cell.replace("\x00", "")) for cell in first]
    while names and not names[-1]:
        names.pop()
    if not names:
        raise DomainError(EMPTY)
    names = [name or f"Column {get_column_letter(place)}" for place, name in enumerate(names, start=1)]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise DomainError(f"Two columns are called “{twice[:60]}”. Give each a name of its own.")
    return names


def _row(number: int, given: Raw, names: list[str]) -> SheetRow:
    if isinstance(given, str):
        return SheetRow(number, {}, fault=given)
    # str.strip knows the non-breaking space, which these files are full of; PostgreSQL cannot store NUL.
    values = [cell.replace("\x00", "").strip() for cell in given]
    fault = _fault(values, len(names))
    if fault or not any(values):
        return SheetRow(number, {}, fault=fault)
    padded = values + [""] * (len(names) - len(values))
    return SheetRow(number, dict(zip(names, padded, strict=False)))


def _fault(values: list[str], columns: int) -> str:
    if any(values[columns:]):
        return TOO_MANY_CELLS
    if any(value.count("\n") >= MOST_LINES for value in values if len(value) > MOST_LINES):
        return TOO_MANY_LINES
    if any(not value.isascii() and UNREADABLE.search(value) for value in values):
        return UNREADABLE_LETTERS
    return ""
