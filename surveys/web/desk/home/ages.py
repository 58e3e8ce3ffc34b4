"""How long something has waited, as people say it."""

from datetime import datetime, timedelta

from django.utils.translation import ngettext_lazy

UNITS = (
    (timedelta(days=1), ngettext_lazy("%d day", "%d days")),
    (timedelta(hours=1), ngettext_lazy("%d hour", "%d hours")),
    (timedelta(minutes=1), ngettext_lazy("%d minute", "%d minutes")),
)


def age(moment: datetime, *, now: datetime) -> str:
    """The time from `moment` to `now` in its largest whole unit: "3 days", "2 hours", at least "1 minute"."""
    waited = max(now - moment, timedelta(minutes=1))
    unit, words = next(pair for pair in UNITS if waited >= pair[0])
    return str(words % (waited // unit))
