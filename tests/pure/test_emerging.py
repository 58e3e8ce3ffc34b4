"""Clusters of what is alike, and phrases that grew: found again from made-up comments."""

import pytest

from surveys.themes.emerging.clustering import clusters
from surveys.themes.emerging.phrases import _z, grown

FOOD = [
    "The vending machine was empty all night.",
    "There were no snacks, the vending machine was empty.",
    "At night the vending machine is empty and the kitchen shut.",
    "Empty vending machine, nothing to eat at night!",
    "We were hungry at night, vending machine empty again.",
]
PRAM = [
    "Nowhere to leave the pram at the clinic.",
    "The clinic has no place for a pram.",
    "I had to leave my pram outside the clinic in the rain.",
    "No room for the pram in the clinic's corridor.",
    "Leaving the pram in the rain outside the clinic.",
]
ALONE = ["Thank you for everything.", "Could be better"]


def test_what_is_alike_comes_together_and_what_stands_alone_does_not() -> None:
    found = clusters([*FOOD, *ALONE, *PRAM])

    assert {cluster.members for cluster in found} == {(0, 1, 2, 3, 4), (7, 8, 9, 10, 11)}
    assert {"vending", "machine"} <= set(next(each for each in found if 0 in each.members).words)


@pytest.mark.parametrize(
    "texts", [[], FOOD[:4], ["", "  ", "!", "?", "..."], ["a b", "c d", "e f", "g h", "i j"]]
)
def test_too_little_is_no_cluster(texts: list[str]) -> None:
    assert clusters(texts) == []


def test_hidden_details_are_no_words() -> None:
    assert clusters(["[name] [phone number]"] * 9) == []


def test_a_phrase_that_many_more_say_has_grown() -> None:
    before = ["The midwife was kind."] * 40
    now = ["The midwife was kind."] * 30 + ["The vending machine was empty."] * 10

    found = grown(now, before, stop=frozenset({"the", "was"}))

    assert {phrase.words for phrase in found} == {("vending", "machine"), ("machine", "was", "empty")}
    assert all(phrase.members == tuple(range(30, 40)) for phrase in found)


def test_what_is_said_as_often_as_before_has_not_grown() -> None:
    said = ["The midwife was kind."] * 20 + ["The parking is dear."] * 20

    assert grown(said, said) == []
    assert grown(said, []) == grown([], said) == []


def test_four_people_are_too_few() -> None:
    assert grown(["new thing"] * 4 + ["old"] * 40, ["old"] * 44) == []


def test_the_score_is_antisymmetric_and_grows_with_the_count() -> None:
    assert _z(10, 100, 3, 100) == pytest.approx(-_z(3, 100, 10, 100))
    assert _z(5, 100, 5, 100) == pytest.approx(0)
    assert _z(12, 100, 3, 100) > _z(10, 100, 3, 100) > 0
