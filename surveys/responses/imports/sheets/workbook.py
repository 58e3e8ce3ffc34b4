"""XLSX in read-only mode, with the tricks refused that a workbook can play on its reader."""

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any, BinaryIO
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils.escape import unescape
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook

from surveys.core.errors import DomainError
from surveys.responses.imports.sheets.rows import Raw

MEGABYTE = 1024 * 1024
# All of it unpacked; and what openpyxl keeps in memory whole (texts, styles), which is all but the sheets.
LARGEST_UNPACKED = 600 * MEGABYTE
LARGEST_IN_MEMORY = 64 * MEGABYTE
MOST_ROWS = 1_048_576
MOST_COLUMNS = 1000
SHEETS = "xl/worksheets/"
ESCAPED = re.compile(r"_x[0-9A-Fa-f]{4}_")
DAMAGED = (
    "This Excel file is damaged, or not an Excel file. Open it, save it as .xlsx or .csv, and try again."
)
TOO_LARGE = "This Excel file is too large to unpack. Save it as .csv, or in smaller parts."
TOO_WIDE = "The row has more than 1,000 cells. Look for a stray cell at its far right."
FAULTS = (
    InvalidFileException, zipfile.BadZipFile, zlib.error, ParseError,
    KeyError, ValueError, TypeError, AttributeError, IndexError, EOFError, NotImplementedError,
)  # fmt: skip


class Book:
    """A workbook, opened once. Raises DomainError when it is none, damaged or too large."""

    def __init__(self, file: BinaryIO) -> None:
        with _spoken():
            _refuse_bombs(file)
            self._book = _loaded(file)
        self.sheets = [page.title for page in self._book.worksheets if page.sheet_state == "visible"]

    def rows(self, sheet: str = "") -> Iterator[Raw]:
        """The cells of each row of a sheet (the first that is not hidden, when none is named)."""
        with _spoken():
            # Typed as the kind that is written, though it is the kind that is read row by row.
            page: Any = self._book[self.chosen(sheet)]
            # What a sheet says of its own size may be wrong, and would be padded with empty cells.
            page.reset_dimensions()
            for number, cells in enumerate(page.iter_rows(values_only=True), start=1):
                if number > MOST_ROWS:
                    raise DomainError(DAMAGED)
                yield _row(cells)

    def chosen(self, sheet: str) -> str:
        """The sheet that is read. Raises DomainError when there is none of this name."""
        if not self.sheets:
            raise DomainError(DAMAGED)
        if sheet and sheet not in self.sheets:
            raise DomainError(f"The file has no sheet “{sheet}”.")
        return sheet or self.sheets[0]


@contextmanager
def _spoken() -> Iterator[None]:
    try:
        yield
    except FAULTS as error:
        raise DomainError(DAMAGED) from error


def _loaded(file: BinaryIO) -> Workbook:
    with warnings.catch_warnings():
        # About styles and validations, which nobody asked for.
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(file, read_only=True, data_only=True)


def _refuse_bombs(file: BinaryIO) -> None:
    file.seek(0)
    with zipfile.ZipFile(file) as archive:
        sizes = {member.filename: member.file_size for member in archive.infolist()}
    kept = sum(size for name, size in sizes.items() if not name.startswith(SHEETS))
    if sum(sizes.values()) > LARGEST_UNPACKED or kept > LARGEST_IN_MEMORY:
        raise DomainError(TOO_LARGE)


def _row(cells: Sequence[Any]) -> Raw:
    """The cells as text. One stray cell at the far right makes a row of 16,384, so those are not all read."""
    if any(cells[MOST_COLUMNS:]):
        return TOO_WIDE
    return [_as_text(cell) for cell in cells[:MOST_COLUMNS]]


def _as_text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        # Excel writes some letters, such as a carriage return, as _x000D_.
        return unescape(cell) if "_x" in cell and ESCAPED.search(cell) else cell
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ").removesuffix(" 00:00:00")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
