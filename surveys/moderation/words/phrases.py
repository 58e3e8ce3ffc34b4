"""Finds thousands of phrases in one pass over the words of a clause.

A phrase is written as words: `listen*` matches any ending, `a|b` either word, `..` up to three words between.
Long words may be misspelt by one letter. A word that has been met before costs one look into a dictionary.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Generic, TypeVar

from surveys.moderation.words.spelling import NearWords
from surveys.moderation.words.tokens import Token, plain

Meaning = TypeVar("Meaning")

GAP = ".."
_LONGEST_GAP = 3
_LONGEST_WORD = 40
_REMEMBERED_WORDS = 50_000


@dataclass(frozen=True, slots=True)
class Hit(Generic[Meaning]):
    """A phrase found: the positions of its first word and of the word after its last, and what it means."""

    first: int
    after: int
    meaning: Meaning


@dataclass(slots=True)
class _Node(Generic[Meaning]):
    children: dict[str, "_Node[Meaning]"] = field(default_factory=dict)
    meanings: list[Meaning] = field(default_factory=list)


class PhraseBook(Generic[Meaning]):
    """Phrases with their meanings, ready to be found. Safe to share: finding changes nothing but a cache."""

    def __init__(self, phrases: Iterable[tuple[str, Meaning]]) -> None:
        self._root: _Node[Meaning] = _Node()
        self._vocabulary: set[str] = set()
        self._known: dict[str, tuple[str, ...]] = {}
        for phrase, meaning in phrases:
            self._add(phrase, meaning)
        self._near = NearWords(self._vocabulary)

    def find(self, tokens: Sequence[Token]) -> list[Hit[Meaning]]:
        """Every phrase in `tokens`, overlapping ones too, in order of their first word."""
        keys = [self._keys(token.word) for token in tokens]
        return [
            Hit(first, after, meaning)
            for first in range(len(keys))
            if keys[first]
            for after, node in self._walk(self._root, keys, first)
            for meaning in node.meanings
        ]

    def _add(self, phrase: str, meaning: Meaning) -> None:
        for words in product(*(part.split("|") for part in phrase.split())):
            node = self._root
            for word in map(_key, words):
                node = node.children.setdefault(word, _Node())
                self._vocabulary.add(word)
            node.meanings.append(meaning)

    def _walk(
        self, node: _Node[Meaning], keys: Sequence[tuple[str, ...]], at: int
    ) -> Iterator[tuple[int, _Node[Meaning]]]:
        if node.meanings:
            yield at, node
        if at >= len(keys):
            return
        for key in keys[at]:
            if (child := node.children.get(key)) is not None:
                yield from self._walk(child, keys, at + 1)
        if (gap := node.children.get(GAP)) is not None:
            for later in range(at, min(at + _LONGEST_GAP, len(keys) - 1) + 1):
                yield from self._walk(gap, keys, later)

    def _keys(self, word: str) -> tuple[str, ...]:
        """The words of the phrases that `word` can stand for."""
        keys = self._known.get(word)
        if keys is None:
            if len(self._known) >= _REMEMBERED_WORDS:
                self._known.clear()
            keys = self._known[word] = self._look_up(word)
        return keys

    def _look_up(self, word: str) -> tuple[str, ...]:
        if len(word) > _LONGEST_WORD:
            return ()
        candidates = [word, *(f"{word[:length]}*" for length in range(1, len(word) + 1))]
        exact = tuple(key for key in candidates if key in self._vocabulary)
        return exact or self._near.of(word)


def longest(hits: Iterable[Hit[Meaning]]) -> list[Hit[Meaning]]:
    """Hits that do not overlap, longer phrases first served; in order of their first word."""
    chosen: list[Hit[Meaning]] = []
    for hit in sorted(hits, key=lambda hit: (hit.first - hit.after, hit.first)):
        if all(hit.after <= other.first or hit.first >= other.after for other in chosen):
            chosen.append(hit)
    return sorted(chosen, key=lambda hit: hit.first)


def _key(word: str) -> str:
    if word == GAP:
        return GAP
    return f"{plain(word[:-1])}*" if word.endswith("*") else plain(word)
