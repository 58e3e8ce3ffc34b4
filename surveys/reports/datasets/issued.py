"""Reports that are out: whom they hold, when, which counts they show and which they hide."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from surveys.reports.datasets.sources import as_on
from surveys.reports.models import Report
from surveys.reports.periods import ReportPeriod
from surveys.reports.scopes import Scope, scope_of


@dataclass(frozen=True)
class Out:
    """One publication, issued or about to be. Counts and hidden keys are named "row/cell"."""

    scope: Scope
    period: ReportPeriod
    label: str
    counts: Mapping[str, int]
    hidden: frozenset[str]

    def within(self, other: "Out") -> bool:
        """Whether everybody in this one is in the other."""
        return self.scope.within(other.scope) and self.period.within(other.period)

    def apart(self, other: "Out") -> bool:
        """Whether nobody is in both."""
        return self.scope.apart(other.scope) or self.period.apart(other.period)

    def shows(self, key: str) -> bool:
        """Whether a reader finds this count here; a unit’s whole report is a place in a larger one."""
        return key in self.counts or (key == self.own_place and "responses" in self.counts)

    @property
    def own_place(self) -> str:
        """The key of this unit in a larger report’s row of places; empty where it is not one unit."""
        units = self.scope.unit_ids or frozenset()
        return f"place/{next(iter(units))}" if len(units) == 1 else ""


def read(report: Report) -> Out:
    """A stored report as a publication."""
    period = ReportPeriod(report.starts_on, report.ends_on)
    on = as_on(report.dataset["method"]["basis"], period, report.compiled_at)
    return Out(
        scope=scope_of(report.organisation, on=on),
        period=period,
        label=f"{report.organisation.name}, {period.name}",
        counts=report.dataset["counts"],
        hidden=frozenset(report.dataset["hidden"]),
    )


def overlapping(period: ReportPeriod) -> list[Out]:
    """The issued reports that share a day with a period, or with one that does."""
    first = _issued(period.start, period.end)
    start = min([period.start, *(each.period.start for each in first)])
    end = max([period.end, *(each.period.end for each in first)])
    return first if (start, end) == (period.start, period.end) else _issued(start, end)


def showing(keys: Collection[str]) -> list[Out]:
    """The issued reports, of whatever days, that show one of these counts."""
    return _read(Report.objects.filter(signed_off_at__isnull=False, dataset__counts__has_any_keys=list(keys)))


def _issued(start: date, end: date) -> list[Out]:
    return _read(Report.objects.filter(signed_off_at__isnull=False, starts_on__lt=end, ends_on__gt=start))


def _read(found: QuerySet[Report]) -> list[Out]:
    return [read(report) for report in found.select_related("organisation").order_by("pk")]
