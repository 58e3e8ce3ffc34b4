"""A risk's clock in words: how long it has waited, when a decision is due, by how much it is late."""

from dataclasses import dataclass
from datetime import datetime

from surveys.moderation.queries import RiskCase
from surveys.web.desk.home.ages import age


@dataclass(frozen=True)
class Clock:
    """`waited` and `away` are lengths of time: since it began, and to or from the moment that it is due."""

    waited: str
    due_at: datetime
    away: str
    is_overdue: bool

    @property
    def says(self) -> str:
        """Its state in a few words."""
        return f"Overdue by {self.away}" if self.is_overdue else f"{self.away} left"

    @property
    def kind(self) -> str:
        """The kind of tag (`status_tag`) that shows it."""
        return "danger" if self.is_overdue else "waiting"


def clock_of(case: RiskCase, *, now: datetime) -> Clock:
    """The clock of an open risk at this moment."""
    is_overdue = case.due_at <= now
    start, end = (case.due_at, now) if is_overdue else (now, case.due_at)
    return Clock(
        waited=age(case.clock_from, now=now),
        due_at=case.due_at,
        away=age(start, now=end),
        is_overdue=is_overdue,
    )
