"""What has been issued before, where subtracting it from a new report could reveal a small group."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from surveys.figures.suppression import Issued, check_subtraction, joined
from surveys.reports.datasets.gate import RULE
from surveys.reports.datasets.sources import as_on
from surveys.reports.models import Report
from surveys.reports.periods import ReportPeriod
from surveys.reports.scopes import Scope, scope_of


@dataclass(frozen=True)
class Before:
    """One report that is out: whom it holds, when, and the counts it shows."""

    scope: Scope
    period: ReportPeriod
    issued: Issued

    def within(self, scope: Scope, period: ReportPeriod) -> bool:
        return self.scope.within(scope) and self.period.within(period)

    def around(self, scope: Scope, period: ReportPeriod) -> bool:
        return scope.within(self.scope) and period.within(self.period)

    def apart(self, other: "Before") -> bool:
        return self.scope.apart(other.scope) or self.period.apart(other.period)


def issued_before(scope: Scope, period: ReportPeriod) -> list[Issued]:
    """The issued reports inside or around a new one, and the sums of those that lie inside side by side."""
    overlapping = Report.objects.filter(
        signed_off_at__isnull=False, starts_on__lt=period.end, ends_on__gt=period.start
    )
    everything = [_read(report) for report in overlapping.select_related("organisation").order_by("pk")]
    inside = [each for each in everything if each.within(scope, period)]
    around = [each for each in everything if each.around(scope, period)]
    return [each.issued for each in (*inside, *around)] + _sums(inside)


def gives_away(report: Report) -> bool:
    """Whether a draft, subtracted from what has been issued since, would show a small group."""
    draft = _read(report)
    leaks = check_subtraction(draft.issued.counts, issued_before(draft.scope, draft.period), rule=RULE)
    return bool(leaks)


def _read(report: Report) -> Before:
    period = ReportPeriod(report.starts_on, report.ends_on)
    basis = report.dataset["method"]["basis"]
    on = as_on(basis, period, report.compiled_at)
    label = f"{report.organisation.name}, {period.name}"
    return Before(scope_of(report.organisation, on=on), period, Issued(label, report.dataset["counts"]))


def _sums(inside: Sequence[Before]) -> list[Issued]:
    """Months of one organisation, or organisations in one period, laid side by side."""
    return [
        joined(" and ".join(part.issued.label for part in parts), [part.issued for part in parts])
        for key in (_same_scope, _same_period)
        for parts in _side_by_side(inside, key)
        if len(parts) > 1
    ]


def _side_by_side(inside: Iterable[Before], key: Callable[[Before], Any]) -> list[list[Before]]:
    groups: dict[Any, list[Before]] = defaultdict(list)
    for each in sorted(inside, key=lambda before: before.period.start):
        parts = groups[key(each)]
        if all(each.apart(part) for part in parts):
            parts.append(each)
    return list(groups.values())


def _same_scope(before: Before) -> Scope:
    return before.scope


def _same_period(before: Before) -> ReportPeriod:
    return before.period
