"""Receipt codes: nothing in them looks like something else; one wrong letter is seen before any look-up."""

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.core.secrets import ALPHABET, CODE_LENGTH, check_letter, code_for, grouped, letters_in, read_code

BODIES = st.text(ALPHABET, min_size=CODE_LENGTH - 1, max_size=CODE_LENGTH - 1)


def test_no_letter_looks_like_a_digit_or_like_another() -> None:
    for alike in ("0ODQ", "1IL", "2Z", "5S", "6G", "8B", "UV"):
        assert len(set(alike) & set(ALPHABET)) == 1, alike
        assert len({letters_in(letter) for letter in alike}) == 1, alike


def test_no_word_stands_in_a_code_by_accident() -> None:
    assert not set("AEIOUW") & set(ALPHABET)


def test_a_code_is_as_hard_to_guess_as_is_said() -> None:
    codes = [code_for("test", str(number)) for number in range(2000)]
    used = Counter("".join(code[:-1] for code in codes))

    assert len(set(codes)) == 2000
    assert set(used) == set(ALPHABET)
    # 30,000 signs: each about 1,304 times, with a standard deviation of 35.
    assert all(abs(times - 1304) < 6 * 35 for times in used.values())
    assert 2**67 < len(ALPHABET) ** (CODE_LENGTH - 1) < 2**68


@given(BODIES, st.integers(0, CODE_LENGTH - 1), st.sampled_from(ALPHABET))
def test_any_one_wrong_letter_is_seen(body: str, at: int, other: str) -> None:
    code = body + check_letter(body)
    assert read_code(code) == code

    wrong = code[:at] + other + code[at + 1 :]

    assert read_code(wrong) == (code if wrong == code else None)


@given(BODIES)
def test_any_two_letters_that_changed_places_are_seen(body: str) -> None:
    code = body + check_letter(body)
    for one, other in combinations(range(len(code)), 2):
        swapped = list(code)
        swapped[one], swapped[other] = code[other], code[one]
        assert (read_code("".join(swapped)) is None) == (code[one] != code[other])


@given(BODIES)
def test_however_it_is_typed_it_is_the_same_code(body: str) -> None:
    code = body + check_letter(body)
    looking_alike = code.translate(str.maketrans("012568V", "olzsgbu"))

    for typed in (grouped(code), code.lower(), " ".join(code), grouped(looking_alike).replace("-", "–")):
        assert read_code(typed) == code


@pytest.mark.parametrize("digits", ["٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "০১২৩৪৫৬৭৮৯", "੦੧੨੩੪੫੬੭੮੯", "૦૧૨૩૪૫૬૭૮૯"])
def test_digits_of_her_own_keyboard_count(digits: str) -> None:
    assert letters_in(digits) == "0123456789"
