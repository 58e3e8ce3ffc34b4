"""Shares over time without gaps: months where they can be shown, else calendar quarters, else no chart.

A period is named by its first day. Spans of days are half-open: `start` is in, `end` is not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from surveys.figures.suppression import SuppressionRule, percentage

PERIOD_LENGTHS = (1, 3)
"""Months and calendar quarters, in the order in which they are tried."""

MINIMUM_PERIODS = 2
"""One point is a figure, not a chart."""


@dataclass(frozen=True, slots=True)
class Series:
    """Percents (0 to 100), one for each period of `period_length_months` months from its day in `starts`."""

    period_length_months: int
    starts: tuple[date, ...]
    values: tuple[float, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """ "March 2026", or "January to March 2026"."""
        return tuple(_label(start, self.period_length_months) for start in self.starts)


@dataclass(frozen=True, slots=True)
class NoSeries:
    """Why there is no chart, in words for the reader."""

    reason: str


def complete_months(start: date, end: date) -> tuple[date, ...]:
    """The first days of the months that lie wholly between `start` and `end`."""
    month = start.replace(day=1)
    if month < start:
        month = month_after(month)
    months = []
    while month_after(month) <= end:
        months.append(month)
        month = month_after(month)
    return tuple(months)


def month_after(month: date, count: int = 1) -> date:
    """The first day of the month `count` months after that of `month`."""
    years, index = divmod(month.month - 1 + count, 12)
    return date(month.year + years, index + 1, 1)


def chartable(values: Sequence[float | None]) -> tuple[float, ...] | None:
    """The values when none is missing and there are at least two; else None."""
    present = tuple(value for value in values if value is not None)
    return present if len(present) == len(values) >= MINIMUM_PERIODS else None


def regroup(
    months: Sequence[date],
    numerators: Sequence[int],
    denominators: Sequence[int],
    *,
    rule: SuppressionRule | None = None,
) -> Series | NoSeries:
    """The shares of consecutive months in the shortest periods that can all be shown.

    A period can be shown when its percent can (see `percentage`): it has answers enough, and neither the
    people counted nor the others are a small group. Months at either end that do not fill a quarter are
    left out of quarters.

    Raises ValueError when the three sequences differ in length, when `months` are not first days of
    consecutive months, or when a numerator is not from 0 to its denominator.
    """
    _check(months, numerators, denominators)
    chosen = rule or SuppressionRule()
    for length in PERIOD_LENGTHS:
        offsets = _whole_periods(months, length)
        shares = [
            percentage(sum(numerators[at : at + length]), sum(denominators[at : at + length]), chosen)
            for at in offsets
        ]
        if (values := chartable(shares)) is not None:
            return Series(length, tuple(months[at] for at in offsets), values)
    return NoSeries(_reason(months))


def _whole_periods(months: Sequence[date], length: int) -> list[int]:
    """Where in `months` each whole calendar period of `length` months begins."""
    begins = (at for at, month in enumerate(months) if (month.month - 1) % length == 0)
    return [at for at in begins if at + length <= len(months)]


def _reason(months: Sequence[date]) -> str:
    if len(_whole_periods(months, PERIOD_LENGTHS[-1])) < MINIMUM_PERIODS:
        return "There are too few answers in some months, and fewer than two whole quarters to show instead."
    return "There are too few answers in some periods to show a chart, even by quarter."


def _label(start: date, length: int) -> str:
    last = month_after(start, length - 1)
    return f"{last:%B %Y}" if length == 1 else f"{start:%B} to {last:%B %Y}"


def _check(months: Sequence[date], numerators: Sequence[int], denominators: Sequence[int]) -> None:
    if not len(months) == len(numerators) == len(denominators):
        raise ValueError("Months, numerators and denominators must be equally many.")
    expected = tuple(month_after(months[0], at) for at in range(len(months))) if months else ()
    if tuple(months) != expected:
        raise ValueError("The months must be first days of consecutive months.")
    if any(not 0 <= part <= whole for part, whole in zip(numerators, denominators, strict=True)):
        raise ValueError("Every numerator must lie between 0 and its denominator.")
