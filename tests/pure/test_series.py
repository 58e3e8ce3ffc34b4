"""Months, quarters, and when there is no chart."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.figures.series import NoSeries, Series, chartable, complete_months, month_after, regroup
from surveys.figures.suppression import SuppressionRule


def months(first: date, count: int) -> list[date]:
    return [month_after(first, index) for index in range(count)]


JANUARY = date(2026, 1, 1)


def test_complete_months_are_half_open() -> None:
    assert complete_months(date(2025, 12, 1), date(2026, 2, 1)) == (date(2025, 12, 1), JANUARY)
    assert complete_months(date(2025, 12, 2), date(2026, 2, 28)) == (JANUARY,)
    assert complete_months(date(2026, 1, 2), date(2026, 1, 31)) == ()
    assert complete_months(JANUARY, JANUARY) == ()


@given(st.dates(date(2000, 1, 1), date(2050, 1, 1)), st.integers(0, 800))
def test_complete_months_lie_within(start: date, days: int) -> None:
    end = date.fromordinal(start.toordinal() + days)
    found = complete_months(start, end)
    assert all(start <= month and month_after(month) <= end for month in found)
    assert list(found) == months(found[0], len(found)) if found else days < 62


def test_month_after_crosses_years_both_ways() -> None:
    assert month_after(date(2025, 12, 1)) == JANUARY
    assert month_after(date(2025, 11, 1), 14) == date(2027, 1, 1)
    assert month_after(JANUARY, -1) == date(2025, 12, 1)


def test_chartable_refuses_gaps_and_single_points() -> None:
    assert chartable([1.0, 0.0]) == (1.0, 0.0)
    assert chartable([1.0, None, 2.0]) is None
    assert chartable([1.0]) is None
    assert chartable([]) is None


def test_months_with_answers_enough_stay_months() -> None:
    series = regroup(months(JANUARY, 3), [10, 15, 20], [20, 20, 40])
    assert series == Series(1, (JANUARY, date(2026, 2, 1), date(2026, 3, 1)), (50.0, 75.0, 50.0))
    assert series.labels == ("January 2026", "February 2026", "March 2026")


@pytest.mark.parametrize(
    ("numerator", "denominator"),
    [(0, 0), (0, 9), (3, 30), (27, 30)],
    ids=["empty", "few answers", "few counted", "few others"],
)
def test_one_bad_month_makes_quarters(numerator: int, denominator: int) -> None:
    numerators, denominators = [20, 20, numerator, 20, 20, 20], [40, 40, denominator, 40, 40, 40]
    series = regroup(months(JANUARY, 6), numerators, denominators)
    assert isinstance(series, Series)
    assert series.period_length_months == 3
    assert series.starts == (JANUARY, date(2026, 4, 1))
    assert series.values[0] == pytest.approx(100 * (40 + numerator) / (80 + denominator))
    assert series.labels == ("January to March 2026", "April to June 2026")


def test_quarters_are_calendar_quarters_and_whole() -> None:
    series = regroup(months(date(2025, 11, 1), 10), [6] * 9 + [0], [12] * 9 + [0])
    assert isinstance(series, Series)
    assert series.starts == (JANUARY, date(2026, 4, 1))


def test_too_few_answers_even_by_quarter() -> None:
    nothing = regroup(months(JANUARY, 6), [1] * 6, [3] * 6)
    assert isinstance(nothing, NoSeries)
    assert "even by quarter" in nothing.reason


@pytest.mark.parametrize("count", [0, 1, 5])
def test_too_few_months_for_quarters(count: int) -> None:
    nothing = regroup(months(JANUARY, count), [1] * count, [3] * count)
    assert isinstance(nothing, NoSeries)
    assert "two whole quarters" in nothing.reason


def test_the_rule_decides_what_is_enough() -> None:
    strict = SuppressionRule(min_denominator=100)
    assert isinstance(regroup(months(JANUARY, 3), [10] * 3, [20] * 3), Series)
    assert isinstance(regroup(months(JANUARY, 3), [10] * 3, [20] * 3, rule=strict), NoSeries)


@pytest.mark.parametrize(
    ("days", "numerators", "denominators", "words"),
    [
        ([JANUARY], [1, 2], [3, 4], "equally many"),
        ([JANUARY, date(2026, 3, 1)], [1, 2], [3, 4], "consecutive"),
        ([date(2026, 1, 2)], [1], [3], "first days"),
        ([JANUARY], [4], [3], "numerator"),
        ([JANUARY], [-1], [3], "numerator"),
    ],
)
def test_what_is_no_series_is_refused(
    days: list[date], numerators: list[int], denominators: list[int], words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        regroup(days, numerators, denominators)
