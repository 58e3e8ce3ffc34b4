"""The corpus: comments written for this project, each read by two readers who did not see each other's
labels.

`data/corpus/AUTHOR.jsonl`: {"id", "language", "stage", "text", "first", "second"?}, a reading being
{"themes": {code: sentiment}, "risk": level or null}. `data/danger/AUTHOR.jsonl`: {"id", "language", "text",
"risk", "kind"} for lines written for the danger check alone. docs/corpus.md says how they were made.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

from surveys.themes.text_model.interface import RiskLevel, Sentiment

_DATA = Path(__file__).parent / "data"
# Written by authors who saw neither the other comments nor the coding guide: measured with, never learned
# from.
_TEST_COMMENTS = frozenset({"h", "i", "j"})
_TEST_LINES = frozenset(
    {
        "risk_k3",
        "risk_k6",
        "risk_k17",
        "risk_k22",
        "risk_k28",
        "risk_k40",
        "risk_k48",
        "risk_k61",
        "risk_k76",
        "risk_k83",
    }
)

Written = TypeVar("Written", "Labelled", "DangerLine")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one reader said of a comment."""

    themes: Mapping[str, Sentiment]
    risk: RiskLevel | None


@dataclass(frozen=True, slots=True)
class Labelled:
    """A comment of the corpus. `author`: whose batch; `readings`: one or two."""

    id: str
    author: str
    language: str
    stage: str
    text: str
    readings: tuple[Judgement, ...]

    @property
    def themes(self) -> Mapping[str, Sentiment]:
        """What the first reader said: the author, who knew what was meant."""
        return self.readings[0].themes


@dataclass(frozen=True, slots=True)
class DangerLine:
    """A line for the danger check; `kind` says of what, or why it is harmless."""

    id: str
    author: str
    language: str
    text: str
    risk: RiskLevel | None
    kind: str


@cache
def comments() -> tuple[Labelled, ...]:
    """All comments, by author."""
    return tuple(
        Labelled(
            row["id"],
            path.stem,
            row["language"],
            row["stage"],
            row["text"],
            tuple(_judgement(row[reader]) for reader in ("first", "second") if reader in row),
        )
        for path, row in _rows("corpus")
    )


@cache
def danger_lines() -> tuple[DangerLine, ...]:
    """All lines for the danger check, by author."""
    return tuple(
        DangerLine(row["id"], path.stem, row["language"], row["text"], row["risk"], row["kind"])
        for path, row in _rows("danger")
    )


def held_out(rows: Iterable[Written]) -> list[Written]:
    """What no model learned from: of the test lines those with odd numbers, the even ones set thresholds."""
    return [row for row in rows if row.author in _TEST_COMMENTS or (_of_tests(row) and not _even(row))]


def to_learn_from(rows: Iterable[Written]) -> list[Written]:
    """All comments and lines that are not for testing."""
    return [row for row in rows if row.author not in _TEST_COMMENTS and not _of_tests(row)]


def _of_tests(row: Labelled | DangerLine) -> bool:
    return row.author in _TEST_LINES


def _even(row: Labelled | DangerLine) -> bool:
    return int(row.id.rsplit("-", 1)[1]) % 2 == 0


def _judgement(data: Mapping[str, Any]) -> Judgement:
    return Judgement(cast("Mapping[str, Sentiment]", data["themes"]), data["risk"])


def _rows(folder: str) -> list[tuple[Path, dict[str, Any]]]:
    paths = sorted((_DATA / folder).glob("*.jsonl"))
    return [
        (path, json.loads(line)) for path in paths for line in path.read_text(encoding="utf-8").splitlines()
    ]
