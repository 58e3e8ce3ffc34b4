"""A dataset as a web page, a PDF, a spreadsheet and plain data: from it alone, so nothing can leak."""

from surveys.reports.documents.rendering import Finished, rendered, rendered_as

__all__ = ["Finished", "rendered", "rendered_as"]
