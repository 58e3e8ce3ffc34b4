"""Finds thousands of phrases in one pass over the words of a clause.

A phrase is written as words: `listen*` matches any ending, `a|b` either word, `?a` a word that may be
missing, `..` up to three words between, and `{baby}` any word of that group. Long words may be misspelt by
one letter. A word that has been met before costs one look into a dictionary.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from surveys.moderation.words.particles import without_particles
from surveys.moderation.words.plain import plain
from surveys.moderation.words.spelling import NearWords
from surveys.moderation.words.tokens import Token

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
    """A place in phrases. Phrases that begin alike share their first nodes.

    `parts` are the nodes that follow, by what is written there ("a|b"); `words` the same by each word;
    `skipped` those that may be reached without a word, whose ways on become the node's own once all phrases
    are known; `gaps` what follows after up to three words, whatever.
    """

    parts: dict[str, "_Node[Meaning]"] = field(default_factory=dict)
    words: dict[str, list["_Node[Meaning]"]] = field(default_factory=dict)
    skipped: list["_Node[Meaning]"] = field(default_factory=list)
    gaps: list["_Node[Meaning]"] = field(default_factory=list)
    meanings: list[Meaning] = field(default_factory=list)

    def close(self) -> None:
        """Takes on the ways of the nodes that may be skipped, here and in all that follows."""
        for following in self.parts.values():
            following.close()
        for skipped in self.skipped:
            for word, following_ones in skipped.words.items():
                self.words.setdefault(word, []).extend(following_ones)
            self.gaps.extend(skipped.gaps)
            self.meanings.extend(skipped.meanings)


class PhraseBook(Generic[Meaning]):
    """Phrases with their meanings, ready to be found. Safe to share: finding changes nothing but a cache.

    `groups` are the words that `{name}` stands for in a phrase.
    """

    def __init__(
        self, phrases: Iterable[tuple[str, Meaning]], *, groups: Mapping[str, Collection[str]] | None = None
    ) -> None:
        self._root: _Node[Meaning] = _Node()
        self._vocabulary: set[str] = set()
        self._known: dict[str, tuple[str, ...]] = {}
        self._groups_of: defaultdict[str, list[str]] = defaultdict(list)
        for name, words in (groups or {}).items():
            for word in words:
                self._groups_of[_key(word)].append(f"{{{name}}}")
        self._vocabulary.update(self._groups_of)
        for phrase, meaning in phrases:
            self._add(phrase, meaning)
        self._root.close()
        self._near = NearWords(self._vocabulary)

    def find(self, tokens: Sequence[Token]) -> list[Hit[Meaning]]:
        """Every phrase in `tokens`, overlapping ones too, in order of their first word."""
        keys = [self._keys(token.word) for token in tokens]
        ends: list[tuple[int, _Node[Meaning]]] = []
        found: dict[Hit[Meaning], None] = {}
        for first in range(len(keys)):
            if keys[first]:
                ends.clear()
                self._walk(self._root, keys, first, ends)
                found.update(
                    (Hit(first, after, meaning), None)
                    for after, node in ends
                    for meaning in node.meanings
                    if after > first
                )
        return list(found)

    def _add(self, phrase: str, meaning: Meaning) -> None:
        node = self._root
        for part in phrase.split():
            if part not in node.parts:
                node.parts[part] = self._follow(node, part)
            node = node.parts[part]
        if meaning not in node.meanings:
            node.meanings.append(meaning)

    def _follow(self, node: _Node[Meaning], part: str) -> _Node[Meaning]:
        following: _Node[Meaning] = _Node()
        if part == GAP:
            node.gaps.append(following)
            return following
        if part.startswith("?"):
            node.skipped.append(following)
        for word in {_key(word) for word in part.removeprefix("?").split("|")}:
            node.words.setdefault(word, []).append(following)
            self._vocabulary.add(word)
        return following

    def _walk(
        self,
        node: _Node[Meaning],
        keys: Sequence[tuple[str, ...]],
        at: int,
        ends: list[tuple[int, _Node[Meaning]]],
    ) -> None:
        """Adds to `ends` where phrases end that go on from `node` at the word `at`."""
        if node.meanings:
            ends.append((at, node))
        if at >= len(keys):
            return
        for key in keys[at]:
            for following in node.words.get(key, ()):
                if following.words or following.gaps:
                    self._walk(following, keys, at + 1, ends)
                else:
                    ends.append((at + 1, following))
        for gap in node.gaps:
            for later in range(at, min(at + _LONGEST_GAP, len(keys) - 1) + 1):
                self._walk(gap, keys, later, ends)

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
        known = self._exact(word)
        if not known:
            known = next(filter(None, map(self._exact, without_particles(word))), ()) or self._near.of(word)
        groups = dict.fromkeys(group for key in known for group in self._groups_of.get(key, ()))
        return known + tuple(groups)

    def _exact(self, word: str) -> tuple[str, ...]:
        candidates = [word, *(f"{word[:length]}*" for length in range(1, len(word) + 1))]
        return tuple(key for key in candidates if key in self._vocabulary)


def longest(hits: Iterable[Hit[Meaning]]) -> list[Hit[Meaning]]:
    """Hits that do not overlap, longer phrases first served; in order of their first word."""
    chosen: list[Hit[Meaning]] = []
    for hit in sorted(hits, key=lambda hit: (hit.first - hit.after, hit.first)):
        if all(hit.after <= other.first or hit.first >= other.after for other in chosen):
            chosen.append(hit)
    return sorted(chosen, key=lambda hit: hit.first)


def _key(word: str) -> str:
    if word.startswith("{"):
        return word
    return f"{plain(word[:-1])}*" if word.endswith("*") else plain(word)
