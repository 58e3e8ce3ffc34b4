"""When nobody's telephone should light up: nights, Sundays and bank holidays, on a clock in London."""

from datetime import date, datetime, time, timedelta

from surveys.core.clock import LONDON
from surveys.core.working_days import bank_holidays

MORNING = time(8)
EVENING = time(20)
SUNDAY = 6
# Days that are kept even where they fall on a weekend and their bank holiday on a weekday after it.
FEASTS = frozenset({(12, 25), (12, 26), (1, 1)})


def is_quiet(moment: datetime) -> bool:
    """Whether a reminder would disturb at this moment."""
    local = moment.astimezone(LONDON)
    return _is_quiet_day(local.date()) or not MORNING <= local.time() < EVENING


def next_allowed(moment: datetime) -> datetime:
    """This moment, or else the first one after it at which a reminder may be sent: 8 in the morning."""
    if not is_quiet(moment):
        return moment
    local = moment.astimezone(LONDON)
    day = local.date() + timedelta(days=local.time() >= EVENING)
    while _is_quiet_day(day):
        day += timedelta(days=1)
    return datetime.combine(day, MORNING, tzinfo=LONDON)


def _is_quiet_day(day: date) -> bool:
    feast = (day.month, day.day) in FEASTS
    return feast or day.weekday() == SUNDAY or day in bank_holidays()
