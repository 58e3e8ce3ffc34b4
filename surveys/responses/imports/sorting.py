"""Sorts rows into new ones, those already known, and those refused."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from itertools import islice
from typing import Any
from uuid import UUID

from surveys.core.errors import DomainError
from surveys.responses.imports.models import ImportedRow
from surveys.responses.imports.reading import Reader, ReadRow
from surveys.responses.imports.sheets.rows import SheetRow

ROWS_AT_ONCE = 500
CHANGED = (
    "This row has been brought in before with other answers, date or consents, and those were kept. "
    "If it is another answer, choose more columns that together name a row."
)


@dataclass(frozen=True)
class Refusal:
    """A row that was not stored, and what to put right."""

    row: int
    reason: str


@dataclass
class Outcome:
    """What became of the rows: each is accepted, a duplicate of what is known, or refused."""

    rows: int = 0
    accepted: int = 0
    duplicates: int = 0
    refused: list[Refusal] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """`{"rows", "accepted", "duplicates", "refused": [{"row", "reason"}]}`."""
        return asdict(self)


@dataclass(frozen=True)
class Sorted:
    """A few rows, sorted."""

    rows: int
    fresh: list[ReadRow]
    duplicates: int
    refused: list[Refusal]


class Sorter:
    """Sorts the rows of one file, some at a time, from the first on.

    `remember` keeps the keys of the rows that were new, for a check that stores none.
    """

    def __init__(self, reader: Reader, *, remember: bool) -> None:
        self._reader = reader
        self._remember = remember
        self._seen: dict[UUID, str] = {}

    def sort(self, some: list[SheetRow]) -> Sorted:
        """The rows, sorted; rows that say the same as one before them in the file are duplicates too."""
        read, refused = self._read(some)
        known = self._known(read)
        fresh: list[ReadRow] = []
        for row in read:
            key = row.submission.key
            if key not in known:
                known[key] = row.digest
                fresh.append(row)
            elif known[key] != row.digest:
                refused.append(Refusal(row.number, CHANGED))
        if self._remember:
            self._seen |= {row.submission.key: row.digest for row in fresh}
        refused.sort(key=lambda refusal: refusal.row)
        return Sorted(len(some), fresh, len(some) - len(fresh) - len(refused), refused)

    def pass_over(self, some: list[SheetRow]) -> None:
        """Rows that have been sorted before a worker died; the reader must have seen them all the same."""
        self._read(some)

    def _read(self, some: list[SheetRow]) -> tuple[list[ReadRow], list[Refusal]]:
        read, refused = [], []
        for row in some:
            try:
                read.append(self._reader.read(row))
            except DomainError as refusal:
                refused.append(Refusal(row.number, str(refusal)))
        return read, refused

    def _known(self, read: list[ReadRow]) -> dict[UUID, str]:
        keys = [row.submission.key for row in read]
        stored = ImportedRow.objects.filter(submission_key__in=keys)
        known = dict(stored.values_list("submission_key", "content_digest"))
        return known | {key: self._seen[key] for key in keys if key in self._seen}


def some_at_once(rows: Iterable[SheetRow]) -> Iterator[list[SheetRow]]:
    """The rows, ROWS_AT_ONCE together."""
    left = iter(rows)
    while some := list(islice(left, ROWS_AT_ONCE)):
        yield some
