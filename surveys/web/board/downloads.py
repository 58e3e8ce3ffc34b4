"""An issued report as a file to keep."""

from datetime import timedelta

from django.http import HttpResponse

from surveys.reports.queries import Document, Report

TYPES = {
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


def attachment(report: Report, stored: Document) -> HttpResponse:
    """The file as it was signed off, named after its organisation and days; never shown inside the site."""
    last_day = report.ends_on - timedelta(days=1)
    name = f"{report.organisation.slug}-{report.starts_on}-to-{last_day}.{stored.kind}"
    return HttpResponse(
        bytes(stored.content),
        headers={
            "Content-Type": TYPES[stored.kind],
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "private, no-store",
        },
    )
