"""SPC charts of percents by month, or by quarter where months are too small."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from surveys.figures.series import NoSeries, Series, month_after, regroup
from surveys.figures.spc import XmrChart, xmr
from surveys.figures.spc.chart import Direction
from surveys.figures.suppression import SuppressionRule
from surveys.reports.datasets.shape import Chart, Limits, Point

MONTHS_SHOWN = 24
KINDS: Final = {
    "common_cause": "common",
    "special_cause_improvement": "improvement",
    "special_cause_concern": "concern",
    "special_cause_neutral_high": "neutral",
    "special_cause_neutral_low": "neutral",
}
WORDS: Final = {
    "common": "No real change: ups and downs within what is usual",
    "improvement_high": "Getting better: higher than usual",
    "improvement_low": "Getting better: lower than usual",
    "concern_high": "Getting worse: higher than usual",
    "concern_low": "Getting worse: lower than usual",
    "neutral_high": "Changed: higher than usual",
    "neutral_low": "Changed: lower than usual",
}
NOBODY = "Nobody has answered yet."


def chart(
    key: str,
    title: str,
    months: Sequence[date],
    parts: Sequence[int],
    wholes: Sequence[int],
    *,
    until: date,
    direction: Direction,
    rule: SuppressionRule,
) -> Chart:
    """The chart of the percents `parts` of `wholes`, from the first month in which anybody answered.

    `until` is the end of the period that is reported: of that alone its last point may speak.
    """
    first = next((at for at, whole in enumerate(wholes) if whole), None)
    if first is None:
        return no_chart(key, title, NOBODY)
    series = regroup(months[first:], parts[first:], wholes[first:], rule=rule)
    if isinstance(series, NoSeries):
        return no_chart(key, title, series.reason)
    return _drawn(key, title, series, direction, until=until)


def no_chart(key: str, title: str, reason: str) -> Chart:
    """In place of a chart, why there is none."""
    return Chart(key, title, period="", points=(), limits=(), meaning="", words="", reason=reason)


def _drawn(key: str, title: str, series: Series, direction: Direction, *, until: date) -> Chart:
    control = xmr(series.values, improvement_direction=direction)
    # A chart that stops before the period does, or in the middle of it, has nothing to say about it.
    reaches = month_after(series.starts[-1], series.period_length_months) == until
    meaning = _meaning(control, direction) if reaches else ""
    points = zip(series.labels, series.values, control.point_types, control.rules, strict=True)
    return Chart(
        key=key,
        title=title,
        period="month" if series.period_length_months == 1 else "quarter",
        points=tuple(Point(label, round(value, 1), kind, rule) for label, value, kind, rule in points),
        limits=_limits(control),
        meaning=meaning,
        words=WORDS[meaning] if reaches else f"The chart ends with {series.labels[-1]}",
        reason="",
    )


def _limits(control: XmrChart) -> tuple[Limits, ...]:
    return tuple(
        Limits(
            start=part.start,
            end=part.end,
            mean=round(part.mean, 1),
            lower=round(part.lower_limit, 1),
            upper=round(part.upper_limit, 1),
            trial=part.trial,
        )
        for part in control.segments
    )


def _meaning(control: XmrChart, direction: Direction) -> str:
    kind = KINDS[control.variation]
    if kind == "common":
        return kind
    if kind == "neutral":
        return control.variation.removeprefix("special_cause_")
    high = (kind == "improvement") == (direction == "increase")
    return f"{kind}_{'high' if high else 'low'}"
