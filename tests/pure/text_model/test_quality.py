"""Measures of agreement, by hand."""

import pytest

from surveys.themes.text_model import quality

GIVEN = [{"A": "positive", "B": "negative"}, {"A": "positive"}, {}]
WANTED = [{"A": "positive"}, {"A": "negative", "C": "neutral"}, {}]


def test_micro_f1_counts_all_comments_together() -> None:
    found = quality.themes(GIVEN, WANTED)
    assert (found.hits, found.wrong, found.missed) == (2, 1, 1)
    assert (found.precision, found.recall, found.f1) == pytest.approx((2 / 3, 2 / 3, 2 / 3))


def test_with_sentiment_both_must_be_right() -> None:
    assert quality.themes_with_sentiment(GIVEN, WANTED).hits == 1


def test_macro_f1_is_over_codes_that_were_wanted() -> None:
    assert quality.macro_f1(GIVEN, WANTED) == pytest.approx((1 + 0) / 2)


def test_nothing_wanted_and_nothing_given_is_full_agreement() -> None:
    assert quality.themes([{}], [{}]).f1 == 1
