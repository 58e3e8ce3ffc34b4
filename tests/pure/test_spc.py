"""The XmR chart against figures of the public R package NHSRplotthedots 0.2.2, and its input checks."""

import json
import math
from pathlib import Path
from typing import Any

import pytest

from surveys.figures.spc import XmrChart, xmr

MORE_CASES = Path(__file__).resolve().parents[3] / "shared" / "data" / "spc_cases.json"

OUTLIER = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
STEP_UP = [
    81.6, 81.5, 77, 80.6, 76.7, 83.1, 82.6, 78.9, 79.7, 79.2, 80.7,
    81, 90.7, 91.5, 96.2, 91.6, 93.6, 87.5, 92.7, 90.3, 94.3,
]  # fmt: skip
CLIMB = [77.6, 78.7, 81.9, 80, 80, 77.3, 76.6, 60, 62.3, 64.6, 66.9, 69.2, 71.5, 73.8]

LETTERS = {
    "common_cause": ".",
    "special_cause_improvement": "I",
    "special_cause_concern": "C",
    "special_cause_neutral_high": "H",
    "special_cause_neutral_low": "L",
}


def letters(chart: XmrChart) -> str:
    return "".join(LETTERS[each] for each in chart.point_types)


def limits(chart: XmrChart) -> list[tuple[float, float, float]]:
    return [
        (round(part.lower_limit, 6), round(part.mean, 6), round(part.upper_limit, 6))
        for part in chart.segments
    ]


def test_outlier_widens_the_limits() -> None:
    chart = xmr(OUTLIER)
    assert limits(chart) == [(-3.062614, 1.944444, 6.951503)]
    assert letters(chart) == "....I............."
    assert (chart.variation, chart.assurance) == ("common_cause", None)


def test_screened_outlier_leaves_the_limits_narrow() -> None:
    chart = xmr(OUTLIER, screen_outliers=True)
    assert limits(chart) == [(-0.715556, 1.944444, 4.604444)]
    assert letters(chart) == "....I............."


def test_a_step_is_two_shifts() -> None:
    chart = xmr(STEP_UP)
    assert limits(chart) == [(76.600814, 85.285714, 93.970614)]
    assert letters(chart) == "C" * 12 + "I" * 9
    assert chart.rules[0] == "shift"
    assert chart.variation == "special_cause_improvement"


def test_a_trend_outranks_a_shift_and_a_limit_outranks_a_trend() -> None:
    chart = xmr(CLIMB, improvement_direction="neutral", target=60, screen_outliers=True)
    assert limits(chart) == [(67.698714, 72.885714, 78.072714)]
    assert letters(chart) == "HHHHHHHLLLLHHH"
    assert chart.rules[7:12] == ("outside_limits",) * 4 + ("trend",)
    assert chart.assurance is None


def test_rebase_gives_each_stretch_its_own_limits() -> None:
    values = [
        78.8, 78.2, 84.5, 73.2, 83.5, 73, 74.7, 81.3, 82.5, 86.8, 75.9, 78.6, 84, 69.3, 90.2,
        84.8, 81.8, 78, 81.4, 78.2, 74.4, 86.5, 84.5, 82.9, 79.5, 80.9, 78.5, 91.8, 95,
    ]  # fmt: skip
    chart = xmr(values, rebase_at=16)
    assert limits(chart) == [(59.95305, 79.95625, 99.95945), (70.687897, 82.569231, 94.450564)]
    assert letters(chart) == "." * 28 + "I"
    assert [(part.start, part.end) for part in chart.segments] == [(0, 16), (16, 29)]


@pytest.mark.parametrize(
    ("direction", "target", "assurance"),
    [
        ("increase", 60, "consistent_pass"),
        ("increase", 100, "consistent_fail"),
        ("increase", 80, "inconsistent"),
        ("decrease", 60, "consistent_fail"),
        ("decrease", 100, "consistent_pass"),
        ("neutral", 60, None),
        ("increase", None, None),
    ],
)
def test_assurance(direction: Any, target: float | None, assurance: str | None) -> None:
    assert xmr(STEP_UP, improvement_direction=direction, target=target).assurance == assurance


def test_assurance_is_read_from_the_latest_limits() -> None:
    assert xmr(STEP_UP, target=80).assurance == "inconsistent"
    assert xmr(STEP_UP, target=80, rebase_at=12).assurance == "consistent_pass"


def test_a_target_on_the_limit_is_not_beyond_it() -> None:
    chart = xmr(STEP_UP)
    assert xmr(STEP_UP, target=chart.segments[0].upper_limit).assurance == "inconsistent"
    assert xmr(STEP_UP, target=chart.segments[0].lower_limit).assurance == "inconsistent"


def test_every_stored_case_agrees() -> None:
    """All cases of the shared file where it is at hand; the cases above stand without it."""
    stored = json.loads(MORE_CASES.read_text())["cases"] if MORE_CASES.exists() else []
    wrong = [case["name"] for case in stored if not agrees(case)]
    assert wrong == []


def agrees(case: dict[str, Any]) -> bool:
    names = ("improvement_direction", "target", "rebase_at", "screen_outliers")
    chart = xmr(case["values"], **{name: case[name] for name in names})
    expected = [
        (each["from"], each["to"], each["mean"], each["lower_limit"], each["upper_limit"])
        for each in case["segments"]
    ]
    found = [(part.start, part.end, part.mean, part.lower_limit, part.upper_limit) for part in chart.segments]
    return (
        [pytest.approx(numbers, abs=1e-6) for numbers in expected] == found
        and list(chart.point_types) == case["point_types"]
        and (chart.variation, chart.assurance) == (case["variation"], case["assurance"])
    )


def test_near_limits_stand_at_two_thirds() -> None:
    part = xmr([1, 2, 3, 5]).segments[0]
    assert part.upper_near - part.mean == pytest.approx((part.upper_limit - part.mean) * 2 / 3)
    assert part.mean - part.lower_near == pytest.approx((part.mean - part.lower_limit) * 2 / 3)


@pytest.mark.parametrize(("count", "trial"), [(12, True), (13, False)])
def test_fewer_than_thirteen_points_give_trial_limits(count: int, trial: bool) -> None:
    assert xmr(list(range(count))).segments[0].trial is trial


@pytest.mark.parametrize("nothing", [None, (), []])
def test_no_rebase_can_be_said_in_three_ways(nothing: Any) -> None:
    assert xmr(STEP_UP, rebase_at=nothing) == xmr(STEP_UP)


def test_rebases_come_in_any_order() -> None:
    assert xmr(STEP_UP, rebase_at=[12, 6]) == xmr(STEP_UP, rebase_at=(6, 12, 12))


@pytest.mark.parametrize("screen", [True, False])
def test_a_constant_series_has_no_width_and_no_news(screen: bool) -> None:
    chart = xmr([87.7] * 15, screen_outliers=screen)
    assert limits(chart) == [(87.7, 87.7, 87.7)]
    assert letters(chart) == "." * 15


@pytest.mark.parametrize(
    ("values", "options", "words"),
    [
        ([], {}, "at least 2 values"),
        ([1.0], {}, "at least 2 values"),
        ([1.0, math.nan, 2.0], {}, "finite"),
        ([1.0, math.inf], {}, "finite"),
        ([1.0, 2.0], {"target": math.nan}, "target"),
        ([1.0, 2.0], {"improvement_direction": "up"}, "direction"),
        ([1.0, 2.0, 3.0, 4.0], {"rebase_at": 0}, "between 1 and 3"),
        ([1.0, 2.0, 3.0, 4.0], {"rebase_at": 4}, "between 1 and 3"),
        ([1.0, 2.0, 3.0, 4.0], {"rebase_at": [-1]}, "between 1 and 3"),
        ([1.0, 2.0, 3.0, 4.0], {"rebase_at": 3}, "either side"),
        ([1.0, 2.0, 3.0, 4.0], {"rebase_at": [2, 3]}, "either side"),
    ],
)
def test_what_cannot_be_charted_is_refused(values: list[float], options: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        xmr(values, **options)
