"""Half-open periods of days: `[start, end)`, open-ended where end is None."""

from dataclasses import dataclass
from datetime import date

from surveys.core.errors import DomainError


@dataclass(frozen=True)
class Period:
    """From the first day, up to but without `end`. Raises DomainError when it would hold no day."""

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end <= self.start:
            raise DomainError("The end date must be after the start date.")

    def holds(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day < self.end)


def next_month(month: date) -> date:
    """The first day of the month after the one that holds `month`."""
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)
