"""What must hold of every XmR chart, whatever the numbers."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.figures.spc import XmrChart, xmr

# Whole numbers move and scale without rounding, so every mark must survive.
series = st.lists(st.integers(-60, 60), min_size=2, max_size=45)
MIRROR = {
    "common_cause": "common_cause",
    "special_cause_improvement": "special_cause_concern",
    "special_cause_concern": "special_cause_improvement",
}
NEUTRAL_MIRROR = {
    "common_cause": "common_cause",
    "special_cause_neutral_high": "special_cause_neutral_low",
    "special_cause_neutral_low": "special_cause_neutral_high",
}


def lines(chart: XmrChart) -> list[float]:
    return [
        line
        for part in chart.segments
        for line in (part.lower_limit, part.lower_near, part.mean, part.upper_near, part.upper_limit)
    ]


@given(series, st.integers(-200, 200), st.booleans())
def test_moving_the_series_moves_the_lines(values: list[int], by: int, screen: bool) -> None:
    before = xmr(values, screen_outliers=screen)
    after = xmr([value + by for value in values], screen_outliers=screen)
    assert lines(after) == pytest.approx([line + by for line in lines(before)], abs=1e-6)
    assert (after.point_types, after.rules) == (before.point_types, before.rules)


@given(series, st.sampled_from([0.01, 0.1, 3.0, 1000.0]))
def test_another_unit_stretches_the_lines(values: list[int], factor: float) -> None:
    before = xmr(values)
    after = xmr([value * factor for value in values])
    assert lines(after) == pytest.approx([line * factor for line in lines(before)], abs=1e-6)
    assert (after.point_types, after.rules) == (before.point_types, before.rules)


@given(series)
def test_the_other_direction_swaps_improvement_and_concern(values: list[int]) -> None:
    up = xmr(values, improvement_direction="increase")
    down = xmr(values, improvement_direction="decrease")
    assert [MIRROR[each] for each in up.point_types] == list(down.point_types)


@given(series)
def test_upside_down_swaps_high_and_low(values: list[int]) -> None:
    upright = xmr(values, improvement_direction="neutral")
    upside_down = xmr([-value for value in values], improvement_direction="neutral")
    assert [NEUTRAL_MIRROR[each] for each in upright.point_types] == list(upside_down.point_types)


@given(series.filter(lambda values: len(values) >= 4), st.data())
def test_a_rebase_is_two_charts_side_by_side(values: list[int], data: st.DataObject) -> None:
    at = data.draw(st.integers(2, len(values) - 2))
    whole, first, second = xmr(values, rebase_at=at), xmr(values[:at]), xmr(values[at:])
    assert whole.point_types == first.point_types + second.point_types
    assert lines(whole) == lines(first) + lines(second)


@given(series)
def test_outside_points_are_marked_by_their_side_before_anything_else(values: list[int]) -> None:
    chart = xmr(values, improvement_direction="neutral")
    part = chart.segments[0]
    for value, rule, kind in zip(values, chart.rules, chart.point_types, strict=True):
        if value > part.upper_limit + 1e-6:
            assert (rule, kind) == ("outside_limits", "special_cause_neutral_high")
        elif value < part.lower_limit - 1e-6:
            assert (rule, kind) == ("outside_limits", "special_cause_neutral_low")
        else:
            assert rule != "outside_limits"


@given(st.integers(0, 10), st.integers(0, 10))
def test_a_trend_takes_its_colour_from_its_direction(before: int, after: int) -> None:
    values = [50.0, 51.0] * before + [float(46 + step) for step in range(7)] + [50.5, 49.5] * after
    chart = xmr(values, improvement_direction="neutral")
    marks = zip(chart.rules, chart.point_types, strict=True)
    assert all(kind == "special_cause_neutral_high" for rule, kind in marks if rule == "trend")


def test_seven_rising_points_are_a_trend_and_six_are_not() -> None:
    wide = [0.0, 100.0, 0.0, 100.0, 0.0, 100.0]
    assert xmr([*wide, *range(40, 47)]).rules[6:] == ("trend",) * 7
    assert "trend" not in xmr([*wide, *range(40, 46)]).rules


def test_a_tie_breaks_a_trend() -> None:
    wide = [0.0, 100.0, 0.0, 100.0, 0.0, 100.0]
    assert "trend" not in xmr([*wide, 40, 41, 42, 43, 43, 44, 45, 46]).rules


def test_a_plateau_leaves_the_trend_before_it_whole() -> None:
    wide = [0.0, 100.0, 0.0, 100.0, 0.0, 100.0]
    assert xmr([*wide, *range(40, 47), *[46] * 7]).rules.count("trend") == 7


def test_the_peak_of_two_trends_belongs_to_the_later() -> None:
    wide = [0.0, 100.0] * 6
    chart = xmr([*wide, *range(40, 47), *range(45, 39, -1)], improvement_direction="neutral")
    trend = [kind[-4:] for rule, kind in zip(chart.rules, chart.point_types, strict=True) if rule == "trend"]
    assert trend == ["high"] * 6 + ["_low"] * 7


def test_seven_points_on_one_side_are_a_shift_and_six_are_not() -> None:
    # The moving ranges are wide, so only the side of the mean can speak.
    assert xmr([-1, -30] * 4 + [1, 30] * 4).rules == ("shift",) * 16
    assert set(xmr([-1, -30] * 3 + [1, 30] * 3).rules) == {None}


def test_a_point_on_the_mean_breaks_a_shift() -> None:
    values = [1, 30, 1, 0, 30, 1, 30, -1, -30, -1, 0, -30, -1, -30]
    assert xmr(values).segments[0].mean == 0
    assert "shift" not in xmr(values).rules


def test_a_mean_that_misses_its_point_by_rounding_still_breaks_a_shift() -> None:
    values = [25.2, 31.1, 24.1, 5.0, 32.9, 27.8, 30.8, 4.5, 4.9, 4.9, -134.8, 4.4, 4.2]
    assert xmr(values).segments[0].mean == pytest.approx(5.0)
    assert "shift" not in xmr(values).rules


def test_two_of_three_marks_only_the_points_beyond_the_near_limit() -> None:
    values = [1, -1] * 12 + [5.5, 1, 5.5, -12]
    chart = xmr(values)
    part = chart.segments[0]
    assert part.upper_near < 5.5 < part.upper_limit
    assert chart.rules[24:27] == ("two_of_three", None, "two_of_three")


def test_two_of_three_does_not_count_a_point_outside() -> None:
    chart = xmr([1, -1] * 20 + [6, 1, 9, -16])
    assert chart.segments[0].upper_near < 6 < chart.segments[0].upper_limit < 9
    assert chart.rules[-4:] == (None, None, "outside_limits", "outside_limits")


def test_two_of_three_needs_all_three_on_one_side() -> None:
    values = [1, -1] * 12 + [5.5, -1, 5.5, -10]
    chart = xmr(values)
    assert chart.segments[0].upper_near < 5.5 < chart.segments[0].upper_limit
    assert "two_of_three" not in chart.rules


@given(series)
def test_segments_tile_the_series(values: list[int]) -> None:
    rebases = range(2, len(values) - 1, 5)
    parts = xmr(values, rebase_at=rebases).segments
    assert (parts[0].start, parts[-1].end) == (0, len(values))
    assert all(earlier.end == later.start for earlier, later in pairwise(parts))
