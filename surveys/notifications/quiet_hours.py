"""When nobody's telephone should light up: nights, Sundays and bank holidays, on a clock in London.

The bank holidays of England and Wales come from the copy of GOV.UK's list inside `govuk-bank-holidays`, never
from the network. It ends some two years ahead; days after its end count as ordinary ones.
"""

from datetime import date, datetime, time, timedelta
from functools import lru_cache

from govuk_bank_holidays.bank_holidays import BankHolidays

from surveys.core.clock import LONDON

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
    return feast or day.weekday() == SUNDAY or day in _bank_holidays()


@lru_cache(maxsize=1)
def _bank_holidays() -> frozenset[date]:
    listed = BankHolidays(use_cached_holidays=True).get_holidays(division=BankHolidays.ENGLAND_AND_WALES)
    return frozenset(holiday["date"] for holiday in listed)
