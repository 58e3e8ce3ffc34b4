"""The Friends and Family Test percents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.figures.fft import FftCounts

counts = st.builds(FftCounts, *[st.integers(0, 400)] * 6)


def test_published_example() -> None:
    answers = FftCounts(171, 43, 10, 9, 9, 2)
    assert answers.total == 244
    assert round(answers.percent_positive or 0, 1) == 87.7
    assert round(answers.percent_negative or 0, 1) == 7.4


def test_intervals_stand_around_the_shares() -> None:
    answers = FftCounts(171, 43, 10, 9, 9, 2)
    positive, negative = answers.positive_interval, answers.negative_interval
    assert positive is not None
    assert negative is not None
    assert positive.lower < 214 / 244 < positive.upper
    assert negative.lower < 18 / 244 < negative.upper


def test_no_answers_have_no_percent() -> None:
    nobody = FftCounts()
    assert nobody.percent_positive is None
    assert nobody.percent_negative is None
    assert nobody.positive_interval is None
    assert nobody.negative_interval is None
    assert not nobody.publishable(minimum_denominator=0)


@pytest.mark.parametrize(("total", "publishable"), [(9, False), (10, True)])
def test_ten_answers_make_a_percent(total: int, publishable: bool) -> None:
    assert FftCounts(dont_know=total).publishable() is publishable


@pytest.mark.parametrize("field", ["very_good", "good", "neither", "poor", "very_poor", "dont_know"])
def test_negative_counts_are_refused(field: str) -> None:
    with pytest.raises(ValueError, match="negative"):
        FftCounts(**{field: -1})


@given(counts.filter(lambda answers: answers.total > 0))
def test_the_two_percents_leave_room_for_neither_and_dont_know(answers: FftCounts) -> None:
    rest = 100 * (answers.neither + answers.dont_know) / answers.total
    assert (answers.percent_positive or 0) + (answers.percent_negative or 0) + rest == pytest.approx(100)
