"""The seed phrases of each theme, read from TOML into one phrase book for each language."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from surveys.moderation.words.phrases import PhraseBook

DATA = Path(__file__).parent / "data"

# How much one phrase says of its theme, from 0 to 1.
_WEIGHTS = {"strong": 0.7, "medium": 0.5, "positive": 0.75, "negative": 0.75, "weak": 0.3}
_LEANINGS = {"positive": 1, "negative": -1}
_OTHER_LANGUAGES_WEIGHT = 0.7


@dataclass(frozen=True, slots=True)
class Seed:
    """What a phrase says: its theme, how strongly, and whether it is good (1), bad (-1) or neither (0)."""

    code: str
    weight: float
    leaning: int = 0


@cache
def book(language: str) -> PhraseBook[Seed]:
    """The phrases to look for in a comment written in `language`: English ones always, for women mix them."""
    return PhraseBook([*_english(), *_other("roman"), *_other(language)])


@cache
def read(file_name: str) -> dict[str, Any]:
    """The TOML file of that name among this package's data."""
    return tomllib.loads((DATA / file_name).read_text(encoding="utf-8"))


def _english() -> Iterator[tuple[str, Seed]]:
    for code, entry in read("seeds_en.toml").items():
        for group, weight in _WEIGHTS.items():
            seed = Seed(code, weight, _LEANINGS.get(group, 0))
            yield from ((phrase, seed) for phrase in entry.get(group, ()))


def _other(language: str) -> Iterator[tuple[str, Seed]]:
    for code, phrases in read("seeds_other.toml").get(language, {}).items():
        yield from ((phrase, Seed(code, _OTHER_LANGUAGES_WEIGHT)) for phrase in phrases)
