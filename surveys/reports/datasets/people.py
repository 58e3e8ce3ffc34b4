"""Whom we heard: by route, part of care, place and group."""

from collections import Counter
from collections.abc import Iterable, Mapping
from uuid import UUID

from surveys.reports.counts import Tally
from surveys.reports.datasets import labels
from surveys.reports.datasets.gate import Gate
from surveys.reports.datasets.shape import Breakdown, Figure, Heard

REACH = (
    "How this compares with all who gave birth here cannot be said yet: nobody has loaded how many births "
    "there were in each group."
)


def heard(gate: Gate, what: Tally, where: Tally, places: Mapping[UUID, str]) -> Heard:
    """`what` counts by measure, key and sentiment; `where` counts responses by stage, channel and unit."""
    total = what["responses", "", ""]
    everyone = gate.total("responses", total)
    breakdowns = [
        _breakdown(gate, "stage", "Part of care", _summed(where, 0), labels.STAGES, total),
        _breakdown(gate, "channel", "How they told us", _summed(where, 1), labels.CHANNELS, total),
        _breakdown(gate, "place", "Place", _by_place(where), _place_names(places), total),
    ]
    breakdowns += [_group(gate, group, what, total) for group in labels.GROUPS]
    return Heard(responses=everyone.value, breakdowns=tuple(breakdowns), reach=REACH)


def said_in_group(group: str, what: Tally, total: int) -> Counter[str]:
    """People by code of a group; who did not answer and who would rather not say are one."""
    said = Counter({key: count for (measure, key, _), count in what.items() if measure == f"group:{group}"})
    said.pop(labels.PREFER_NOT, None)
    if group != "language":  # Nobody is asked for that: it is the language of the page.
        said[labels.NOT_SAID] = total - said.total()
    return said


def note_on(figures: Iterable[Figure], noun: str = "group") -> str:
    """How many figures are hidden, in words; nothing where none is."""
    hidden = sum(figure.count is None for figure in figures)
    if not hidden:
        return ""
    words = f"{hidden} {noun}s are" if hidden > 1 else f"1 {noun} is"
    return f"{words} hidden: too few people, or so that those few cannot be worked out."


def _group(gate: Gate, group: str, what: Tally, total: int) -> Breakdown:
    title, known = labels.GROUPS[group]
    said = said_in_group(group, what, total)
    names = {code: labels.group_label(group, code) for code in [*known, *said]}
    return _breakdown(gate, group, title, said, names, total)


def _breakdown(
    gate: Gate, key: str, title: str, counts: Counter[str], names: Mapping[str, str], total: int
) -> Breakdown:
    if not total or gate.rule.is_small(total):
        # Which groups there are would say who those few people were.
        return Breakdown(key=key, title=title, figures=(), note="")
    cells = gate.row(key, counts, total="responses")
    in_order = [code for code in names if code in cells] + sorted(set(cells) - set(names))
    figures = tuple(
        Figure(code, names.get(code, code), cells[code].value, gate.percent(cells[code], total))
        for code in in_order
    )
    return Breakdown(key=key, title=title, figures=figures, note=note_on(figures))


def _summed(where: Tally, column: int) -> Counter[str]:
    sums: Counter[str] = Counter()
    for place, count in where.items():
        sums[str(place[column])] += count
    return sums


def _by_place(where: Tally) -> Counter[str]:
    sums: Counter[str] = Counter()
    for (_, _, unit), count in where.items():
        sums[str(unit or labels.UNKNOWN)] += count
    return sums


def _place_names(places: Mapping[UUID, str]) -> dict[str, str]:
    names = {str(key): name for key, name in sorted(places.items(), key=lambda item: item[1])}
    return names | {labels.UNKNOWN: "Place not known"}
