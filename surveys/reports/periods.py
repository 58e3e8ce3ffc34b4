"""The days that a report covers: `[start, end)`, the period before it, and its name."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from surveys.core.clock import LONDON
from surveys.core.errors import DomainError
from surveys.core.periods import next_month
from surveys.figures.series import complete_months, month_after


@dataclass(frozen=True)
class ReportPeriod:
    """From the first day up to but without `end`. Raises DomainError when it would hold no day."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise DomainError("The last day must not be before the first.")

    @property
    def last_day(self) -> date:
        return self.end - timedelta(days=1)

    @property
    def whole_months(self) -> bool:
        return self.start.day == 1 and self.end.day == 1

    @property
    def months(self) -> tuple[date, ...]:
        """The first days of the months that lie wholly inside."""
        return complete_months(self.start, self.end)

    @property
    def edges(self) -> tuple["ReportPeriod", ...]:
        """What is left at either end, outside whole months."""
        if not self.months:
            return tuple(_by_month(self))
        first, after_last = self.months[0], next_month(self.months[-1])
        ends = ((self.start, first), (after_last, self.end))
        return tuple(ReportPeriod(start, end) for start, end in ends if start < end)

    @property
    def before(self) -> "ReportPeriod":
        """The period of equal length that ends where this begins: as many months, else as many days."""
        if self.whole_months:
            return ReportPeriod(month_after(self.start, -len(self.months)), self.start)
        return ReportPeriod(self.start - (self.end - self.start), self.start)

    @property
    def begins(self) -> datetime:
        """Midnight in London at the start of the first day."""
        return datetime.combine(self.start, time.min, tzinfo=LONDON)

    @property
    def is_over(self) -> datetime:
        """Midnight in London after the last day."""
        return datetime.combine(self.end, time.min, tzinfo=LONDON)

    @property
    def name(self) -> str:
        """ "July to September 2026", or with days where it is not whole months."""
        if self.start == self.last_day:
            return _day(self.start)
        if not self.whole_months:
            return f"{_day(self.start)} to {_day(self.last_day)}"
        if len(self.months) == 1:
            return f"{self.start:%B %Y}"
        same_year = self.start.year == self.last_day.year
        return f"{self.start:%B}{'' if same_year else f' {self.start:%Y}'} to {self.last_day:%B %Y}"

    def within(self, other: "ReportPeriod") -> bool:
        return other.start <= self.start and self.end <= other.end

    def apart(self, other: "ReportPeriod") -> bool:
        return self.end <= other.start or other.end <= self.start


def _by_month(period: ReportPeriod) -> list[ReportPeriod]:
    """A period without a whole month, cut where a month begins."""
    cut = next_month(period.start)
    if cut >= period.end:
        return [period]
    return [ReportPeriod(period.start, cut), ReportPeriod(cut, period.end)]


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
