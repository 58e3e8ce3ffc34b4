"""A signed-off report in the few lines that an e-mail may hold."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.utils.dateformat import format as format_date

from surveys.reports.models import Report


@dataclass(frozen=True)
class Figure:
    """A number in words, with what it counts and how it moved."""

    label: str
    value: str
    words: str = ""


@dataclass(frozen=True)
class BoardSummary:
    """Headline, ask and at most five figures: no quotes, and no number that the report does not show."""

    report_id: UUID
    organisation: str
    period: str
    headline: str
    ask: str
    figures: tuple[Figure, ...]


def summary_of(report: Report) -> BoardSummary:
    """The summary of a report, out of its frozen dataset, where small numbers have been hidden already."""
    return BoardSummary(
        report_id=report.pk,
        organisation=report.organisation.name,
        period=_period(report),
        headline=report.headline,
        ask=report.ask,
        figures=(),
    )


def _period(report: Report) -> str:
    last_day = report.ends_on - timedelta(days=1)
    return f"{format_date(report.starts_on, 'j F Y')} to {format_date(last_day, 'j F Y')}"
