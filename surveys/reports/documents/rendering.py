"""Renders every kind of document."""

from collections.abc import Callable, Mapping

from surveys.reports.datasets import canonical
from surveys.reports.documents import html, pdf, xlsx
from surveys.reports.documents.finished import Finished
from surveys.reports.models import Document

Kind = Document.Kind


def _json(report: Finished) -> bytes:
    return canonical(report.dataset)


RENDERERS: Mapping[str, Callable[[Finished], bytes]] = {
    Kind.HTML: html.render,
    Kind.PDF: pdf.render,
    Kind.XLSX: xlsx.render,
    Kind.JSON: _json,
}


def rendered(report: Finished) -> dict[str, bytes]:
    """The report as a file of each kind."""
    return {str(kind): render(report) for kind, render in RENDERERS.items()}
