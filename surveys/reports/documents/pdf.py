"""The PDF: tagged for people who do not see it, with the fonts that women's words need."""

from surveys.core.printing import as_pdf
from surveys.reports import charts
from surveys.reports.documents.finished import Finished


def render(report: Finished) -> bytes:
    """The report as PDF/UA-1. The same report gives the same bytes: its date is when it was compiled."""
    drawn = {
        key: {"svg": charts.svg(chart), "words": charts.described(chart)}
        for key, chart in report.charts.items()
    }
    given = {
        "data": report.dataset,
        "charts": drawn,
        "title": report.title,
        "state": report.state,
        "digest": report.digest,
    }
    return as_pdf("report.typ", given, made_at=report.compiled_at)
