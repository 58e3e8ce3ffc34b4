"""Applies the risk lexicon to a comment, sentence by sentence, minding the words around a phrase."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from surveys.moderation.risk import lexicon
from surveys.moderation.risk.lexicon import Level, Rule
from surveys.moderation.words.clauses import clauses
from surveys.moderation.words.phrases import Hit
from surveys.moderation.words.tokens import Token

version = lexicon.version


@dataclass(frozen=True, slots=True)
class RiskPhrase:
    """Characters `start` to `end` of the text that raised the flag, and what they are about."""

    start: int
    end: int
    topic: str


@dataclass(frozen=True, slots=True)
class Risk:
    """The most urgent level found (R1 before R4) and the phrases that speak for it, in order."""

    level: Level
    phrases: tuple[RiskPhrase, ...]


@dataclass(frozen=True, slots=True)
class _Sentence:
    tokens: tuple[Token, ...]
    _found: dict[str, list[Hit[str]]] = field(default_factory=dict)

    def hits(self, context: str) -> list[Hit[str]]:
        """Where words of that context stand; looked for once, and only if a risk phrase asks."""
        if context not in self._found:
            self._found[context] = lexicon.context(context).find(self.tokens)
        return self._found[context]

    def has(self, context: str) -> bool:
        return bool(self.hits(context))


def assess(text: str, *, language: str = "en") -> Risk | None:
    """The risk that the rules see in `text`, or None.

    None is no all-clear. The phrases of every language are read whatever `language` (ISO 639-1) says; it only
    tells whether the English words that excuse a phrase ("last time", "they asked") can be trusted.
    """
    found = sorted(_found(text, trust_context=language == "en"), key=lambda entry: entry[0])
    if not found:
        return None
    level = found[0][0]
    phrases = {phrase for found_level, phrase in found if found_level == level}
    return Risk(level, tuple(sorted(phrases, key=lambda phrase: (phrase.start, phrase.end, phrase.topic))))


def _found(text: str, *, trust_context: bool) -> Iterator[tuple[Level, RiskPhrase]]:
    sentences = _sentences(text)
    for index, sentence in enumerate(sentences):
        for hit in lexicon.phrases().find(sentence.tokens):
            if trust_context and _is_harmless(sentences, index, hit):
                continue
            tokens = sentence.tokens
            phrase = RiskPhrase(tokens[hit.first].start, tokens[hit.after - 1].end, hit.meaning.topic)
            yield hit.meaning.level, phrase


def _sentences(text: str) -> list[_Sentence]:
    grouped = groupby(clauses(text), key=lambda clause: clause.sentence)
    return [_Sentence(tuple(token for clause in group for token in clause.tokens)) for _, group in grouped]


def _is_harmless(sentences: Sequence[_Sentence], index: int, hit: Hit[Rule]) -> bool:
    sentence, unless = sentences[index], hit.meaning.unless
    return (
        _is_figure_of_speech(sentence, hit)
        or ("negated" in unless and _is_negated(sentence, hit.first))
        or ("asked" in unless and _is_asked_about(sentence))
        or ("others" in unless and sentence.has("others"))
        or (_is_over(sentences, index, unless) and not _is_now(sentence, hit))
    )


def _is_figure_of_speech(sentence: _Sentence, hit: Hit[Rule]) -> bool:
    figures = sentence.hits("figures")
    return any(_overlap(figure, hit) for figure in figures)


def _is_negated(sentence: _Sentence, at: int) -> bool:
    """Whether "no" or "never" stands before it, with nothing but words like "had any thoughts of" between."""
    fillers = {hit.first for hit in sentence.hits("fillers")}
    before = at - 1
    while before in fillers:
        before -= 1
    return before in {hit.first for hit in sentence.hits("negated")}


def _is_asked_about(sentence: _Sentence) -> bool:
    """Staff asked or told her about it; "nobody asked" is no such thing."""
    return any(not _is_negated(sentence, asked.first) for asked in sentence.hits("asked"))


def _is_over(sentences: Sequence[_Sentence], index: int, unless: frozenset[str]) -> bool:
    """Whether it is told of as past, in its own sentence or in one beside it."""
    nearby = sentences[max(0, index - 1) : index + 2]
    return any(sentence.has(name) for name in unless & {"past", "reported"} for sentence in nearby)


def _is_now(sentence: _Sentence, hit: Hit[Rule]) -> bool:
    if lexicon.context("present").find(sentence.tokens[hit.first : hit.after]):
        return True
    past = sentence.hits("past")
    now = sentence.hits("now")
    return any(not any(_overlap(word, over) for over in past) for word in now)


def _overlap(one: Hit[Any], other: Hit[Any]) -> bool:
    return one.first < other.after and other.first < one.after
