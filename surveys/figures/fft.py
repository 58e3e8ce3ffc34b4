"""The Friends and Family Test question: answers counted, and the two percents that are read from them.

Source: NHS England, "Using the Friends and Family Test to improve patient experience", wording since April
2020. "Neither good nor poor" and "don't know" stay in the denominator. Figures made here are not the trust's
FFT return and not an official statistic, which must be said where they are shown.
"""

from dataclasses import astuple, dataclass

from surveys.figures.intervals import Interval, wilson


@dataclass(frozen=True, slots=True)
class FftCounts:
    """How many people gave each answer. Raises ValueError for a negative count."""

    very_good: int = 0
    good: int = 0
    neither: int = 0
    poor: int = 0
    very_poor: int = 0
    dont_know: int = 0

    def __post_init__(self) -> None:
        if any(count < 0 for count in astuple(self)):
            raise ValueError("A count of answers cannot be negative.")

    @property
    def total(self) -> int:
        return sum(astuple(self))

    @property
    def positive(self) -> int:
        return self.very_good + self.good

    @property
    def negative(self) -> int:
        return self.poor + self.very_poor

    @property
    def percent_positive(self) -> float | None:
        """Very good and good, in percent (0 to 100, unrounded) of all answers; None without answers."""
        return self._percent(self.positive)

    @property
    def percent_negative(self) -> float | None:
        """Poor and very poor, in percent (0 to 100, unrounded) of all answers; None without answers."""
        return self._percent(self.negative)

    @property
    def positive_interval(self) -> Interval | None:
        """95 % Wilson interval of the positive share, as proportions (0 to 1); None without answers."""
        return self._interval(self.positive)

    @property
    def negative_interval(self) -> Interval | None:
        """95 % Wilson interval of the negative share, as proportions (0 to 1); None without answers."""
        return self._interval(self.negative)

    def publishable(self, minimum_denominator: int = 10) -> bool:
        """Whether there are answers enough for a percent. Small numerators are `percentage`'s to judge."""
        return self.total >= max(minimum_denominator, 1)

    def _percent(self, count: int) -> float | None:
        return 100.0 * count / self.total if self.total else None

    def _interval(self, count: int) -> Interval | None:
        return wilson(count, self.total) if self.total else None
