"""A signed-off report in the few lines that an e-mail may hold."""

from dataclasses import dataclass
from uuid import UUID

from surveys.reports.models import Report

MOST_FIGURES = 5


@dataclass(frozen=True)
class Figure:
    """A number as it is read, what it counts, and what it means in words."""

    value: str
    label: str
    words: str


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
    facts = report.dataset["facts"][:MOST_FIGURES]
    return BoardSummary(
        report_id=report.pk,
        organisation=report.organisation.name,
        period=report.dataset["period"]["name"],
        headline=report.headline,
        ask=report.ask,
        figures=tuple(Figure(fact["figure"], fact["label"], fact["words"]) for fact in facts),
    )
