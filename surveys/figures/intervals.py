"""How sure a share is, and whether two shares differ. All shares here are proportions, 0 to 1."""

from dataclasses import dataclass
from math import hypot, sqrt
from statistics import NormalDist


@dataclass(frozen=True, slots=True)
class Interval:
    """A confidence interval of a proportion, both ends included."""

    lower: float
    upper: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """The second proportion less the first, with its confidence interval (-1 to 1).

    `clear` says that the interval leaves out zero. Otherwise the words are "no clear change".
    """

    difference: float
    lower: float
    upper: float
    clear: bool


def wilson(count: int, total: int, *, confidence: float = 0.95) -> Interval:
    """The Wilson score interval of `count` out of `total`, without continuity correction.

    Source: E. B. Wilson, JASA 22 (1927) 209-212; method 3 in R. G. Newcombe, Statistics in Medicine 17
    (1998) 857-872. Raises ValueError when `total` is not positive, `count` is not from 0 to `total`, or
    `confidence` is not between 0 and 1.
    """
    _check(count, total)
    z = _z(confidence)
    share = count / total
    centre = 2 * count + z * z
    spread = z * sqrt(z * z + 4 * count * (1 - share))
    width = 2 * (total + z * z)
    # The ends are exact at 0 and 1; rounding must not push them past the share itself.
    lower, upper = (centre - spread) / width, (centre + spread) / width
    return Interval(lower=max(0.0, min(lower, share)), upper=min(1.0, max(upper, share)))


def compare_proportions(
    a_count: int, a_total: int, b_count: int, b_total: int, *, confidence: float = 0.95
) -> Comparison:
    """How far proportion b (say, this period) lies above proportion a (the one before).

    Source: the hybrid score interval, method 10 in R. G. Newcombe, Statistics in Medicine 17 (1998)
    873-890. It takes the two groups to be different people. Raises ValueError as `wilson` does.
    """
    a, b = a_count / max(a_total, 1), b_count / max(b_total, 1)
    a_range = wilson(a_count, a_total, confidence=confidence)
    b_range = wilson(b_count, b_total, confidence=confidence)
    lower = b - a - hypot(b - b_range.lower, a_range.upper - a)
    upper = b - a + hypot(b_range.upper - b, a - a_range.lower)
    return Comparison(difference=b - a, lower=lower, upper=upper, clear=lower > 0 or upper < 0)


def _check(count: int, total: int) -> None:
    if total < 1:
        raise ValueError("A proportion needs a total of at least 1.")
    if not 0 <= count <= total:
        raise ValueError(f"{count} out of {total} is not a proportion.")


def _z(confidence: float) -> float:
    if not 0 < confidence < 1:
        raise ValueError("The confidence lies between 0 and 1.")
    return NormalDist().inv_cdf((1 + confidence) / 2)
