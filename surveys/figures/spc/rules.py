"""The four rules that tell special cause from common cause, in their order of priority.

Source: NHS "Making Data Count", in the reading of the public R package NHSRplotthedots 0.2.2.
Each rule answers, for every point of one segment, 1 (high or rising), -1 (low or falling) or 0 (quiet).
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from surveys.figures.spc.limits import Segment

Rule = Literal["outside_limits", "trend", "two_of_three", "shift"]
Finding = tuple[Rule | None, int]

RUN_LENGTH = 7
WINDOW = 3


def findings(points: Sequence[float], limits: Segment) -> list[Finding]:
    """For each point the first rule that speaks and its direction, or `(None, 0)`."""
    verdicts: dict[Rule, list[int]] = {
        "outside_limits": _outside(points, limits),
        "trend": _trend(points, limits),
        "two_of_three": _two_of_three(points, limits),
        "shift": _shift(points, limits),
    }
    return [_first(verdicts, index) for index in range(len(points))]


def _first(verdicts: dict[Rule, list[int]], index: int) -> Finding:
    spoken = ((rule, signs[index]) for rule, signs in verdicts.items() if signs[index])
    return next(spoken, (None, 0))


def _outside(points: Sequence[float], limits: Segment) -> list[int]:
    """Strictly beyond a process limit."""
    return [_beyond(point, limits.lower_limit, limits.upper_limit, limits) for point in points]


def _trend(points: Sequence[float], limits: Segment) -> list[int]:
    """Seven points in a row, each above (or each below) the one before; a tie breaks the row."""
    steps = [limits.sign(later - earlier) for earlier, later in pairwise(points)]
    marks = [0] * len(points)
    for start, end, sign in _runs(steps):
        if end - start >= RUN_LENGTH - 1:
            # A peak between two trends belongs to the later one.
            marks[start : end + 1] = [sign] * (end + 1 - start)
    return marks


def _two_of_three(points: Sequence[float], limits: Segment) -> list[int]:
    """Beyond the near limit, not outside, with a second such point in three on one side of the mean."""
    sides = _sides(points, limits)
    outside = _outside(points, limits)
    beyond_near = [_beyond(point, limits.lower_near, limits.upper_near, limits) for point in points]
    near = [sign if not out else 0 for sign, out in zip(beyond_near, outside, strict=True)]
    marks = [0] * len(points)
    for start in range(len(points) - WINDOW + 1):
        window = range(start, start + WINDOW)
        one_side = abs(sum(sides[index] for index in window)) == WINDOW
        if one_side and sum(near[index] != 0 for index in window) >= 2:
            for index in window:
                marks[index] = near[index]
    return marks


def _shift(points: Sequence[float], limits: Segment) -> list[int]:
    """Seven points in a row on one side of the mean; a point on the mean breaks the row."""
    marks = [0] * len(points)
    for start, end, sign in _runs(_sides(points, limits)):
        if end - start >= RUN_LENGTH:
            marks[start:end] = [sign] * (end - start)
    return marks


def _sides(points: Sequence[float], limits: Segment) -> list[int]:
    return [limits.sign(point - limits.mean) for point in points]


def _beyond(point: float, lower: float, upper: float, limits: Segment) -> int:
    return (limits.sign(point - upper) > 0) - (limits.sign(point - lower) < 0)


def _runs(signs: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """The longest stretches (start, end half-open, sign) of one sign; zeros belong to none."""
    start = 0
    for index in range(1, len(signs) + 1):
        if index == len(signs) or signs[index] != signs[start]:
            if signs[start]:
                yield start, index, signs[start]
            start = index
