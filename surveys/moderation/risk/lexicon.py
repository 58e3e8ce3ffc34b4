"""The risk lexicon, read once from TOML: phrases with their level, and the words that make them harmless."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast, get_args

from surveys.moderation.words.phrases import PhraseBook

Level = Literal["R1", "R2", "R3", "R4"]

_FILE = Path(__file__).parent / "lexicon_v1.toml"
_EXCUSES = frozenset({"negated", "past", "asked", "others", "reported", "figure"})


@dataclass(frozen=True, slots=True)
class Rule:
    """Why a phrase matters, and which contexts (`unless`) make it harmless."""

    level: Level
    topic: str
    unless: frozenset[str]


@cache
def version() -> str:
    """The lexicon's own version, stored with each assessment."""
    return str(_data()["version"])


@cache
def phrases() -> PhraseBook[Rule]:
    """The phrases of every language: a short cry for help is too short to tell its language."""
    return PhraseBook(list(_entries()))


@cache
def context(name: str) -> PhraseBook[str]:
    """The words that show one kind of context, such as "past"."""
    return PhraseBook([(phrase, name) for phrase in _data()["context"][name]])


def _entries() -> Iterator[tuple[str, Rule]]:
    for entry in _data()["rules"]:
        rule = Rule(_level(entry["level"]), entry["topic"], frozenset(entry.get("unless", ())))
        if unknown := rule.unless - _EXCUSES:
            raise ValueError(
                f"{_FILE.name}: {rule.topic} names an unknown context: {', '.join(sorted(unknown))}."
            )
        yield from ((phrase, rule) for phrase in entry["phrases"])


def _level(value: str) -> Level:
    if value not in get_args(Level):
        raise ValueError(f"{_FILE.name}: {value!r} is no risk level.")
    return cast("Level", value)


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))
