"""What the first rows of a file look like: its sheets and columns, and the codes in them; never free text."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO

from surveys.responses.imports import files
from surveys.responses.imports.models import ImportBatch
from surveys.responses.imports.reading import looks_like_a_date
from surveys.responses.imports.sheets import table

ROWS_LOOKED_AT = 5000
MOST_CODES = 60
LONGEST_CODE = 60


@dataclass(frozen=True)
class Column:
    """One column: how many rows have it filled, its codes or its dates, the commonest first.

    `codes` is empty where there are too many different or too long ones: those are people's words.
    """

    name: str
    filled: int
    unique: bool
    codes: tuple[str, ...]
    dates: tuple[str, ...]


@dataclass(frozen=True)
class Sample:
    """The first rows of a file."""

    sheets: tuple[str, ...]
    sheet: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> list[str]:
        return [column.name for column in self.columns]

    def column(self, name: str) -> Column | None:
        return next((column for column in self.columns if column.name == name), None)


def sample_of(batch: ImportBatch, *, sheet: str = "") -> Sample:
    """What an uploaded file looks like. Raises DomainError when it cannot be read or has no such sheet."""
    with files.opened(batch) as file:
        return sample(file, sheet=sheet)


def sample(file: BinaryIO, *, sheet: str = "") -> Sample:
    """What a file looks like."""
    opened = table.read(file, sheet=sheet)
    values: Mapping[str, Counter[str]] = {name: Counter() for name in opened.names}
    for row in islice(opened.rows, ROWS_LOOKED_AT):
        for name, value in row.cells.items():
            if value:
                values[name][value[: LONGEST_CODE + 1]] += 1
    chosen = sheet or next(iter(opened.sheets), "")
    return Sample(opened.sheets, chosen, tuple(_column(name, found) for name, found in values.items()))


def _column(name: str, found: Counter[str]) -> Column:
    commonest = [value for value, _ in found.most_common(MOST_CODES)]
    few = len(found) <= MOST_CODES and all(len(value) <= LONGEST_CODE for value in commonest)
    return Column(
        name=name,
        filled=found.total(),
        unique=bool(found) and found.total() == len(found),
        codes=tuple(commonest) if few else (),
        dates=tuple(value for value in commonest if looks_like_a_date(value)),
    )
