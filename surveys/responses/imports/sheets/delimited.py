"""CSV and its relatives: any delimiter, any encoding; a stray quotation mark costs its own row only."""

import csv
import io
from collections import deque
from collections.abc import Iterator
from typing import BinaryIO

from surveys.core.errors import DomainError
from surveys.responses.imports.sheets.encodings import encoding_of
from surveys.responses.imports.sheets.rows import Raw

DELIMITERS = ",;\t|"
HEAD = 64 * 1024
LONGEST_CELL = 1_000_000
MOST_FAULTS = 1000
UNMATCHED = "The quotation marks in this row do not match, so its cells cannot be told apart."
TOO_MANY_FAULTS = (
    "More than 1,000 rows have quotation marks that do not match. "
    "Open the file in a spreadsheet program and save it again."
)


def rows(file: BinaryIO) -> Iterator[Raw]:
    """The cells of each row, or what is wrong with it. Raises DomainError when nothing can be read."""
    # A cell that is never closed would otherwise swallow the rest of the file into memory.
    csv.field_size_limit(LONGEST_CELL)
    encoding = encoding_of(file)
    file.seek(0)
    # What cannot be decoded stays visible as a lone surrogate, and its row is refused instead of changed.
    text = io.TextIOWrapper(file, encoding=encoding, errors=_errors(encoding), newline="")
    try:
        yield from _rows(text)
    except UnicodeError as error:
        raise DomainError(
            "The letters of this file cannot be read. Save it as UTF-8 and try again."
        ) from error
    finally:
        # Otherwise the file would be closed with its decoder; its owner may read it again.
        if not file.closed:
            text.detach()


def _errors(encoding: str) -> str:
    return "strict" if encoding.startswith(("utf-16", "utf-32")) else "surrogateescape"


def _rows(text: io.TextIOWrapper) -> Iterator[Raw]:
    head = text.read(HEAD)
    text.seek(0)
    lines = _Lines(text)
    delimiter = _told(head)
    if delimiter:
        next(lines)
    reader = csv.reader(lines, delimiter=delimiter or _likely(head), strict=True, skipinitialspace=True)
    faults = 0
    while True:
        lines.begin_row()
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error:
            faults += 1
            if faults > MOST_FAULTS:
                raise DomainError(TOO_MANY_FAULTS) from None
            lines.give_back()
            yield UNMATCHED


def _told(head: str) -> str | None:
    """The delimiter that a first line such as `sep=;` announces; spreadsheet programs hide that line."""
    first = head.split("\n", 1)[0].strip().lower()
    return first[4] if len(first) == 5 and first.startswith("sep=") else None


def _likely(head: str) -> str:
    """The delimiter that cuts the first row into most cells."""
    return max(DELIMITERS, key=lambda delimiter: len(_first_row(head, delimiter)))


def _first_row(head: str, delimiter: str) -> list[str]:
    reader = csv.reader(io.StringIO(head, newline=""), delimiter=delimiter, skipinitialspace=True)
    return next(reader, [])


class _Lines(Iterator[str]):
    """The lines of a text; those of a row that turned out wrong can be had again, but for its first."""

    def __init__(self, text: Iterator[str]) -> None:
        self._text = text
        self._row: list[str] = []
        self._again: deque[str] = deque()

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._text)
        self._row.append(line)
        return line

    def begin_row(self) -> None:
        self._row = []

    def give_back(self) -> None:
        self._again.extendleft(reversed(self._row[1:]))
