"""Details to hide that the network tells from how their words are used; beside the rules, which go first.

It gives a chance of each kind for each piece; here these become stretches of words.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from surveys.moderation.parts import MASK
from surveys.moderation.redaction import KINDS, Kind, Redaction, whole
from surveys.themes.text_model.network.session import Reading
from surveys.themes.text_model.network.weights import Floats

# From which chance on a word is hidden, and beside a hidden word of its kind.
_LIMIT, _BESIDE = 0.35, 0.1
_OWNERS = ("'s", "’s")
_ENDS = frozenset("\n.!?;…۔।؟")
_NO_CHANCE = np.zeros(len(KINDS), np.float32)
# Letters between two hidden words, at most, for them to be one detail.
_APART = 3


@dataclass(slots=True)
class _Word:
    """A word without its punctuation; `chances` (kinds,). `kind` is a place in `KINDS` once it is told."""

    start: int
    end: int
    chances: Floats
    hidden: bool
    kind: int | None = None


def found(text: str, reading: Reading) -> list[Redaction]:
    """What should be hidden in this text, in order. `MASK` stands for what is hidden already."""
    # Most comments hold none, which is quickly seen.
    if reading.details is None or reading.details[:, 0].min() > 1 - _LIMIT:
        return []
    words = list(_words(text, reading.pieces.spans, reading.details[:, 1:]))
    for word in words:
        if not word.hidden and word.chances.sum() >= _LIMIT:
            word.kind = int(word.chances.argmax())
    _reach(words)
    _reach(words[::-1])
    _bridge(words, text)
    return whole(text, _stretches(words, text))


def _words(text: str, spans: Sequence[tuple[int, int]], chances: Floats) -> Iterator[_Word]:
    """Pieces that no space parts are one word; its chances are theirs, each by its letters."""
    group: list[tuple[int, int, Floats]] = []
    for (first, end), of_kinds in zip(spans, chances, strict=True):
        start = first + len(text[first:end]) - len(text[first:end].lstrip())
        if start >= end:
            continue
        if group and group[-1][1] != start:
            yield from _word(text, group)
            group = []
        group.append((start, end, of_kinds))
    yield from _word(text, group)


def _word(text: str, pieces: Sequence[tuple[int, int, Floats]]) -> Iterator[_Word]:
    if not pieces:
        return
    start, end = _bare(text, pieces[0][0], pieces[-1][1])
    if start < end:
        whole = pieces[-1][1] - pieces[0][0]
        chances = sum((of_kinds * ((last - first) / whole) for first, last, of_kinds in pieces), _NO_CHANCE)
        yield _Word(start, end, chances, set(text[start:end]) <= {MASK})


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not _stays(text[start]):
        start += 1
    while start < end and not _stays(text[end - 1]):
        end -= 1
    return start, end - 2 if text[start:end].endswith(_OWNERS) else end


def _stays(letter: str) -> bool:
    """Whether it is no punctuation; vowel signs of Indian scripts are no letters to Python."""
    return letter.isalnum() or letter == MASK or unicodedata.category(letter).startswith("M")


def _reach(words: Sequence[_Word]) -> None:
    """A word right after a hidden one of a kind that it might well be too is part of it."""
    for before, word in pairwise(words):
        is_open = word.kind is None and not word.hidden
        if is_open and before.kind is not None and word.chances[before.kind] >= _BESIDE:
            word.kind = before.kind


def _bridge(words: Sequence[_Word], text: str) -> None:
    """A word between two of one kind is part of the detail ("flat 2 of 9 Mill Lane"), but for names."""
    for before, word, after in zip(words, words[1:], words[2:], strict=False):
        same = before.kind is not None and before.kind == after.kind and not _is_name(before)
        if word.kind is None and same and not _ENDS & set(text[before.end : after.start]):
            word.kind = before.kind


def _is_name(word: _Word) -> bool:
    return _kind(word) == "name"


def _kind(word: _Word) -> Kind | None:
    return None if word.kind is None else KINDS[word.kind]


def _stretches(words: Iterable[_Word], text: str) -> list[Redaction]:
    result: list[Redaction] = []
    for word in words:
        kind = _kind(word)
        if kind is None:
            continue
        if result and result[-1].kind == kind and _is_near(text[result[-1].end : word.start], kind):
            result[-1] = Redaction(result[-1].start, word.end, kind)
        else:
            result.append(Redaction(word.start, word.end, kind))
    return result


def _is_near(between: str, kind: Kind) -> bool:
    if len(between) > _APART or any(map(_stays, between)):
        return False
    # Two names with a sign between are two people's.
    return kind != "name" or between.isspace() or between == "-"
