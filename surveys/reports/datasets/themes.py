"""What women spoke of: each theme's share, sentiments, change, chart and quotes."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from surveys.figures.spc.chart import Direction
from surveys.reports.counts import Tally
from surveys.reports.datasets import labels
from surveys.reports.datasets.changes import CANNOT, change, is_alarming
from surveys.reports.datasets.charts import chart
from surveys.reports.datasets.gate import Gate
from surveys.reports.datasets.shape import Change, Figure, Quote, Theme, Themes

TOP = 5
NOTE = (
    "A comment can speak of several themes, so the shares add up to more than 100%. The machine suggests a "
    "comment’s themes until a person has decided them."
)
NOT_MENTIONED = "not_mentioned"
MENTIONED = "mentioned"
CRITICISED = ("negative", "mixed")

QuotesOf = Callable[[str], tuple[Quote, ...]]


@dataclass(frozen=True)
class Sources:
    """The counts that themes are made of: this period, the one before, and months up to this one's end."""

    now: Tally
    before: Tally
    by_month: Tally
    months: Sequence[date]
    until: date


def themes(gate: Gate, titles: Mapping[str, str], sources: Sources, quotes_of: QuotesOf) -> Themes:
    """Every theme of the list, the most frequent first; those hidden or silent at the end, by title."""
    comments = gate.total("comments", sources.now["comments", "", ""])
    told = [_theme(gate, code, title, sources) for code, title in titles.items()]
    told.sort(key=lambda theme: (-(theme.count or 0), theme.title))
    top = min(TOP, sum(bool(theme.count) for theme in told))
    listed = tuple(
        _in_full(gate, theme, sources, quotes_of) if at < top else theme for at, theme in enumerate(told)
    )
    return Themes(comments.value, listed, top, _checked_overall(sources.now), NOTE)


def _theme(gate: Gate, code: str, title: str, sources: Sources) -> Theme:
    felt, comments = _felt(sources.now, code), sources.now["comments", "", ""]
    spoke = felt.total()
    parts = {sentiment: felt[sentiment] for sentiment in labels.SENTIMENTS}
    cells = gate.row(
        f"theme:{code}",
        parts | {NOT_MENTIONED: comments - spoke},
        total="comments",
        subtotals={MENTIONED: tuple(parts)},
    )
    mentioned = cells[MENTIONED]
    shown = mentioned.value is not None
    return Theme(
        code=code,
        title=title,
        count=mentioned.value,
        percent=gate.percent(mentioned, comments),
        sentiments=tuple(
            Figure(key, label, cells[key].value, gate.percent(cells[key], spoke) if shown else None)
            for key, label in labels.SENTIMENTS.items()
        ),
        checked_percent=_checked(gate, code, sources.now, spoke) if shown else None,
        change=_change(gate, code, sources) if shown else CANNOT,
        trend=_trend(gate, code, sources) if mentioned.value else "",
        chart=None,
        quotes=(),
    )


def _in_full(gate: Gate, theme: Theme, sources: Sources, quotes_of: QuotesOf) -> Theme:
    months, by_month = sources.months, sources.by_month
    drawn = chart(
        f"theme:{theme.code}",
        f"Comments that speak of: {theme.title}",
        months,
        [_spoke_in(by_month, month, theme.code) for month in months],
        [by_month[month, "comments", "", ""] for month in months],
        until=sources.until,
        direction=_direction(_felt(sources.now, theme.code)),
        rule=gate.rule,
    )
    return Theme(**(vars(theme) | {"chart": drawn, "quotes": quotes_of(theme.code)}))


def _felt(what: Tally, code: str) -> Counter[str]:
    return Counter({sentiment: what["theme", code, sentiment] for sentiment in labels.SENTIMENTS})


def _spoke_in(by_month: Tally, month: date, code: str) -> int:
    return sum(by_month[month, "theme", code, sentiment] for sentiment in labels.SENTIMENTS)


def _criticised(felt: Counter[str]) -> int:
    return sum(felt[sentiment] for sentiment in CRITICISED)


def _direction(felt: Counter[str]) -> Direction:
    """Hearing more of what women praise is good; hearing more of what they criticise is not."""
    if _criticised(felt) == felt["positive"]:
        return "neutral"
    return "decrease" if _criticised(felt) > felt["positive"] else "increase"


def _change(gate: Gate, code: str, sources: Sources) -> Change:
    now, before = sources.now, sources.before
    return change(
        (_felt(now, code).total(), now["comments", "", ""]),
        (_felt(before, code).total(), before["comments", "", ""]),
        rule=gate.rule,
    )


def _trend(gate: Gate, code: str, sources: Sources) -> str:
    """ "new" where nobody spoke of it before, "worsening" where clearly more speak of it critically."""
    now, before = _felt(sources.now, code), _felt(sources.before, code)
    if not before.total():
        return "new" if sources.before["comments", "", ""] >= gate.rule.min_denominator else ""
    criticised_now = (_criticised(now), sources.now["comments", "", ""])
    criticised_before = (_criticised(before), sources.before["comments", "", ""])
    return "worsening" if is_alarming(criticised_now, criticised_before, rule=gate.rule) else ""


def _checked(gate: Gate, code: str, what: Tally, spoke: int) -> float | None:
    return gate.percent(gate.rule.cell(what["theme:checked", code, ""]), spoke)


def _checked_overall(what: Tally) -> float | None:
    """The percent of all themes found that a person has decided: about work done, not about people."""
    found = sum(count for (measure, *_), count in what.items() if measure == "theme")
    checked = sum(count for (measure, *_), count in what.items() if measure == "theme:checked")
    return round(100 * checked / found) if found else None
