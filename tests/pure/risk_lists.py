"""Dangers and harmless look-alikes as women might write them, and how well the rules tell them apart.

The two halves were written before the rules were widened; the rules were then put right by the development
half alone. What was written afterwards was counted at first sight (docs/risk.md has those figures), and then
the rules learned from it too. "constructions" are dangers and look-alikes in our own words for what the rules
of risk-4 learned to see; they were made for the rules and say only that these keep. `python -m
tests.pure.risk_lists` prints the table of docs/risk.md.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from surveys.moderation.language import LANGUAGES
from surveys.moderation.risk import concerns

DATA = Path(__file__).parent / "data"
PARTS = ("development", "held out", "afterwards")


@dataclass(frozen=True)
class Line:
    """Something that a woman wrote; `level` is R1 or R2, or empty where it is harmless."""

    part: str
    level: str
    topic: str
    text: str

    def shows_help(self, language: str) -> bool:
        """Whether the rules see danger at R1 or R2."""
        return not {"R1", "R2"}.isdisjoint(concerns(self.text, language=language).values())


@dataclass(frozen=True)
class Figures:
    """How many of the dangers were seen, and how many harmless lines were taken for danger."""

    dangers: int
    seen: int
    harmless: int
    mistaken: int

    @property
    def recall(self) -> float:
        return self.seen / self.dangers

    @property
    def false_alarms(self) -> float:
        return self.mistaken / self.harmless


def lines(language: str, part: str) -> list[Line]:
    """One part of a language's list."""
    written = (DATA / f"risk_{language}.jsonl").read_text(encoding="utf-8").splitlines()
    return [line for line in (Line(**json.loads(row)) for row in written) if line.part == part]


def fresh_lines() -> list[tuple[str, Line]]:
    """What other authors wrote, in whatever words came to them, each with its language; the rules know it."""
    rows = map(json.loads, (DATA / "risk_fresh.jsonl").read_text(encoding="utf-8").splitlines())
    return [(row.pop("language"), Line(part="fresh", **row)) for row in rows]


def figures(languages: Sequence[str], part: str) -> Figures:
    """The figures of some languages together."""
    found = [(line, line.shows_help(code)) for code in languages for line in lines(code, part)]
    dangers = [shown for line, shown in found if line.level]
    harmless = [shown for line, shown in found if not line.level]
    return Figures(len(dangers), sum(dangers), len(harmless), sum(harmless))


def _print() -> None:
    for code in LANGUAGES:
        cells = (figures([code], part) for part in PARTS)
        shown = (f"{one.seen} of {one.dangers} | {one.mistaken} of {one.harmless}" for one in cells)
        sys.stdout.write(f"| {code} | {' | '.join(shown)} |\n")


if __name__ == "__main__":
    _print()
