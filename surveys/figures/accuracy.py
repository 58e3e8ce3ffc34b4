"""How right suggestions were, against what people decided."""

from collections.abc import Iterable
from dataclasses import dataclass

from surveys.figures.intervals import Interval, wilson


@dataclass(frozen=True, slots=True)
class Share:
    """A proportion, 0 to 1, with its 95% confidence interval."""

    value: float
    interval: Interval


@dataclass(frozen=True, slots=True)
class Hits:
    """What was suggested and decided (`both`), only suggested, only decided."""

    both: int = 0
    suggested_only: int = 0
    decided_only: int = 0

    def __add__(self, other: "Hits") -> "Hits":
        return Hits(
            self.both + other.both,
            self.suggested_only + other.suggested_only,
            self.decided_only + other.decided_only,
        )

    @property
    def total(self) -> int:
        """Everything that either found."""
        return self.both + self.suggested_only + self.decided_only

    @property
    def precision(self) -> Share | None:
        """Of what was suggested, the share that people kept; None where nothing was."""
        return _share(self.both, self.both + self.suggested_only)

    @property
    def recall(self) -> Share | None:
        """Of what people found, the share that had been suggested; None where they found nothing."""
        return _share(self.both, self.both + self.decided_only)

    @property
    def f1(self) -> Share | None:
        """The harmonic mean of both: 2 x both / (2 x both + suggested only + decided only).

        Source: C. J. van Rijsbergen, Information Retrieval (1979), chapter 7, with beta 1. It is 2J / (1 + J)
        of J = both / total (Jaccard's index). J is a proportion, and F1 rises with it, so the ends of J's
        Wilson interval give the ends of F1's. Several themes of one comment are taken to be independent, so
        intervals of several codes together are a little too narrow.
        """
        jaccard = _share(self.both, self.total)
        if jaccard is None:
            return None
        ends = jaccard.interval
        return Share(_f1(jaccard.value), Interval(_f1(ends.lower), _f1(ends.upper)))


def hits(suggested: Iterable[str], decided: Iterable[str]) -> dict[str, Hits]:
    """What one comment adds, by code."""
    machine, person = set(suggested), set(decided)
    return {
        code: Hits(int(code in machine and code in person), int(code not in person), int(code not in machine))
        for code in machine | person
    }


def _share(count: int, total: int) -> Share | None:
    return Share(count / total, wilson(count, total)) if total else None


def _f1(jaccard: float) -> float:
    return 2 * jaccard / (1 + jaccard)
