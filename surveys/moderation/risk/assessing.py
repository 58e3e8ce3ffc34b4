"""Applies the risk lexicon to a comment, sentence by sentence, minding the words around a phrase."""

from bisect import bisect
from collections.abc import Container, Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby

from surveys.moderation.risk import lexicon
from surveys.moderation.risk.context import Sentence, is_harmless
from surveys.moderation.risk.lexicon import Level, Rule
from surveys.moderation.words.clauses import clauses
from surveys.moderation.words.phrases import Hit

version = lexicon.version
# Danger and abuse: what somebody is called for and a woman is shown help for at once, and what the reading
# network looks for too.
DANGER: tuple[Level, ...] = ("R1", "R2")


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


def assess(text: str, *, language: str = "en", doubted: bool = False) -> Risk | None:
    """The risk that the rules see in `text`, or None; where its danger is `doubted`, R3 and R4 only.

    None is no all-clear. The phrases of every language are read whatever `language` (ISO 639-1) says. A
    phrase can be excused ("last time", "they asked") in its own language and in `language`: women mix them.
    """
    found = [
        (rule.level, phrase)
        for rule, phrase in _found(text, language)
        if not doubted or rule.level not in DANGER
    ]
    if not found:
        return None
    level = min(found_level for found_level, _ in found)
    phrases = {phrase for found_level, phrase in found if found_level == level}
    return Risk(level, tuple(sorted(phrases, key=lambda phrase: (phrase.start, phrase.end, phrase.topic))))


def concerns(text: str, *, language: str = "en") -> dict[str, Level]:
    """Every topic that the rules see in `text` with its level, whatever else is in it."""
    found: dict[str, Level] = {}
    for rule, _ in _found(text, language, but=found):
        found[rule.topic] = rule.level
    return found


def _found(text: str, language: str, *, but: Container[str] = ()) -> Iterator[tuple[Rule, RiskPhrase]]:
    """Every phrase that nothing excuses; none of the topics `but`, to which the caller may add on the way."""
    for passage, index, hit in _hits(_sentences(text)):
        if hit.meaning.topic not in but and not is_harmless(passage, index, hit, also=language):
            yield hit.meaning, _phrase(passage[index], hit)


def _hits(sentences: list[Sentence]) -> Iterator[tuple[list[Sentence], int, Hit[Rule]]]:
    """What the lexicon finds, among the sentences, with the number of the sentence that it stands in."""
    for index, sentence in enumerate(sentences):
        for hit in lexicon.phrases().find(sentence.tokens):
            yield sentences, index, hit
    everything = [token for sentence in sentences for token in sentence.tokens]
    for hit in lexicon.together().find(everything):
        yield _standing(sentences, hit)


def _standing(sentences: list[Sentence], hit: Hit[Rule]) -> tuple[list[Sentence], int, Hit[Rule]]:
    """A hit among all words, as one in its sentence. Sentences that it spans count as one."""
    starts = [0, *accumulate(len(sentence.tokens) for sentence in sentences)]
    index, last = bisect(starts, hit.first) - 1, bisect(starts, hit.after - 1) - 1
    if index != last:
        spanned = Sentence(tuple(token for one in sentences[index : last + 1] for token in one.tokens))
        sentences = [*sentences[:index], spanned, *sentences[last + 1 :]]
    return sentences, index, Hit(hit.first - starts[index], hit.after - starts[index], hit.meaning)


def _phrase(sentence: Sentence, hit: Hit[Rule]) -> RiskPhrase:
    first, last = sentence.tokens[hit.first], sentence.tokens[hit.after - 1]
    return RiskPhrase(first.start, last.end, hit.meaning.topic)


def _sentences(text: str) -> list[Sentence]:
    grouped = groupby(clauses(text), key=lambda clause: clause.sentence)
    return [Sentence(tuple(token for clause in group for token in clause.tokens)) for _, group in grouped]
