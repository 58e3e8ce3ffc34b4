"""The XmR chart: from a series of values to its limits, its marked points and its two icons."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, get_args

from surveys.figures.spc.limits import MINIMUM_POINTS, Segment, segment
from surveys.figures.spc.rules import Finding, Rule, findings

Direction = Literal["increase", "decrease", "neutral"]
Assurance = Literal["consistent_pass", "consistent_fail", "inconsistent"]
PointType = Literal[
    "common_cause",
    "special_cause_improvement",
    "special_cause_concern",
    "special_cause_neutral_high",
    "special_cause_neutral_low",
]


@dataclass(frozen=True, slots=True)
class XmrChart:
    """What an XmR chart says. Values and limits share one unit, the caller's.

    `point_types` and `rules` have one entry for each value; `rules` names why a point is special, so that
    words can stand beside the colour. `assurance` is None without a target or without a direction.
    """

    values: tuple[float, ...]
    segments: tuple[Segment, ...]
    point_types: tuple[PointType, ...]
    rules: tuple[Rule | None, ...]
    assurance: Assurance | None

    @property
    def variation(self) -> PointType:
        """The type of the last point: the icon that the board sees."""
        return self.point_types[-1]


def xmr(
    values: Sequence[float],
    *,
    improvement_direction: Direction = "increase",
    target: float | None = None,
    rebase_at: int | Iterable[int] | None = (),
    screen_outliers: bool = False,
) -> XmrChart:
    """Chart `values`, oldest first, without gaps, in any one unit.

    `rebase_at` holds the positions, from zero, of the points where limits and rules start again.
    `screen_outliers` leaves extreme moving ranges out of the limits; the NHS workbook does not.

    Source: NHS England "Making Data Count"; limits at 2.66 mean moving ranges, screening at 3.267.
    Raises ValueError for a direction that is not one, for a value or target that is not a finite number, for
    a rebase outside the series, and for a segment of fewer than two points.
    """
    points = _checked_values(values)
    _check_options(improvement_direction, target)
    segments = tuple(
        segment(points, start, end, screen_outliers=screen_outliers)
        for start, end in pairwise(_boundaries(len(points), rebase_at))
    )
    found = [each for part in segments for each in findings(points[part.start : part.end], part)]
    return XmrChart(
        values=points,
        segments=segments,
        point_types=tuple(_point_type(finding, improvement_direction) for finding in found),
        rules=tuple(rule for rule, _ in found),
        assurance=_assurance(segments[-1], improvement_direction, target),
    )


def _checked_values(values: Sequence[float]) -> tuple[float, ...]:
    points = tuple(float(value) for value in values)
    if len(points) < MINIMUM_POINTS:
        raise ValueError(f"An XmR chart needs at least {MINIMUM_POINTS} values, not {len(points)}.")
    if not all(map(math.isfinite, points)):
        raise ValueError("Every value must be a finite number; close a gap before charting.")
    return points


def _check_options(direction: str, target: float | None) -> None:
    if direction not in get_args(Direction):
        raise ValueError(f"The direction of improvement is one of {get_args(Direction)}, not {direction!r}.")
    if target is not None and not math.isfinite(target):
        raise ValueError("The target must be a finite number.")


def _boundaries(count: int, rebase_at: int | Iterable[int] | None) -> list[int]:
    """The edges of all segments, first and last included."""
    rebases = {rebase_at} if isinstance(rebase_at, int) else set(rebase_at or ())
    if any(not 0 < rebase < count for rebase in rebases):
        raise ValueError(f"A rebase must lie between 1 and {count - 1}, not at {sorted(rebases)}.")
    edges = [0, *sorted(rebases), count]
    if any(end - start < MINIMUM_POINTS for start, end in pairwise(edges)):
        raise ValueError(f"A rebase must leave at least {MINIMUM_POINTS} values on either side.")
    return edges


def _point_type(finding: Finding, direction: Direction) -> PointType:
    sign = finding[1]
    if sign == 0:
        return "common_cause"
    if direction == "neutral":
        return "special_cause_neutral_high" if sign > 0 else "special_cause_neutral_low"
    better = (sign > 0) == (direction == "increase")
    return "special_cause_improvement" if better else "special_cause_concern"


def _assurance(last: Segment, direction: Direction, target: float | None) -> Assurance | None:
    """Whether the process, left alone, will meet the target: only limits clear of it can say so."""
    if target is None or direction == "neutral":
        return None
    below = last.sign(target - last.lower_limit) < 0
    above = last.sign(target - last.upper_limit) > 0
    if not below and not above:
        return "inconsistent"
    return "consistent_pass" if below == (direction == "increase") else "consistent_fail"
