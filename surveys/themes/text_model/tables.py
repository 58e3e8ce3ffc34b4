"""Comments in a spreadsheet with one column a code (1 or 0), for any codeframe.

The file that names the codes is TOML or JSON with `codes` (names of columns, or tables with `column` or
`code`) and perhaps `text` (the column with the words), a JSON list of names, or plain text with one name a
line.
"""

import csv
import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_YES = frozenset({"1", "1.0", "true", "yes", "y", "x"})
_NO = frozenset({"", "0", "0.0", "false", "no", "n"})
# Where a comment's words usually stand, tried in this order.
_USUAL = ("text", "comment", "comments", "fft answer", "answer", "free text", "feedback", "response")


class TableError(ValueError):
    """A file that cannot be used; the sentence says why and what would help."""


@dataclass(frozen=True, slots=True)
class CodeColumns:
    """The columns that hold codes, and the one with the words where the file names it."""

    codes: tuple[str, ...]
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Comments and the codes that each has."""

    texts: tuple[str, ...]
    codes: tuple[frozenset[str], ...]

    @property
    def says_something(self) -> list[int]:
        """Places of comments that have at least one code."""
        return [place for place, codes in enumerate(self.codes) if codes]


def read_columns(path: Path) -> CodeColumns:
    """The codeframe in `path`. Raises TableError."""
    data = _parsed(path)
    listed = data.get("codes", data.get("columns")) if isinstance(data, dict) else data
    if not isinstance(listed, list | dict) or not listed:
        raise TableError(f"{path.name} names no codes: give a list called codes.")
    names = [_name(entry, path) for entry in listed]
    text = data.get("text", data.get("text_column")) if isinstance(data, dict) else None
    return CodeColumns(tuple(names), text)


def read_table(path: Path, columns: CodeColumns) -> Table:
    """The comments in the CSV file at `path`.

    Raises TableError for a missing column or a cell that is no yes or no.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise TableError(f"{path.name} cannot be read: {error}") from error
    if not rows:
        raise TableError(f"{path.name} holds no rows.")
    missing = [code for code in columns.codes if code not in rows[0]]
    if missing:
        raise TableError(f"{path.name} has no column {', '.join(missing)}.")
    text = columns.text or _text_column(rows[0], path)
    return Table(
        tuple(row[text] or "" for row in rows),
        tuple(_codes(row, line, columns.codes, path) for line, row in enumerate(rows, start=2)),
    )


def _parsed(path: Path) -> Any:
    try:
        content = path.read_text(encoding="utf-8-sig")
        if path.suffix == ".toml":
            return tomllib.loads(content)
        if path.suffix == ".json":
            return json.loads(content)
    except (OSError, ValueError) as error:
        raise TableError(f"{path.name} cannot be read: {error}") from error
    lines = [line.strip().strip('"') for line in content.splitlines()]
    return [line for line in lines if line and not line.startswith("#")]


def _name(entry: Any, path: Path) -> str:
    if isinstance(entry, Mapping):
        entry = entry.get("column") or entry.get("code") or entry.get("name")
    if not isinstance(entry, str):
        raise TableError(f"{path.name}: each code needs the name of its column.")
    return entry


def _text_column(row: Mapping[str, str], path: Path) -> str:
    names = {name.strip().lower(): name for name in row if name}
    found = next((names[usual] for usual in _USUAL if usual in names), None)
    if found is None:
        raise TableError(f'{path.name}: say which column holds the words, as "text" in the codeframe file.')
    return found


def _codes(row: Mapping[str, str], line: int, codes: Sequence[str], path: Path) -> frozenset[str]:
    cells = {code: (row[code] or "").strip().lower() for code in codes}
    odd = next((code for code, cell in cells.items() if cell not in _YES | _NO), None)
    if odd is not None:
        raise TableError(f'{path.name}, line {line}: {odd} must be 1 or 0, not "{row[odd]}".')
    return frozenset(code for code, cell in cells.items() if cell in _YES)
