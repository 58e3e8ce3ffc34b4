"""Reminders wait for waking hours on a clock in London."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.core.clock import LONDON
from surveys.notifications.quiet_hours import is_quiet, next_allowed


def london(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("moment", "allowed"),
    [
        (london(2026, 10, 14, 8), london(2026, 10, 14, 8)),
        (london(2026, 10, 14, 19, 59), london(2026, 10, 14, 19, 59)),
        (london(2026, 10, 14, 20), london(2026, 10, 15, 8)),
        (london(2026, 10, 14, 23, 59), london(2026, 10, 15, 8)),
        (london(2026, 10, 15, 7, 59), london(2026, 10, 15, 8)),
        # Saturday evening and all of Sunday wait for Monday.
        (london(2026, 10, 17, 20), london(2026, 10, 19, 8)),
        (london(2026, 10, 18, 12), london(2026, 10, 19, 8)),
        # Christmas 2026: Friday; Boxing Day on a Saturday; a Sunday; the day in its place.
        (london(2026, 12, 24, 21), london(2026, 12, 29, 8)),
        # Easter 2027: Good Friday and Easter Monday, an ordinary Saturday between.
        (london(2027, 3, 26, 10), london(2027, 3, 27, 8)),
        (london(2027, 3, 28, 10), london(2027, 3, 30, 8)),
    ],
)
def test_the_next_moment_at_which_a_reminder_may_go(moment: datetime, allowed: datetime) -> None:
    assert next_allowed(moment) == allowed


def test_a_holiday_of_scotland_alone_is_an_ordinary_day() -> None:
    moment = london(2026, 11, 30, 12)  # Saint Andrew's Day, a Monday

    assert next_allowed(moment) == moment


def test_the_morning_after_the_clocks_go_back_is_still_8_in_london() -> None:
    before = datetime(2026, 10, 24, 20, tzinfo=UTC)  # Saturday 9 pm, summer time; Sunday 25: clocks go back

    assert next_allowed(before).astimezone(UTC) == datetime(2026, 10, 26, 8, tzinfo=UTC)


def test_in_summer_8_in_london_is_7_in_utc() -> None:
    assert not is_quiet(datetime(2026, 7, 1, 7, tzinfo=UTC))
    assert is_quiet(datetime(2026, 7, 1, 6, 59, tzinfo=UTC))
    assert is_quiet(datetime(2026, 7, 1, 19, tzinfo=UTC))
    assert not is_quiet(datetime(2026, 12, 1, 19, 59, tzinfo=UTC))


@given(st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001 - hypothesis adds the zone
def test_what_is_allowed_is_never_quiet_never_earlier_and_at_most_five_days_later(moment: datetime) -> None:
    allowed = next_allowed(moment)

    assert not is_quiet(allowed)
    assert timedelta(0) <= allowed - moment < timedelta(days=5)
    assert next_allowed(allowed) == allowed
