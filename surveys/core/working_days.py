"""Working days in England, on a clock in London: Monday to Friday without bank holidays.

The bank holidays of England and Wales come from the copy of GOV.UK's list inside `govuk-bank-holidays`, never
from the network. It ends some two years ahead; days after its end count as ordinary ones.
"""

from datetime import date, datetime, time, timedelta
from functools import lru_cache

from govuk_bank_holidays.bank_holidays import BankHolidays

from surveys.core.clock import LONDON

SATURDAY = 5
DAY = timedelta(days=1)


@lru_cache(maxsize=1)
def bank_holidays() -> frozenset[date]:
    """Every bank holiday that the list knows."""
    listed = BankHolidays(use_cached_holidays=True).get_holidays(division=BankHolidays.ENGLAND_AND_WALES)
    return frozenset(holiday["date"] for holiday in listed)


def is_working_day(day: date) -> bool:
    return day.weekday() < SATURDAY and day not in bank_holidays()


def working_days_after(moment: datetime, days: int) -> datetime:
    """The same time of day, so many working days later.

    What begins on a day off counts from the first minute of the next working day, so that this day is whole.
    """
    local = moment.astimezone(LONDON)
    day, at = local.date(), local.time()
    while not is_working_day(day):
        day, at = day + DAY, time.min
    for _ in range(days):
        day += DAY
        while not is_working_day(day):
            day += DAY
    return datetime.combine(day, at, tzinfo=LONDON)
