"""What a new report would give away when it is laid beside those that are out.

Two ways are closed. A count that differs from an issued one, or from the sum of issued ones inside it, by a
small number shows that small group. And a count that one report hides, to keep a small one company, must not
be found by adding up others: the hidden count's row is then of no use.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence

from surveys.figures.suppression import Issued, Leak, SuppressionRule, check_subtraction
from surveys.reports.datasets.issued import Out
from surveys.reports.periods import ReportPeriod


def leaks(new: Out, issued: Sequence[Out], *, rule: SuppressionRule) -> list[Leak]:
    """The counts of `new` that must stay behind because of what is out."""
    inside = [each for each in issued if each.within(new)]
    around = [each for each in issued if new.within(each)]
    beside = [Issued(each.label, each.counts) for each in (*inside, *around)] + _sums(inside)
    found = [*check_subtraction(new.counts, beside, rule=rule)]
    found += [
        Leak(key, part.label)
        for key in sorted(new.hidden)
        if (part := next(iter(_known_from(key, new, inside)), None)) is not None
    ]
    for whole in around:
        others = [each for each in issued if each.within(whole)]
        found += _opened(new, whole, others) + _left_over(new, whole, others, rule)
    return found


def _left_over(new: Out, whole: Out, others: Iterable[Out], rule: SuppressionRule) -> list[Leak]:
    """Counts that, with those of other parts of a larger report, would leave a small part of it over."""
    beside = _sums([new, *(each for each in others if each.apart(new))])
    small = {leak.key for leak in check_subtraction(whole.counts, beside, rule=rule)}
    return [Leak(key, whole.label) for key in new.counts if key in small]


def of_all_time(new: Out) -> dict[str, int]:
    """What people preferred in consultations: counts of all their time, which every report may repeat."""
    return {key: count for key, count in new.counts.items() if key.startswith("consultation:") and "/" in key}


def leaks_of_all_time(new: Out, issued: Sequence[Out], *, rule: SuppressionRule) -> list[Leak]:
    """Those of them that would show what somebody preferred who has answered, or taken it back, since."""
    nested = [each for each in issued if new.scope.within(each.scope) or each.scope.within(new.scope)]
    beside = [Issued(each.label, each.counts) for each in nested]
    return [*check_subtraction(of_all_time(new), beside, rule=rule)]


def _opened(new: Out, whole: Out, others: Sequence[Out]) -> list[Leak]:
    """Counts that a larger report hides and that could be added up once the new one is out."""
    opened = [key for key in whole.hidden if new.shows(key) and _known_from(key, whole, [*others, new])]
    if new.own_place in opened:
        return [Leak(key, whole.label) for key in new.counts]
    return [Leak(key, whole.label) for key in opened if key in new.counts]


def _known_from(key: str, whole: Out, parts: Iterable[Out]) -> list[Out]:
    """The parts that show a count of everybody in `whole` who belongs under `key`; none if they do not."""
    showing = [part for part in parts if part.shows(key) and part.within(whole)]
    complete = [part for part in showing if _holds_all(key, part, whole)]
    if _cover([part.period for part in complete], whole.period):
        return complete
    same_days = [part for part in showing if part.period == whole.period and part.scope.unit_ids is None]
    everywhere = frozenset().union(*(part.scope.partnership_ids for part in same_days))
    return same_days if same_days and whole.scope.partnership_ids <= everywhere else []


def _holds_all(key: str, part: Out, whole: Out) -> bool:
    """Whether whoever counts under `key` in the whole, on the part's days, is in the part."""
    if whole.scope.within(part.scope):
        return True
    row, _, unit = key.partition("/")
    return row == "place" and unit in {str(each) for each in part.scope.unit_ids or ()}


def _cover(periods: Iterable[ReportPeriod], whole: ReportPeriod) -> bool:
    """Whether every day of the whole lies in one of the periods."""
    reached = whole.start
    for period in sorted(periods, key=lambda each: each.start):
        if period.start <= reached:
            reached = max(reached, period.end)
    return reached >= whole.end


def _sums(inside: Sequence[Out]) -> list[Issued]:
    """Months of one organisation, or organisations in one period, laid side by side and added up.

    Each count is summed over those that show it: the more of them, the smaller is what they leave over.
    """
    sums = []
    for key in (_same_scope, _same_period):
        for parts in _side_by_side(inside, key):
            together: Counter[str] = Counter()
            for part in parts:
                together.update(part.counts)
            sums.append(Issued(" and ".join(part.label for part in parts), together))
    return sums


def _side_by_side(inside: Iterable[Out], key: Callable[[Out], Hashable]) -> list[list[Out]]:
    groups: dict[Hashable, list[Out]] = defaultdict(list)
    for each in sorted(inside, key=lambda out: out.period.start):
        parts = groups[key(each)]
        if all(each.apart(part) for part in parts):
            parts.append(each)
    return [parts for parts in groups.values() if len(parts) > 1]


def _same_scope(out: Out) -> Hashable:
    return out.scope


def _same_period(out: Out) -> Hashable:
    return out.period
