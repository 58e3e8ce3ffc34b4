"""The Friends and Family Test question: counts, shares, chart, and where they can be compared."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import astuple
from datetime import date
from uuid import UUID

from surveys.figures.fft import FftCounts
from surveys.figures.suppression import SuppressionRule
from surveys.reports.counts import Tally
from surveys.reports.datasets import labels
from surveys.reports.datasets.changes import CANNOT, change
from surveys.reports.datasets.charts import chart, no_chart
from surveys.reports.datasets.gate import NO_SHARE, Gate
from surveys.reports.datasets.shape import Breakdown, Chart, Equity, Figure, FriendsAndFamily

NOTE = (
    "These figures come from women who chose to answer here. They are not an official statistic and not the "
    "trust’s own Friends and Family Test return."
)
POSITIVE = ("very_good", "good")
NEGATIVE = ("poor", "very_poor")
CHART = "Said their care was good or very good"
HELD_BACK = "How many answered is hidden, and a percent would help to guess it."
OTHERS = "others"
TOO_FEW = "Too few people answered in some groups to compare them without giving somebody away."


def friends_and_family(
    gate: Gate, what: Tally, before: Tally, by_month: Tally, months: Sequence[date], *, until: date
) -> FriendsAndFamily:
    """`what` and `before` count by measure, key and sentiment; `by_month` by month first, up to `until`."""
    now, then = counts(what), counts(before)
    answers = gate.total("fft", now.total)
    cells = gate.row(
        "fft",
        dict(zip(labels.FFT, astuple(now), strict=True)),
        total="fft",
        subtotals={"positive": POSITIVE, "negative": NEGATIVE},
    )
    figures = tuple(
        Figure(code, label, cells[code].value, gate.percent(cells[code], now.total))
        for code, label in labels.FFT.items()
    )
    positive = gate.share(cells["positive"], now.total)
    compared = change((now.positive, now.total), (then.positive, then.total), rule=gate.rule)
    return FriendsAndFamily(
        answers=answers.value,
        breakdown=Breakdown("fft", "Overall, how was your experience of our service?", figures),
        positive=positive,
        negative=gate.share(cells["negative"], now.total),
        change=CANNOT if positive == NO_SHARE else compared,
        chart=no_chart("fft", CHART, HELD_BACK)
        if answers.is_hidden
        else _chart(by_month, months, until=until, rule=gate.rule),
        compared=(),
        note=NOTE,
    )


def _chart(by_month: Tally, months: Sequence[date], *, until: date, rule: SuppressionRule) -> Chart:
    return chart(
        "fft",
        CHART,
        months,
        [month_counts(by_month, month).positive for month in months],
        [month_counts(by_month, month).total for month in months],
        until=until,
        direction="increase",
        rule=rule,
    )


def counts(what: Tally) -> FftCounts:
    return FftCounts(**{code: what["fft", code, ""] for code in labels.FFT})


def month_counts(by_month: Tally, month: date) -> FftCounts:
    return FftCounts(**{code: by_month[month, "fft", code, ""] for code in labels.FFT})


def compared(gate: Gate, where: Tally, places: Mapping[UUID, str]) -> tuple[Breakdown, ...]:
    """Percent positive by part of care and by place, where all of it can be shown safely.

    `where` counts FFT answers by stage, unit and code.
    """
    if "fft/positive" not in gate.published:
        return ()
    names = {str(key): name for key, name in places.items()} | {labels.UNKNOWN: "Place not known"}
    stages = _parts(where, 0)
    units = _parts(where, 1)
    return tuple(
        Breakdown(key=key, title=title, figures=figures)
        for key, title, figures in (
            ("fft:stage", "By part of care", _shares(gate, "stage", stages, labels.STAGES)),
            ("fft:place", "By place", _shares(gate, "place", units, names)),
        )
        if figures
    )


def equity(gate: Gate, what: Tally) -> tuple[Equity, ...]:
    """Percent positive by group, one group at a time, and only where every cell can be shown."""
    return tuple(_by_group(gate, group, what) for group in labels.GROUPS if group != "language")


def _by_group(gate: Gate, group: str, what: Tally) -> Equity:
    title, _ = labels.GROUPS[group]
    shares = {}
    if "fft/positive" in gate.published and not any(key.startswith(f"{group}/") for key in gate.hidden):
        shares = gate.shares(f"fft:{group}", _group_parts(group, what), all_or_none=True)
    if not shares or None in shares.values():
        return Equity(f"fft:{group}", title, (), TOO_FEW)
    figures = tuple(
        Figure(code, labels.group_label(group, code), gate.published.get(f"fft:{group}/{code}/all"), percent)
        for code, percent in shares.items()
    )
    return Equity(f"fft:{group}", title, figures, "")


def _group_parts(group: str, what: Tally) -> dict[str, tuple[int, int]]:
    """(Positive, all) by code; those who did not say are one group, so that the parts make up the whole."""
    inside: Counter[str] = Counter()
    everyone: Counter[str] = Counter()
    for (measure, code, felt), count in what.items():
        if measure == f"fft:{group}" and code != labels.PREFER_NOT:
            everyone[code] += count
            inside[code] += count if felt == "positive" else 0
    whole = counts(what)
    in_order = [*labels.GROUPS[group][1], *sorted(everyone)]
    parts = {code: (inside[code], everyone[code]) for code in in_order if everyone[code]}
    parts[labels.NOT_SAID] = (whole.positive - inside.total(), whole.total - everyone.total())
    return parts


def _parts(where: Tally, column: int) -> dict[str, tuple[int, int]]:
    parts: dict[str, tuple[int, int]] = {}
    for place, count in where.items():
        name = str(place[column] or labels.UNKNOWN)
        positive, whole = parts.get(name, (0, 0))
        parts[name] = (positive + (count if place[2] in POSITIVE else 0), whole + count)
    return parts


def _shares(
    gate: Gate, row: str, parts: Mapping[str, tuple[int, int]], names: dict[str, str]
) -> tuple[Figure, ...]:
    """One figure for each group that the row of people shows; those that it hides are one here.

    Were they apart, the two tables could hide different company for the same small group.
    """
    shown = {code: part for code, part in parts.items() if f"{row}/{code}" in gate.published}
    hidden = [part for code, part in parts.items() if code not in shown]
    if hidden:
        shown[OTHERS] = (sum(part for part, _ in hidden), sum(whole for _, whole in hidden))
    shares = gate.shares(f"fft:{row}", shown)
    known = names | {OTHERS: "Others together"}
    in_order = [code for code in known if code in shares] + sorted(set(shares) - set(known))
    return tuple(
        Figure(code, known.get(code, code), gate.published.get(f"fft:{row}/{code}/all"), shares[code])
        for code in in_order
    )
