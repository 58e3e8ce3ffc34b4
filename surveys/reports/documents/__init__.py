"""A dataset as a web page, a PDF, a spreadsheet and plain data: from it alone, so nothing can leak."""

from surveys.reports.documents.finished import Finished
from surveys.reports.documents.rendering import rendered

__all__ = ["Finished", "rendered"]
