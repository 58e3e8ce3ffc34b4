"""Receipt codes: nothing in them looks like something else; one wrong letter is seen before any look-up."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.core.secrets import ALPHABET, CODE_LENGTH, check_letter, grouped, letters_in, read_code

BODIES = st.text(ALPHABET, min_size=CODE_LENGTH - 1, max_size=CODE_LENGTH - 1)


def test_no_letter_looks_like_a_digit_or_like_another() -> None:
    assert len(ALPHABET) == len(set(ALPHABET)) == 32
    assert not set("ILOU") & set(ALPHABET)


@given(BODIES, st.integers(0, CODE_LENGTH - 1), st.sampled_from(ALPHABET))
def test_any_one_wrong_letter_is_seen(body: str, at: int, other: str) -> None:
    code = body + check_letter(body)
    assert read_code(code) == code

    wrong = code[:at] + other + code[at + 1 :]

    assert read_code(wrong) == (code if wrong == code else None)


@given(BODIES)
def test_any_two_neighbours_that_changed_places_are_seen(body: str) -> None:
    code = body + check_letter(body)
    for at, (first, second) in enumerate(pairwise(code)):
        swapped = code[:at] + second + first + code[at + 2 :]
        assert (read_code(swapped) is None) == (first != second)


@given(BODIES)
def test_however_it_is_typed_it_is_the_same_code(body: str) -> None:
    code = body + check_letter(body)
    looking_alike = code.replace("0", "o").replace("1", "l")

    for typed in (grouped(code), code.lower(), " ".join(code), grouped(looking_alike).replace("-", "–")):
        assert read_code(typed) == code


@pytest.mark.parametrize("digits", ["٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "০১২৩৪৫৬৭৮৯", "੦੧੨੩੪੫੬੭੮੯", "૦૧૨૩૪૫૬૭૮૯"])
def test_digits_of_her_own_keyboard_count(digits: str) -> None:
    assert letters_in(digits) == "0123456789"
