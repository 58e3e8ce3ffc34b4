"""Suppression in one row of counts, with or without subtotals."""

from collections.abc import Collection, Iterator, Mapping

from surveys.figures.suppression.cells import Cell, SuppressionRule
from surveys.figures.suppression.sums import OUTSIDE, Count, Key, Sums

TOTAL: Key = ("total",)


def suppress_row(
    counts: Mapping[str, int],
    *,
    total_published: bool,
    rule: SuppressionRule,
    subtotals: Mapping[str, Collection[str]] | None = None,
) -> dict[str, Cell]:
    """The cells of one row of counts of people in groups that do not overlap.

    `total_published` says that the sum of all counts is printed beside them. A total that is itself small
    must not be: print it through `rule.cell`, and nothing is to be had by subtraction.

    `subtotals` names sums of some of the counts that are printed too, each count in one of them at most
    (19 ethnic categories in 5 groups); their cells are in the answer under their own names.

    Raises ValueError for a negative count, an unknown name in a subtotal, or a name used twice.
    """
    groups = subtotals or {}
    _check(counts, groups)
    total = sum(counts.values())
    top = TOTAL if total_published and not rule.is_small(total) else OUTSIDE
    network = Sums(_network(counts, groups, top), _totals(groups, top), rule)
    return {key[-1]: cell for key, cell in network.protect().items()}


def _network(counts: Mapping[str, int], groups: Mapping[str, Collection[str]], top: Key) -> Iterator[Count]:
    """The total flows into its groups, the groups into their counts, and the counts out."""
    home = {name: ("group", group) for group, names in groups.items() for name in names}
    for name, value in counts.items():
        yield Count(("count", name), tail=home.get(name, top), head=OUTSIDE, value=value)
    for group, names in groups.items():
        value = sum(counts[name] for name in names)
        yield Count(("group", group), tail=top, head=("group", group), value=value, is_total=True)
    if top == TOTAL:
        yield Count(TOTAL, tail=OUTSIDE, head=TOTAL, value=sum(counts.values()), is_total=True, fixed=True)


def _totals(groups: Mapping[str, Collection[str]], top: Key) -> dict[Key, Key]:
    totals: dict[Key, Key] = {("group", group): ("group", group) for group in groups}
    if top == TOTAL:
        totals[TOTAL] = TOTAL
    return totals


def _check(counts: Mapping[str, int], groups: Mapping[str, Collection[str]]) -> None:
    if any(value < 0 for value in counts.values()):
        raise ValueError("A count cannot be negative.")
    named = [name for names in groups.values() for name in names]
    if not set(named) <= set(counts):
        raise ValueError(f"Subtotals of unknown counts: {sorted(set(named) - set(counts))}.")
    if len(named) != len(set(named)) or set(groups) & set(counts):
        raise ValueError("Each count belongs to one subtotal at most, and names are used once.")
