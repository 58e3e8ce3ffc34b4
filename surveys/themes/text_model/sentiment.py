"""Praise and criticism in a clause, word by word, so that a theme can be told by the words around it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from surveys.moderation.words.phrases import Hit, PhraseBook, longest
from surveys.moderation.words.plain import plain
from surveys.moderation.words.tokens import Token
from surveys.themes.text_model.seeds import read

_STRENGTHS = {"strong": 1.0, "mild": 0.6}
_OTHER_LANGUAGES_STRENGTH = 0.8
_INTENSIFIED = 1.5
_NEGATED_CRITICISM = 0.5
_NEGATION_REACH = 3
_NEARNESS = 4.0


@dataclass(frozen=True, slots=True)
class Feeling:
    """How much praise and how much criticism was found; both are 0 or more."""

    praise: float = 0.0
    criticism: float = 0.0

    def __add__(self, other: "Feeling") -> "Feeling":
        return Feeling(self.praise + other.praise, self.criticism + other.criticism)

    def scaled(self, factor: float) -> "Feeling":
        """The same feeling, weaker or stronger."""
        return Feeling(self.praise * factor, self.criticism * factor)

    @property
    def total(self) -> float:
        """Praise and criticism together."""
        return self.praise + self.criticism


@dataclass(frozen=True, slots=True)
class Touch:
    """Praise (above 0) or criticism (below 0) by the words `first` to before `after` of a clause."""

    first: int
    after: int
    value: float


def touches(tokens: Sequence[Token]) -> list[Touch]:
    """The words of a clause that praise or criticise, with negation and intensifiers taken into account."""
    hits = longest(_lexicon().find(tokens))
    return [
        Touch(hit.first, hit.after, _in_context(tokens, hit))
        for hit in hits
        if not _negates_another(tokens, hit, hits)
    ]


def around(found: Sequence[Touch], first: int, after: int) -> Feeling:
    """The feeling about the words `first` to before `after`: nearer words count more."""
    total = Feeling()
    for touch in found:
        distance = max(0, touch.first - after, first - touch.after)
        total += felt(touch.value / (1 + distance / _NEARNESS))
    return total


def felt(value: float) -> Feeling:
    """A signed value as a feeling."""
    return Feeling(praise=value) if value > 0 else Feeling(criticism=-value)


def is_negated(tokens: Sequence[Token], at: int) -> bool:
    """Whether one of the three words before position `at` turns its meaning round ("not at all kind")."""
    return any(token.word in _words("negators") for token in tokens[max(0, at - _NEGATION_REACH) : at])


def _negates_another(tokens: Sequence[Token], hit: Hit[float], hits: Sequence[Hit[float]]) -> bool:
    """Whether it is a mere "not" or "never" that another word of feeling already takes into account."""
    if hit.after - hit.first > 1 or tokens[hit.first].word not in _words("negators"):
        return False
    return any(0 < other.first - hit.first <= _NEGATION_REACH for other in hits)


def _in_context(tokens: Sequence[Token], hit: Hit[float]) -> float:
    value = hit.meaning
    if hit.first and tokens[hit.first - 1].word in _words("intensifiers"):
        value *= _INTENSIFIED
    if is_negated(tokens, hit.first):
        return -value if value > 0 else -value * _NEGATED_CRITICISM
    return value


@cache
def _lexicon() -> PhraseBook[float]:
    return PhraseBook(list(_entries()))


def _entries() -> Iterator[tuple[str, float]]:
    data = read("sentiment.toml")
    for group, sign in (("positive", 1), ("negative", -1)):
        for strength, value in _STRENGTHS.items():
            yield from ((phrase, sign * value) for phrase in data[group][strength])
        yield from ((phrase, sign * _OTHER_LANGUAGES_STRENGTH) for phrase in data["other"][group])
    yield from ((phrase, 0.0) for phrase in data["neutral"]["phrases"])


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(map(plain, read("sentiment.toml")["words"][group]))
