"""Comments in a spreadsheet with one column a code (1 or 0), for any codeframe.

The file that names the codes is TOML or JSON with `codes` (names of columns, or tables with `column` or
`code`) and perhaps `text` (the column with the words) and `context` (a list of columns: what was asked, of
which service), a JSON list of names, or plain text with one name a line.
"""

import csv
import json
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

_YES = frozenset({"1", "1.0", "true", "yes", "y", "x"})
_NO = frozenset({"", "0", "0.0", "false", "no", "n"})
# Where a comment's words usually stand, tried in this order.
_USUAL = ("text", "comment", "comments", "fft answer", "answer", "free text", "feedback", "response")
# What a coder reads beside a comment stands in columns with such a word in their name.
_USUAL_CONTEXT = frozenset({"question", "service", "stage"})
# In letters: the network reads so many pieces and no more, and the words matter more.
_LONGEST_CONTEXT = 200


class TableError(ValueError):
    """A file that cannot be used; the sentence says why and what would help."""


@dataclass(frozen=True, slots=True)
class CodeColumns:
    """The columns that hold codes; the one with the words, and those with what stands beside them, where the
    file names them.
    """

    codes: tuple[str, ...]
    text: str | None = None
    context: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Comments, the codes that each has, and what each was said to: a question, a service, or None."""

    texts: tuple[str, ...]
    codes: tuple[frozenset[str], ...]
    contexts: tuple[str | None, ...]

    @property
    def says_something(self) -> list[int]:
        """Places of comments that have words and at least one code."""
        said = zip(self.texts, self.codes, strict=True)
        return [place for place, (text, codes) in enumerate(said) if text.strip() and codes]

    def rows(self, places: Iterable[int]) -> "Table":
        """The rows at these places, in their order."""
        kept = [(self.texts[place], self.codes[place], self.contexts[place]) for place in places]
        texts, codes, contexts = zip(*kept, strict=True) if kept else ((), (), ())
        return Table(texts, codes, contexts)


def read_columns(path: Path) -> CodeColumns:
    """The codeframe in `path`. Raises TableError."""
    data = _parsed(path)
    listed = data.get("codes", data.get("columns")) if isinstance(data, dict) else data
    if not isinstance(listed, list | dict) or not listed:
        raise TableError(f"{path.name} names no codes: give a list called codes.")
    names = [_name(entry, path) for entry in listed]
    more = data if isinstance(data, dict) else {}
    text = more.get("text", more.get("text_column"))
    if not (text is None or isinstance(text, str)):
        raise TableError(f"{path.name}: text must be the name of one column.")
    return CodeColumns(tuple(names), text, _context_named(more.get("context"), {text, *names}, path))


def settled(columns: CodeColumns, path: Path) -> CodeColumns:
    """With the columns for words and context that the file at `path` has, where none were named.

    Raises TableError where it cannot be told which column holds the words.
    """
    return _settled(columns, _rows(path), path)


def read_table(path: Path, columns: CodeColumns) -> Table:
    """The comments in the CSV file at `path`.

    Raises TableError for a missing column or a cell that is no yes or no.
    """
    rows = _rows(path)
    known = _settled(columns, rows, path)
    text, context = known.text or "", known.context or ()
    missing = [name for name in (*known.codes, text, *context) if name not in rows[0]]
    if missing:
        raise TableError(f"{path.name} has no column {', '.join(missing)}.")
    return Table(
        tuple(row[text] or "" for row in rows),
        tuple(_codes(row, line, known.codes, path) for line, row in enumerate(rows, start=2)),
        tuple(_context(row, context) for row in rows),
    )


def _settled(columns: CodeColumns, rows: Sequence[Mapping[str, str]], path: Path) -> CodeColumns:
    text = columns.text or _text_column(rows[0], path)
    context = columns.context
    if context is None:
        context = tuple(_context_columns(rows, {text, *columns.codes}))
    return replace(columns, text=text, context=context)


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise TableError(f"{path.name} cannot be read: {error}") from error
    if not rows:
        raise TableError(f"{path.name} holds no rows.")
    return rows


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
        raise TableError(f"{path.name}: each code, or what else is listed, needs the name of its column.")
    return entry


def _text_column(row: Mapping[str, str], path: Path) -> str:
    names = {name.strip().lower(): name for name in row if name}
    found = next((names[usual] for usual in _USUAL if usual in names), None)
    if found is None:
        raise TableError(f'{path.name}: say which column holds the words, as "text" in the codeframe file.')
    return found


def _context_named(context: Any, others: Set[str | None], path: Path) -> tuple[str, ...] | None:
    if context is None:
        return None
    if not isinstance(context, list):
        raise TableError(f"{path.name}: context must be a list of columns.")
    names = tuple(_name(entry, path) for entry in context)
    if both := sorted(set(names) & others):
        raise TableError(f"{path.name}: {both[0]} cannot be context, since it holds a code or the words.")
    return names


def _context_columns(rows: Sequence[Mapping[str, str]], others: Set[str]) -> list[str]:
    """Columns that tell what was asked or where; none of yes and no, which would be codes."""
    named = [name for name in rows[0] if name and _USUAL_CONTEXT & set(re.findall("[a-z]+", name.lower()))]
    return [name for name in named if name not in others and not _holds_codes(rows, name)]


def _holds_codes(rows: Sequence[Mapping[str, str]], name: str) -> bool:
    return all((row[name] or "").strip().lower() in _YES | _NO for row in rows)


def _context(row: Mapping[str, str], columns: Iterable[str]) -> str | None:
    said = (" ".join((row[name] or "").split()) for name in columns)
    return ", ".join(part for part in said if part)[:_LONGEST_CONTEXT] or None


def _codes(row: Mapping[str, str], line: int, codes: Sequence[str], path: Path) -> frozenset[str]:
    cells = {code: (row[code] or "").strip().lower() for code in codes}
    odd = next((code for code, cell in cells.items() if cell not in _YES | _NO), None)
    if odd is not None:
        raise TableError(f'{path.name}, line {line}: {odd} must be 1 or 0, not "{row[odd]}".')
    return frozenset(code for code, cell in cells.items() if cell in _YES)
