"""Precision, recall and F1 with their intervals; stratified samples that can be drawn again."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.figures.accuracy import Hits, Share, hits
from surveys.figures.intervals import wilson
from surveys.figures.sampling import stratified

COUNTS = st.integers(0, 300)
CODES = st.frozensets(st.sampled_from("ABCD"))
STRATA = st.dictionaries(st.text(max_size=3), st.lists(st.integers(), min_size=1, max_size=30), min_size=1)


def value(share: Share | None) -> float:
    assert share is not None
    return share.value


def test_a_worked_example() -> None:
    found = Hits(both=30, suggested_only=10, decided_only=20)

    assert value(found.precision) == pytest.approx(0.75)
    assert value(found.recall) == pytest.approx(0.6)
    assert value(found.f1) == pytest.approx(2 * 0.75 * 0.6 / (0.75 + 0.6))
    assert found.precision is not None
    assert found.precision.interval == wilson(30, 40)


@given(COUNTS, COUNTS, COUNTS)
def test_f1_is_the_harmonic_mean_and_lies_in_its_interval(both: int, suggested: int, decided: int) -> None:
    found = Hits(both, suggested, decided)
    if found.f1 is None:
        assert found.total == 0
        return
    if both:
        precision, recall = value(found.precision), value(found.recall)
        assert found.f1.value == pytest.approx(2 * precision * recall / (precision + recall))
    assert 0 <= found.f1.interval.lower <= found.f1.value <= found.f1.interval.upper <= 1


@given(CODES, CODES)
def test_every_code_that_either_found_is_one_hit(suggested: frozenset[str], decided: frozenset[str]) -> None:
    found = hits(suggested, decided)

    assert set(found) == suggested | decided
    assert all(each.total == 1 for each in found.values())
    together = sum(found.values(), Hits())
    assert together.both + together.suggested_only == len(suggested)
    assert together.both + together.decided_only == len(decided)


@given(STRATA, st.integers(0, 100), st.integers())
def test_a_sample_has_its_size_and_can_be_drawn_again(
    strata: dict[str, list[int]], size: int, seed: int
) -> None:
    drawn = stratified(strata, size, seed=seed)

    everything = [item for items in strata.values() for item in items]
    assert len(drawn) == min(size, len(everything))
    assert not Counter(drawn) - Counter(everything)
    assert drawn == stratified(strata, size, seed=seed)


def test_each_stratum_has_its_share_and_a_rare_one_at_least_one_place() -> None:
    strata = {"en": list(range(900)), "pl": list(range(900, 990)), "so": list(range(990, 1000))}

    drawn = stratified(strata, 50, seed=7)

    counts = Counter("en" if item < 900 else "pl" if item < 990 else "so" for item in drawn)
    assert (counts["en"], counts["pl"], counts["so"]) == (45, 4, 1)
    assert set(drawn) != set(stratified(strata, 50, seed=8))
