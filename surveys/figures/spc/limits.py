"""The mean and the limits of one stretch of an XmR chart."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean

LIMIT_FACTOR = 2.66
"""Moving ranges to process limits: 3 / 1.128, as printed in NHS "Making Data Count"."""

SCREEN_FACTOR = 3.267
"""Upper limit of a moving range over the mean range, as printed in NHS "Making Data Count"."""

MINIMUM_POINTS = 2
"""A moving range needs two points, so a segment does."""

TRIAL_POINTS = 13
"""Limits drawn from fewer points than this are trial limits."""

RELATIVE_TOLERANCE = 1e-9
"""Differences below this share of the largest value are rounding, not news."""


@dataclass(frozen=True, slots=True)
class Segment:
    """The points `start` to `end` (half-open, from zero) that share one mean and one set of limits.

    All numbers are in the unit of the values. `trial` says that there are fewer than 13 points, so the
    limits may still move.
    """

    start: int
    end: int
    mean: float
    lower_limit: float
    upper_limit: float
    lower_near: float
    upper_near: float
    tolerance: float

    @property
    def trial(self) -> bool:
        return self.end - self.start < TRIAL_POINTS

    def sign(self, difference: float) -> int:
        """1, 0 or -1, where a difference that only rounding explains counts as none."""
        return (difference > self.tolerance) - (difference < -self.tolerance)


def segment(values: Sequence[float], start: int, end: int, *, screen_outliers: bool) -> Segment:
    """Mean +/- 2.66 mean moving ranges; the near limits stand at two thirds of that distance."""
    points = values[start:end]
    centre = mean(points)
    reach = LIMIT_FACTOR * _mean_range(points, screen_outliers=screen_outliers)
    return Segment(
        start=start,
        end=end,
        mean=centre,
        lower_limit=centre - reach,
        upper_limit=centre + reach,
        lower_near=centre - reach * 2 / 3,
        upper_near=centre + reach * 2 / 3,
        tolerance=RELATIVE_TOLERANCE * max(abs(point) for point in points),
    )


def _mean_range(points: Sequence[float], *, screen_outliers: bool) -> float:
    """Mean of |y(i) - y(i-1)|; screening drops, once, the ranges of 3.267 times that mean or more."""
    ranges = [abs(later - earlier) for earlier, later in pairwise(points)]
    average = mean(ranges)
    if not screen_outliers or average == 0:
        return average
    return mean([each for each in ranges if each < SCREEN_FACTOR * average])
