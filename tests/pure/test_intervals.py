"""Intervals of proportions, against the worked examples of Newcombe's two papers of 1998."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.figures.intervals import compare_proportions, wilson

shares = st.integers(1, 500).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total)))


@pytest.mark.parametrize(
    ("count", "total", "lower", "upper"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_examples(count: int, total: int, lower: float, upper: float) -> None:
    interval = wilson(count, total)
    assert (round(interval.lower, 4), round(interval.upper, 4)) == (lower, upper)


@pytest.mark.parametrize(
    ("b", "a", "lower", "upper"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1.0),
    ],
)
def test_difference_examples(b: tuple[int, int], a: tuple[int, int], lower: float, upper: float) -> None:
    comparison = compare_proportions(*a, *b)
    assert (round(comparison.lower, 4), round(comparison.upper, 4)) == (lower, upper)
    assert comparison.difference == pytest.approx(b[0] / b[1] - a[0] / a[1])
    assert comparison.clear is (lower > 0)


def test_a_fall_is_clear_too() -> None:
    fall = compare_proportions(56, 70, 48, 80)
    assert fall.clear
    assert fall.upper < 0


@given(shares)
def test_wilson_holds_the_share_and_stays_a_proportion(share: tuple[int, int]) -> None:
    interval = wilson(*share)
    assert 0 <= interval.lower <= share[0] / share[1] <= interval.upper <= 1


@given(shares)
def test_wilson_mirrors(share: tuple[int, int]) -> None:
    count, total = share
    one, other = wilson(count, total), wilson(total - count, total)
    assert one.lower == pytest.approx(1 - other.upper, abs=1e-12)


@given(shares)
def test_more_confidence_is_a_wider_interval(share: tuple[int, int]) -> None:
    narrow, wide = wilson(*share, confidence=0.8), wilson(*share, confidence=0.99)
    assert wide.lower <= narrow.lower
    assert narrow.upper <= wide.upper


@given(shares, shares)
def test_comparing_backwards_turns_the_sign(a: tuple[int, int], b: tuple[int, int]) -> None:
    forth, back = compare_proportions(*a, *b), compare_proportions(*b, *a)
    assert forth.difference == -back.difference
    assert (forth.lower, forth.upper) == pytest.approx((-back.upper, -back.lower))
    assert forth.clear == back.clear


@given(shares)
def test_no_change_is_never_clear(share: tuple[int, int]) -> None:
    assert not compare_proportions(*share, *share).clear


@pytest.mark.parametrize(("count", "total"), [(0, 0), (-1, 5), (6, 5)])
def test_what_is_no_proportion_is_refused(count: int, total: int) -> None:
    with pytest.raises(ValueError, match="proportion"):
        wilson(count, total)
    with pytest.raises(ValueError, match="proportion"):
        compare_proportions(count, total, 1, 2)
    with pytest.raises(ValueError, match="proportion"):
        compare_proportions(1, 2, count, total)


@pytest.mark.parametrize("confidence", [0, 1, 95])
def test_confidence_is_a_proportion(confidence: float) -> None:
    with pytest.raises(ValueError, match="confidence"):
        wilson(1, 2, confidence=confidence)
