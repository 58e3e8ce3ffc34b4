"""Splits a comment where one thought ends and the next begins: praise and blame often share a sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from surveys.moderation.words.plain import plain
from surveys.moderation.words.tokens import Token, tokens

_SENTENCE_END = re.compile(r"[.!?;…\n।۔؟]|\s[-–—]\s")
_CLAUSE_END = re.compile(r"[,:()–—،]")
_LONGEST_CLAUSE = 40
_TURNS = frozenset(map(plain, (Path(__file__).parent / "turns.txt").read_text(encoding="utf-8").split()))


@dataclass(frozen=True, slots=True)
class Clause:
    """Words that belong together, and the number of the sentence they stand in, from 0."""

    tokens: tuple[Token, ...]
    sentence: int


def clauses(text: str) -> list[Clause]:
    """The clauses of `text` in order; none is empty."""
    return list(_split(text))


def _split(text: str) -> Iterator[Clause]:
    current: list[Token] = []
    sentence = 0
    for token in tokens(text):
        gap = text[current[-1].end : token.start] if current else ""
        ends_sentence = _SENTENCE_END.search(gap) is not None
        if current and (ends_sentence or _ends_clause(current, gap, token)):
            yield Clause(tuple(current), sentence)
            current = []
            sentence += ends_sentence
        current.append(token)
    if current:
        yield Clause(tuple(current), sentence)


def _ends_clause(current: list[Token], gap: str, following: Token) -> bool:
    """At a comma or a word like "but"; and somewhere at least, where she uses neither."""
    return _CLAUSE_END.search(gap) is not None or following.word in _TURNS or len(current) >= _LONGEST_CLAUSE
