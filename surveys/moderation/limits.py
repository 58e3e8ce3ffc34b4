"""How long a risk may wait for a decision: as its LMS says, else as `risk_limits.toml` does."""

import tomllib
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from uuid import UUID

from surveys.core.clock import local_date
from surveys.core.working_days import working_days_after
from surveys.moderation.models import Level, RiskLimit
from surveys.organisations import queries as organisations

USUAL = Path(__file__).with_name("risk_limits.toml")


@dataclass(frozen=True)
class Limit:
    """So many hours, day and night, or so many working days."""

    level: str
    amount: int
    unit: str

    @property
    def title(self) -> str:
        """What its level is called."""
        return str(Level(self.level).label)

    @property
    def says(self) -> str:
        """The limit in words: "within 1 hour", "within 3 working days"."""
        words = "hour" if self.unit == RiskLimit.Unit.HOURS else "working day"
        return f"within {self.amount} {words}{'s' if self.amount != 1 else ''}"

    def after(self, moment: datetime) -> datetime:
        """When a decision is due about what began at this moment."""
        if self.unit == RiskLimit.Unit.HOURS:
            return moment + timedelta(hours=self.amount)
        return working_days_after(moment, self.amount)


@lru_cache(maxsize=1)
def usual_limits() -> dict[str, Limit]:
    """The limits of whoever has set none, by level."""
    told = tomllib.loads(USUAL.read_text(encoding="utf-8"))
    return {level: Limit(level, told[level]["amount"], told[level]["unit"]) for level in Level.values}


def limits_for(organisation_id: UUID, *, now: datetime) -> dict[str, Limit]:
    """The limits that hold for an organisation today, by level: the nearest above it that set one decides."""
    nearest = organisations.ids_over(organisation_id, on=local_date(now))
    rows = RiskLimit.objects.filter(organisation_id__in=nearest)
    found = sorted(rows, key=lambda row: nearest.index(row.organisation_id), reverse=True)
    return usual_limits() | {row.level: Limit(row.level, row.amount, row.unit) for row in found}
