"""The risk lexicon, read from TOML when first asked: topics with their level, and phrases, a file a language.

A language's file holds `phrases` (by topic), `groups` (words that `{name}` stands for), `signs` (phrases of
one meaning, by name), `together` (signs that mean danger where they stand near each other, by topic) and
`context` (the words that make a phrase harmless, by name). How they are written: see `words/phrases.py` and
`words/together.py`.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast, get_args

from surveys.moderation.language import LANGUAGES
from surveys.moderation.words.phrases import PhraseBook
from surveys.moderation.words.together import TogetherBook, signs_of

Level = Literal["R1", "R2", "R3", "R4"]

_FOLDER = Path(__file__).parent
_EXCUSES = frozenset({"negated", "past", "asked", "stories", "others", "reported", "settled", "gladly"})
_CONTEXTS = _EXCUSES | {"negated_after", "asked_after", "fillers", "self", "now", "present", "figures"}


@dataclass(frozen=True, slots=True)
class Rule:
    """Why a phrase of `language` matters, and which contexts (`unless`) make it harmless."""

    level: Level
    topic: str
    unless: frozenset[str]
    language: str


@cache
def version() -> str:
    """The lexicon's own version, stored with each assessment."""
    return str(_read("topics")["version"])


def is_checked(language: str) -> bool:
    """Whether a native speaker has read the phrases of a language."""
    return bool(_read(language)["checked"])


@cache
def phrases() -> PhraseBook[Rule]:
    """The phrases of every language: a cry for help is too short to tell its language, and women mix them."""
    return PhraseBook([entry for code in LANGUAGES for entry in _entries(code)], groups=_all_groups())


@cache
def together() -> TogetherBook[Rule]:
    """The signs of every language that mean danger where they stand near each other."""
    own = {
        _own(name, code): [_with_own_groups(phrase, code) for phrase in phrases]
        for code in LANGUAGES
        for name, phrases in signs(code).items()
    }
    wanted = [entry for code in LANGUAGES for entry in _combinations(code)]
    return TogetherBook(wanted, signs=own, groups=_all_groups())


@cache
def contexts(language: str) -> PhraseBook[str]:
    """The words of a language that show a context, each with the name of the context, such as "past"."""
    entries = [(phrase, name) for name, words in _known_contexts(language).items() for phrase in words]
    return PhraseBook(entries, groups=groups(language))


@cache
def topics() -> Mapping[str, Level]:
    """Every topic with its level."""
    return {topic: _level(entry["level"]) for topic, entry in _read("topics")["topics"].items()}


def written(language: str) -> Mapping[str, list[str]]:
    """The phrases of a language as they are written, by topic."""
    return cast("Mapping[str, list[str]]", _read(language)["phrases"])


def groups(language: str) -> Mapping[str, list[str]]:
    """The words that `{name}` stands for in a language's phrases, by name."""
    return cast("Mapping[str, list[str]]", _read(language).get("groups", {}))


def signs(language: str) -> Mapping[str, list[str]]:
    """The phrases of a language that are a sign of something, by the sign's name."""
    return cast("Mapping[str, list[str]]", _read(language).get("signs", {}))


def combined(language: str) -> Mapping[str, list[str]]:
    """The signs of a language that mean danger together, as they are written, by topic."""
    return cast("Mapping[str, list[str]]", _read(language).get("together", {}))


def _entries(language: str) -> Iterator[tuple[str, Rule]]:
    for topic, found in written(language).items():
        rule = _rule(topic, language)
        yield from ((_with_own_groups(phrase, language), rule) for phrase in found)


def _combinations(language: str) -> Iterator[tuple[str, Rule]]:
    for topic, found in combined(language).items():
        rule = _rule(topic, language)
        for one in found:
            _refuse(signs_of(one) - set(signs(language)), f"{language}.toml names an unknown sign")
            yield " + ".join(_own(sign, language) for sign in signs_of(one)), rule


def _rule(topic: str, language: str) -> Rule:
    return Rule(topics()[topic], topic, _unless(topic), language)


def _all_groups() -> Mapping[str, list[str]]:
    return {_own(name, code): words for code in LANGUAGES for name, words in groups(code).items()}


def _with_own_groups(phrase: str, language: str) -> str:
    return phrase.replace("{", f"{{{language}.")


def _own(name: str, language: str) -> str:
    """A group's name among those of all languages."""
    return f"{language}.{name}"


def _known_contexts(language: str) -> Mapping[str, list[str]]:
    found = cast("Mapping[str, list[str]]", _read(language)["context"])
    _refuse(set(found) - _CONTEXTS, f"{language}.toml names an unknown context")
    return found


def _unless(topic: str) -> frozenset[str]:
    unless = frozenset(_read("topics")["topics"][topic]["unless"])
    _refuse(unless - _EXCUSES, f"topics.toml: {topic} names an unknown context")
    return unless


def _level(value: str) -> Level:
    _refuse({value} - set(get_args(Level)), "topics.toml names an unknown level")
    return cast("Level", value)


def _refuse(unknown: set[str] | frozenset[str], message: str) -> None:
    if unknown:
        raise ValueError(f"{message}: {', '.join(sorted(unknown))}.")


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
