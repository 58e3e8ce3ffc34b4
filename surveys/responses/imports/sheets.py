"""Reads CSV and XLSX row by row, so that memory does not grow with the file."""

import codecs
import csv
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from itertools import chain
from pathlib import Path
from typing import Any

import openpyxl
from charset_normalizer import from_bytes
from openpyxl.utils.exceptions import InvalidFileException

from surveys.core.errors import DomainError

SAMPLE = 256 * 1024
DELIMITERS = ",;\t|"
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
LONGEST_CELL = 1_000_000

Cells = dict[str, str]
Numbered = tuple[int, Cells | None]


def rows(path: Path) -> Iterator[Numbered]:
    """Each row's number, as a spreadsheet program shows it, with its cells by column name.

    The first row names the columns. A row with more cells than names comes as None. Rows that are wholly empty
    come only when something follows them. Raises DomainError when the file cannot be read at all.
    """
    raw = _xlsx(path) if _is_xlsx(path) else _csv(path)
    try:
        names = _names(next(raw, []))
        yield from _named(raw, names)
    except csv.Error as error:
        raise DomainError(f"The file cannot be read as a table: {error}.") from error


def column_names(path: Path) -> list[str]:
    """The names in the first row."""
    raw = _xlsx(path) if _is_xlsx(path) else _csv(path)
    return _names(next(raw, []))


def encoding_of(path: Path) -> str:
    """How a text file is encoded: by its byte-order mark, UTF-8 where that reads, else the likeliest guess."""
    with path.open("rb") as file:
        sample = file.read(SAMPLE)
    marked = next((name for mark, name in BOMS if sample.startswith(mark)), None)
    if marked:
        return marked
    if _reads_as_utf8(path):
        return "utf-8"
    guess = from_bytes(sample, cp_isolation=["cp1252", "cp1250", "cp1251", "cp1256", "mac_roman"]).best()
    return guess.encoding if guess else "cp1252"


def _reads_as_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                decoder.decode(block)
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _is_xlsx(path: Path) -> bool:
    with path.open("rb") as file:
        start = file.read(4)
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        raise DomainError("This is an old Excel file (.xls). Save it as .xlsx or .csv and try again.")
    return start.startswith(b"PK\x03\x04")


def _csv(path: Path) -> Iterator[list[str]]:
    csv.field_size_limit(LONGEST_CELL)
    with path.open(encoding=encoding_of(path), errors="replace", newline="") as file:
        head = file.readline()
        file.seek(0)
        delimiter = max(DELIMITERS, key=head.count)
        yield from csv.reader(file, delimiter=delimiter)


def _xlsx(path: Path) -> Iterator[list[str]]:
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise DomainError("This Excel file is damaged or protected. Save it again without a password.") from error
    try:
        sheet = book.worksheets[0]
        for cells in sheet.iter_rows(values_only=True):
            yield [_as_text(cell) for cell in cells]
    finally:
        book.close()


def _as_text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time().isoformat() == "00:00:00" else cell.isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _names(first: list[str]) -> list[str]:
    names = [tidy_name(cell) for cell in first]
    while names and not names[-1]:
        names.pop()
    if not names:
        raise DomainError("The file is empty: its first row should name the columns.")
    twice = next((name for name in names if name and names.count(name) > 1), None)
    if twice:
        raise DomainError(f"Two columns are called “{twice}”. Give each its own name.")
    return names


def tidy_name(cell: str) -> str:
    """A column's name without byte-order marks and with single ordinary spaces."""
    return " ".join(cell.replace("\ufeff", "").split())


def _named(raw: Iterator[list[str]], names: list[str]) -> Iterator[Numbered]:
    empty: list[int] = []
    for number, cells in enumerate(raw, start=2):
        # str.split and strip know the non-breaking space, which these files are full of.
        values = [cell.strip() for cell in cells]
        if not any(values):
            empty.append(number)
            continue
        yield from chain(((blank, {}) for blank in empty), [(number, _cells(names, values))])
        empty = []


def _cells(names: list[str], values: list[str]) -> Cells | None:
    if any(values[len(names) :]):
        return None
    padded = values + [""] * (len(names) - len(values))
    return dict(zip(names, padded, strict=False))
