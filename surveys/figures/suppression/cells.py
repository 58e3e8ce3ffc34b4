"""What a reader may see of one count, and the rule that decides it."""

from dataclasses import dataclass
from typing import Literal, Self

Reason = Literal["small", "complementary"]
Style = Literal["suppress", "nhs_round"]

LEAST_THRESHOLD = 3
"""Below this, "small" would mean "one", and hiding it would say it."""

NHS_THRESHOLD = 8
NHS_STEP = 5
NHS_REACH = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """A count that may be shown, or the fact that it may not. A hidden cell does not hold its number.

    All hidden cells of one row or table carry the same reason. "small": every one of them is a small count.
    "complementary": some are small and the others keep them company. Which is which is never told, for
    that alone can be enough to work a small count out.
    """

    value: int | None
    reason: Reason | None

    def __post_init__(self) -> None:
        if (self.value is None) == (self.reason is None):
            raise ValueError("A cell has either a value or a reason for hiding it.")

    @classmethod
    def shown(cls, value: int) -> Self:
        return cls(value=value, reason=None)

    @classmethod
    def hidden(cls, reason: Reason) -> Self:
        return cls(value=None, reason=reason)

    @property
    def is_hidden(self) -> bool:
        return self.value is None


@dataclass(frozen=True, slots=True)
class SuppressionRule:
    """How small is small.

    `min_cell` is the smallest count, after zero, that may be shown. `min_denominator` is the smallest number
    of answers that may carry a percent. The style "nhs_round" is the rule of NHS hospital statistics: 1 to 7
    hidden, every other count, totals too, rounded to the nearest 5. (Source: NHS England, HES Analysis
    Guide, "Suppression".)
    """

    min_cell: int = 5
    min_denominator: int = 10
    style: Style = "suppress"

    def __post_init__(self) -> None:
        if self.min_cell < LEAST_THRESHOLD:
            raise ValueError(f"min_cell is at least {LEAST_THRESHOLD}: hiding only ones would reveal them.")
        if self.min_denominator < 1:
            raise ValueError("min_denominator is at least 1.")
        if self.style not in ("suppress", "nhs_round"):
            raise ValueError(f"The style is 'suppress' or 'nhs_round', not {self.style!r}.")

    @property
    def rounds(self) -> bool:
        return self.style == "nhs_round"

    @property
    def threshold(self) -> int:
        """The smallest count, after zero, that may be shown."""
        return max(self.min_cell, NHS_THRESHOLD) if self.rounds else self.min_cell

    def is_small(self, count: int) -> bool:
        return 0 < count < self.threshold

    def published(self, count: int) -> int:
        """The figure printed for a count that is not small."""
        return (count + NHS_REACH) // NHS_STEP * NHS_STEP if self.rounds else count

    def span(self, count: int) -> tuple[int, int]:
        """The least and the greatest count that a reader of the printed figure must think possible."""
        if count == 0 or not self.rounds:
            return count, count
        figure = self.published(count)
        return max(self.threshold, figure - NHS_REACH), figure + NHS_REACH

    def cell(self, count: int) -> Cell:
        """A count that stands alone, with no sum beside it: hidden when small."""
        return Cell.hidden("small") if self.is_small(count) else Cell.shown(self.published(count))
