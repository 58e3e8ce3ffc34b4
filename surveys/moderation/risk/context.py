"""Whether the words around a risk phrase make it harmless."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from surveys.moderation.language import LANGUAGES
from surveys.moderation.risk import lexicon
from surveys.moderation.risk.lexicon import Rule
from surveys.moderation.words.phrases import Hit
from surveys.moderation.words.tokens import Token

# So many words away, "they asked" or "my sister" no longer speaks of the phrase.
_NEAR = 12


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of a sentence. Where contexts stand in it is looked for once a language, if asked."""

    tokens: tuple[Token, ...]
    _found: dict[str, dict[str, list[Hit[str]]]] = field(default_factory=dict)
    _places: dict[tuple[str, str], frozenset[int]] = field(default_factory=dict)

    def hits(self, language: str, name: str) -> list[Hit[str]]:
        """Where the words of a context stand."""
        if language not in self._found:
            self._found[language] = {}
            for hit in lexicon.contexts(language).find(self.tokens):
                self._found[language].setdefault(hit.meaning, []).append(hit)
        return self._found[language].get(name, [])

    def places(self, language: str, name: str) -> frozenset[int]:
        """The positions of all words of a context."""
        key = (language, name)
        if key not in self._places:
            found = self.hits(language, name)
            self._places[key] = frozenset(at for hit in found for at in range(hit.first, hit.after))
        return self._places[key]


def is_harmless(sentences: Sequence[Sentence], index: int, hit: Hit[Rule], *, also: str) -> bool:
    """Whether the phrase's own language, or the language `also`, has words beside it that excuse it."""
    languages = {hit.meaning.language, also} & set(LANGUAGES)
    return any(_Around(sentences, index, hit, language).is_harmless() for language in languages)


@dataclass(frozen=True, slots=True)
class _Around:
    """A risk phrase among its sentences, seen with the context words of one language."""

    sentences: Sequence[Sentence]
    index: int
    hit: Hit[Rule]
    language: str

    def is_harmless(self) -> bool:
        unless = self.hit.meaning.unless
        return (
            self._is_figure_of_speech()
            or ("negated" in unless and self._is_negated())
            or ("asked" in unless and self._is_asked_about())
            or ("stories" in unless and bool(self._hits("stories")))
            or ("others" in unless and self._is_somebody_else())
            or ("settled" in unless and self._is_settled() and not self._is_now())
            or ("gladly" in unless and bool(self._hits("gladly")))
            or (self._is_over(unless & {"past", "reported"}) and not self._is_now())
        )

    @property
    def _sentence(self) -> Sentence:
        return self.sentences[self.index]

    def _hits(self, name: str) -> list[Hit[str]]:
        return self._sentence.hits(self.language, name)

    def _places(self, name: str) -> frozenset[int]:
        return self._sentence.places(self.language, name)

    def _is_figure_of_speech(self) -> bool:
        return any(_overlap(figure, self.hit) for figure in self._hits("figures"))

    def _is_negated(self) -> bool:
        return self._no_stands_before(self.hit.first) or self._no_stands_after(self.hit.after)

    def _no_stands_before(self, at: int) -> bool:
        """Whether "no" or "never" stands there, with nothing but words like "had any thoughts of" between."""
        return self._beyond_fillers(at - 1, step=-1) in self._places("negated")

    def _no_stands_after(self, at: int) -> bool:
        return self._beyond_fillers(at, step=1) in self._places("negated_after")

    def _beyond_fillers(self, at: int, *, step: int) -> int:
        fillers = self._places("fillers")
        while at in fillers:
            at += step
        return at

    def _is_asked_about(self) -> bool:
        """Staff asked or told her about it; "nobody asked" is no such thing."""
        before = (asked for asked in _before(self._hits("asked"), self.hit))
        after = (asked for asked in _after(self._hits("asked_after"), self.hit))
        return any(
            not self._no_stands_before(asked.first) and not self._no_stands_after(asked.after)
            for asked in (*before, *after)
        )

    def _is_somebody_else(self) -> bool:
        """ "My sister" stands before it, and no "I" between the two or in it."""
        own = self._hits("self")
        return any(
            not any(other.after <= me.first < self.hit.after for me in own)
            for other in _before(self._hits("others"), self.hit)
        )

    def _is_settled(self) -> bool:
        """Whether it is told how it ended: in its own sentence or in any after it, however long the tale."""
        return any(sentence.hits(self.language, "settled") for sentence in self.sentences[self.index :])

    def _is_over(self, names: Iterable[str]) -> bool:
        """Whether it is told of as past, in its own sentence or in one beside it."""
        return any(self._stands_nearby(name) for name in names)

    def _stands_nearby(self, name: str) -> bool:
        nearby = self.sentences[max(0, self.index - 1) : self.index + 2]
        return any(sentence.hits(self.language, name) for sentence in nearby)

    def _is_now(self) -> bool:
        """Whether it is happening: the phrase itself says so, or "now" does, outside "better now"."""
        if any(self.hit.first <= word.first < self.hit.after for word in self._hits("present")):
            return True
        over = (*self._hits("past"), *self._hits("settled"))
        return any(not any(_overlap(word, past) for past in over) for word in self._hits("now"))


def _before(words: Iterable[Hit[str]], hit: Hit[Any]) -> list[Hit[str]]:
    return [word for word in words if word.after <= hit.first <= word.after + _NEAR]


def _after(words: Iterable[Hit[str]], hit: Hit[Any]) -> list[Hit[str]]:
    return [word for word in words if hit.after <= word.first <= hit.after + _NEAR]


def _overlap(one: Hit[Any], other: Hit[Any]) -> bool:
    return one.first < other.after and other.first < one.after
