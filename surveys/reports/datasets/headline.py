"""The sentence that a report opens with until the chair writes her own, and the figures of the first page."""

from collections.abc import Sequence
from math import floor

from surveys.reports.datasets.shape import (
    Change,
    Chart,
    Commitment,
    Fact,
    FriendsAndFamily,
    Heard,
    Theme,
    Themes,
)

HIDDEN = "Hidden"
TOO_FEW = "Too few people to show"
NOBODY = "Nobody was asked"


def headline(heard: Heard, fft: FriendsAndFamily, themes: Themes) -> str:
    """What the figures say, in one or two sentences."""
    if heard.responses is None:
        return "The figures of this period stay hidden: they would give a small group away."
    if heard.responses == 0:
        return "Nobody answered in this period."
    sentences = [_opening(heard.responses, fft), _spoke(themes)]
    return " ".join(sentence for sentence in sentences if sentence)


def facts(
    heard: Heard, fft: FriendsAndFamily, themes: Themes, commitments: Sequence[Commitment]
) -> tuple[Fact, ...]:
    """Five figures for the first page; fewer where there is nothing to say."""
    found = [
        Fact(count(heard.responses), "people answered", _places(heard)),
        _said_good(fft),
        *(_theme_fact(theme) for theme in themes.listed[: min(themes.top, 2)]),
    ]
    if commitments and themes.comments is not None:
        found.append(_heard_about([each.status for each in commitments]))
    return tuple(found)


def count(value: int | None) -> str:
    return HIDDEN if value is None else f"{value:,}"


def percent(value: float | None) -> str:
    return HIDDEN if value is None else f"{floor(value + 0.5)}%"  # 64.5 is 65 to a reader, not Python's 64.


def _opening(responses: int, fft: FriendsAndFamily) -> str:
    if fft.positive.percent is None:
        return f"{responses:,} people told us about their care."
    said = percent(fft.positive.percent)
    return f"{responses:,} people told us about their care, and {said} called it good or very good."


def _spoke(themes: Themes) -> str:
    top = themes.listed[: themes.top]
    if not top:
        return ""
    often = f"They spoke often of {_lower(top[0].title)}"
    critical = next((theme for theme in top if _mostly_critical(theme)), None)
    if critical is None:
        return f"{often}."
    if critical is top[0]:
        return f"{often}, and more were critical than pleased."
    return f"{often}. More were critical than pleased about {_lower(critical.title)}."


def _mostly_critical(theme: Theme) -> bool:
    shown = {figure.key: figure.count for figure in theme.sentiments}
    positive, negative = shown["positive"], shown["negative"]
    return positive is not None and negative is not None and negative > positive


def _said_good(fft: FriendsAndFamily) -> Fact:
    label = "said their care was good or very good"
    if fft.positive.percent is None:
        return Fact(HIDDEN if fft.answers != 0 else "–", label, TOO_FEW if fft.answers != 0 else NOBODY)
    return Fact(percent(fft.positive.percent), label, *_meant(fft.chart, fft.change))


def _theme_fact(theme: Theme) -> Fact:
    label = f"of comments speak of {_lower(theme.title)}"
    return Fact(percent(theme.percent), label, *_meant(theme.chart, theme.change))


def _meant(chart: Chart | None, change: Change) -> tuple[str, str]:
    """In words, and the icon: the chart's where it reaches this period, else the change from the last."""
    return (chart.words, chart.meaning) if chart and chart.meaning else (change.words, "")


def _heard_about(statuses: Sequence[str]) -> Fact:
    """Of the commitments to which some theme speaks: nothing can be heard about the others."""
    about = sum(status in ("heard", "few") for status in statuses)
    silent = sum(status == "nothing" for status in statuses)
    words = f"Nothing was said about {silent}" if silent else "Something was said about each"
    return Fact(f"{about} of {about + silent}", "plan commitments heard about", words)


def _places(heard: Heard) -> str:
    places = next(row for row in heard.breakdowns if row.key == "place")
    known = [figure for figure in places.figures if figure.key != "unknown" and figure.count != 0]
    return f"from {len(known)} places" if len(known) > 1 else ""


def _lower(title: str) -> str:
    return title[:1].lower() + title[1:]
