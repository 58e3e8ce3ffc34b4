"""How well suggestions agree with what careful readers decided."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import mean

Labels = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Hits, what was suggested wrongly, and what was missed.

    `f1` is 2 x hits / (suggested + wanted); 1 of nothing.
    """

    hits: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.hits / (self.hits + self.wrong) if self.hits + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 1.0

    @property
    def f1(self) -> float:
        total = 2 * self.hits + self.wrong + self.missed
        return 2 * self.hits / total if total else 1.0


def agreement(given: Sequence[Iterable[object]], wanted: Sequence[Iterable[object]]) -> Agreement:
    """Over all texts together (micro): each text's suggestions against what was wanted for it."""
    hits = wrong = missed = 0
    for some, right in zip(map(set, given), map(set, wanted), strict=True):
        hits, wrong, missed = hits + len(some & right), wrong + len(some - right), missed + len(right - some)
    return Agreement(hits, wrong, missed)


def themes(given: Sequence[Labels], wanted: Sequence[Labels]) -> Agreement:
    """Of codes alone."""
    return agreement(given, wanted)


def themes_with_sentiment(given: Sequence[Labels], wanted: Sequence[Labels]) -> Agreement:
    """Of codes with their sentiment: both must be right."""
    return agreement([one.items() for one in given], [one.items() for one in wanted])


def by_code(given: Sequence[Labels], wanted: Sequence[Labels], codes: Iterable[str]) -> dict[str, Agreement]:
    """Of each code on its own."""
    return {
        code: agreement([{code} & set(one) for one in given], [{code} & set(one) for one in wanted])
        for code in codes
    }


def macro_f1(given: Sequence[Labels], wanted: Sequence[Labels]) -> float:
    """The mean of the codes' F1, over codes that are wanted at least once."""
    present = Counter(code for one in wanted for code in one)
    return mean(one.f1 for one in by_code(given, wanted, present).values()) if present else 1.0
