"""What everybody may know of an issued report: counts and shares, never words, never groups of women.

A figure that the report hides has neither count nor percent here. Nothing is computed: what is taken over has
passed the report's gate, and a part of what is safe is safe.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from surveys.core.clock import local_date
from surveys.reports.models import Report
from surveys.reports.periods import ReportPeriod

# Not by age, ethnic group and the like: those stand in the report, for people who have signed in.
BREAKDOWNS = ("stage", "channel", "place")
SHARES = (("positive", "Good or very good"), ("negative", "Poor or very poor"))


@dataclass(frozen=True)
class OpenFigure:
    """One figure. `measure` says what is counted, `key` which one of it, `label` the same in words.

    Without count and percent it is hidden. A theme's percent is of all who wrote, any other's of all counted.
    """

    measure: str
    key: str
    label: str
    count: int | None
    percent: float | None

    @property
    def hidden(self) -> bool:
        return self.count is None and self.percent is None


@dataclass(frozen=True)
class OpenReport:
    """The figures of one issued report, and the report's fingerprint."""

    starts_on: date
    last_day: date
    signed_off_on: date
    digest: str
    figures: tuple[OpenFigure, ...]

    def of(self, measure: str) -> list[OpenFigure]:
        """The figures of one measure, hidden ones too."""
        return [figure for figure in self.figures if figure.measure == measure]


def opened(report: Report) -> OpenReport:
    """An issued report as everybody may read it."""
    assert report.signed_off_at is not None  # noqa: S101 - the caller asks for issued ones only
    return OpenReport(
        starts_on=report.starts_on,
        last_day=ReportPeriod(report.starts_on, report.ends_on).last_day,
        signed_off_on=local_date(report.signed_off_at),
        digest=report.digest,
        figures=tuple(_figures(report.dataset)),
    )


def _figures(dataset: Mapping[str, Any]) -> Iterator[OpenFigure]:
    heard, fft, themes = dataset["heard"], dataset["fft"], dataset["themes"]
    yield OpenFigure("people", "all", "People who answered", heard["responses"], None)
    for breakdown in heard["breakdowns"]:
        if breakdown["key"] in BREAKDOWNS:
            yield from _breakdown(breakdown["key"], breakdown)
    yield OpenFigure("fft_answers", "all", "Answers to the question", fft["answers"], None)
    yield from _breakdown("fft", fft["breakdown"])
    if fft["answers"] != 0:
        for key, label in SHARES:
            yield OpenFigure("fft_share", key, label, None, fft[key]["percent"])
    yield OpenFigure("comments", "all", "People who wrote something", themes["comments"], None)
    for theme in themes["listed"]:
        yield from _theme(theme)


def _breakdown(measure: str, breakdown: Mapping[str, Any]) -> Iterator[OpenFigure]:
    for figure in breakdown["figures"]:
        yield OpenFigure(measure, figure["key"], figure["label"], figure["count"], figure["percent"])


def _theme(theme: Mapping[str, Any]) -> Iterator[OpenFigure]:
    yield OpenFigure("theme", theme["code"], theme["title"], theme["count"], theme["percent"])
    for felt in theme["sentiments"]:
        label = f"{theme['title']}: {felt['label']}"
        key = f"{theme['code']}/{felt['key']}"
        yield OpenFigure("theme_feeling", key, label, felt["count"], felt["percent"])
