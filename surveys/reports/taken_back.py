"""Whether a draft still holds what somebody has taken back since it was made."""

from surveys.core.clock import local_date
from surveys.reports.models import Report
from surveys.reports.scopes import scope_of
from surveys.responses import queries as responses
from surveys.themes import queries as themes


def holds_taken_back(report: Report) -> bool:
    """Whether something was taken back or set aside since, or a quote may no longer stand as it does.

    Any of her MVPs' feedback counts, from whatever month: charts and comparisons look back for two years.
    """
    ids = scope_of(report.organisation, on=local_date(report.compiled_at)).partnership_ids
    # An LMS's report also counts what it was told itself, after a loss.
    ids |= {report.organisation_id}
    words = {quote["words"] for theme in report.dataset["themes"]["listed"] for quote in theme["quotes"]}
    if words - themes.still_quotable(ids, words):
        return True
    return responses.gone_since(ids, report.compiled_at)
