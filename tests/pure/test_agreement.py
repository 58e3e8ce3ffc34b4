"""Agreement beyond chance, against worked examples that others have published, and properties."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.figures.agreement import cohen_kappa, krippendorff_alpha, masi_distance

SETS = st.frozensets(st.sampled_from("ABCDE"), max_size=4)
PAIRS = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1, max_size=40)


def table(cells: dict[tuple[str, str], int]) -> list[tuple[str, str]]:
    return [pair for pair, number in cells.items() for _ in range(number)]


def test_kappa_of_fifty_applications_read_by_two() -> None:
    """The example in Wikipedia's "Cohen's kappa": 20 both yes, 15 both no, 5 and 10 apart: 0.40."""
    read = table({("yes", "yes"): 20, ("yes", "no"): 5, ("no", "yes"): 10, ("no", "no"): 15})

    assert cohen_kappa(read) == pytest.approx(0.40)


MEG, OWEN = "0100000010", "1110010000"
BEN, GERRY = "aabbdcccedda", "babbbccceddd"


def test_alpha_of_two_observers_and_two_values() -> None:
    """Krippendorff (2011), section A: ten units, alpha 0.095."""
    assert krippendorff_alpha(list(zip(MEG, OWEN, strict=True))) == pytest.approx(0.095, abs=5e-4)


def test_alpha_of_two_observers_and_five_values() -> None:
    """Krippendorff (2011), section B: twelve units, nominal alpha 0.692."""
    assert krippendorff_alpha(list(zip(BEN, GERRY, strict=True))) == pytest.approx(0.692, abs=5e-4)


def test_alpha_of_four_observers_with_gaps() -> None:
    """Krippendorff (2011), section C: twelve units, four observers, 41 values, nominal alpha 0.743."""
    rows = ("12332141 2...", "12332241 25.3", ".3332342 251.", "12332441 251.")
    units = [[value for value in unit if value not in ". "] for unit in zip(*rows, strict=True)]

    assert krippendorff_alpha(units) == pytest.approx(0.743, abs=5e-4)


def test_masi_of_sets_as_passonneau_defines_it() -> None:
    a, ab, bc, cd = (frozenset(letters) for letters in ("A", "AB", "BC", "CD"))

    assert masi_distance(ab, ab) == 0
    assert masi_distance(a, ab) == pytest.approx(1 - 1 / 2 * 2 / 3)
    assert masi_distance(ab, bc) == pytest.approx(1 - 1 / 3 * 1 / 3)
    assert masi_distance(ab, cd) == 1
    assert masi_distance(frozenset(), frozenset()) == 0


@given(SETS, SETS)
def test_masi_is_a_distance_from_0_to_1_whichever_way_one_looks(
    one: frozenset[str], other: frozenset[str]
) -> None:
    assert masi_distance(one, other) == masi_distance(other, one)
    assert 0 <= masi_distance(one, other) <= 1
    assert (masi_distance(one, other) == 0) == (one == other)


@given(PAIRS)
def test_agreement_is_the_same_whoever_is_called_first_and_never_over_1(pairs: list[tuple[str, str]]) -> None:
    turned = [(b, a) for a, b in pairs]

    assert cohen_kappa(pairs) == pytest.approx(cohen_kappa(turned))
    assert krippendorff_alpha(pairs) == pytest.approx(krippendorff_alpha(turned))
    for value in (cohen_kappa(pairs), krippendorff_alpha(pairs)):
        assert value is None or -1 <= value <= 1


@given(PAIRS)
def test_only_those_who_never_differ_agree_wholly(pairs: list[tuple[str, str]]) -> None:
    value = krippendorff_alpha(pairs)

    assert value is None or (value == pytest.approx(1)) == all(a == b for a, b in pairs)


def test_alpha_of_independent_coders_is_what_chance_gives() -> None:
    """Every pair of values once: alpha is 0 but for its correction for few values."""
    pairs = [(first, second) for first, second in product("abcd", repeat=2)] * 50

    assert cohen_kappa(pairs) == pytest.approx(0)
    assert krippendorff_alpha(pairs) == pytest.approx(0, abs=1e-3)


def test_one_value_throughout_says_nothing() -> None:
    assert cohen_kappa([("a", "a")] * 9) is None
    assert krippendorff_alpha([("a", "a")] * 9) is None
    assert cohen_kappa([]) is None
    assert krippendorff_alpha([["a"]]) is None
