"""Time: an argument everywhere else; read here, at the edges."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

LONDON = ZoneInfo("Europe/London")


def now() -> datetime:
    """The present moment, with its zone."""
    return timezone.now()


def local_date(moment: datetime) -> date:
    """The date on a clock in London at this moment."""
    return moment.astimezone(LONDON).date()


def local_month(moment: datetime) -> date:
    """The first day of the London month that holds this moment."""
    return local_date(moment).replace(day=1)
