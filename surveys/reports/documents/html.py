"""The web page: one file that needs no other."""

from typing import Any

from django.template.loader import render_to_string
from markupsafe import Markup

from surveys.reports import charts
from surveys.reports.documents import finished
from surveys.reports.documents.finished import Finished

TEMPLATE = "documents/report.jinja"


def render(report: Finished) -> bytes:
    """The report as UTF-8 HTML with its style and charts inside."""
    return render_to_string(TEMPLATE, context(report)).encode()


def context(report: Finished) -> dict[str, Any]:
    """What the report's templates need, here and on the board's page."""
    return {
        "report": report,
        "data": report.dataset,
        # Our own drawing: every word in it has been escaped by ElementTree.
        "charts": {key: Markup(charts.svg(chart)) for key, chart in report.charts.items()},  # noqa: S704 - as said
        "count": finished.count,
        "share": finished.percent,
        "day": finished.day,
    }
