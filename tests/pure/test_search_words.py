"""What is typed, what is said and what is marked: words in plain form, in any script."""

import pytest

from surveys.themes.search import words as search_words
from surveys.themes.search.words import Term

STEMS = {"parking": "park", "parked": "park", "nurses": "nurs"}


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("", []),
        ("!? – …", []),
        ("Parking  nights", [Term(("parking",)), Term(("nights",))]),
        ('"gas and air"', [Term(("gas", "and", "air"), exact=True)]),
        ("“gas and air” pain", [Term(("gas", "and", "air"), exact=True), Term(("pain",))]),
        ('"gas and', [Term(("gas", "and"), exact=True)]),
        ("nurs*", [Term(("nurs",), begins=True)]),
        ("home-birth", [Term(("home", "birth"))]),
        ("Couldn’t", [Term(("couldnt",))]),
        ("Położna położna", [Term(("polozna",))]),
        ("দাই", [Term(("দাই",))]),
    ],
)
def test_what_is_typed_becomes_terms(typed: str, terms: list[Term]) -> None:
    assert search_words.read(typed) == terms


def test_a_very_long_question_is_cut() -> None:
    assert (
        len(search_words.read(" ".join(f"word{number}" for number in range(99)))) == search_words.MOST_TERMS
    )


def test_the_same_words_are_the_same_question() -> None:
    assert search_words.normal("“Gas and AIR”") == search_words.normal("gas and air")
    assert search_words.normal("gas") != search_words.normal("air")


def test_words_are_kept_with_their_places_and_stems_without() -> None:
    words = search_words.words_of("Parked here. Parking!")

    assert (
        search_words.lexemes(words, STEMS | {"here": "here"})
        == "'here':2 'nurs' 'park' 'parked':1 'parking':3"
    )


def test_nothing_is_found_of_or_across_a_hidden_detail() -> None:
    words = search_words.words_of("I rang [phone number] twice")

    assert words == ["i", "rang", "", "twice"]
    assert search_words.lexemes(words, {}) == "'i':1 'rang':2 'twice':4"


def test_a_question_is_written_for_the_database_without_parsing_it() -> None:
    terms = search_words.read('parking "gas and air" nurs* মা')

    assert search_words.asked(terms, STEMS) == (
        "('parking' | 'park') & ('gas' <-> 'and' <-> 'air') & ('nurs':*) & ('মা')"
    )


def test_nobody_can_write_the_databases_language() -> None:
    terms = search_words.read("rude' | 'kind\\ & ! (a <-> b):*")

    assert search_words.asked(terms, {}) == "('rude') & ('kind') & ('a') & ('b':*)"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("parked", ["Parking", "parked"]),
        ('"parked"', ["parked"]),
        ("park*", ["Parking", "parked"]),
        ('"we parked" far', ["we parked", "far"]),
        ("far away", ["far", "away"]),
        ("name", []),
        ("PŁACZ", ["płacz"]),
    ],
)
def test_what_was_looked_for_is_marked(typed: str, found: list[str]) -> None:
    said = "Parking was bad: [name] and we parked far away, płacz"

    parts = search_words.shown(said, search_words.read(typed), STEMS)

    assert "".join(part.text for part in parts) == said
    assert [part.text for part in parts if part.kind == "found"] == found
    assert [part.text for part in parts if part.kind == "hidden"] == ["[name]"]


def test_marks_that_overlap_are_one_after_the_other() -> None:
    parts = search_words.shown("gas and air", search_words.read('"gas and" "and air"'), {})

    assert [(part.text, part.kind) for part in parts] == [("gas and", "found"), (" air", "found")]
