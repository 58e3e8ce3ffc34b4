"""Signs that mean something where they stand near each other, in whatever order."""

import pytest

from surveys.moderation.language import LANGUAGES
from surveys.moderation.risk import lexicon
from surveys.moderation.words.together import TogetherBook, signs_of
from surveys.moderation.words.tokens import tokens

_SIGNS = {
    "man": ["he", "my husband"],
    "takes": ["takes|took", "has taken"],
    "papers": ["passport*", "{paper}"],
}


@pytest.fixture(scope="module")
def book() -> TogetherBook[str]:
    return TogetherBook([("man + takes + papers", "control")], signs=_SIGNS, groups={"paper": ["visa"]})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("my husband took my passport", "my husband took my passport"),
        ("the passport, he always takes it", "passport, he always takes"),
        ("so the visa is what he has taken now", "visa is what he has taken"),
        ("He says no. He took both passports", "He took both passports"),
    ],
)
def test_signs_are_found_in_any_order(book: TogetherBook[str], text: str, said: str) -> None:
    words = tokens(text)
    assert said in [text[words[hit.first].start : words[hit.after - 1].end] for hit in book.find(words)]


@pytest.mark.parametrize(
    "text",
    [
        "he has a passport",
        "he took his time with us on the ward and all of the staff were kind and helped with my passport",
    ],
)
def test_a_sign_that_is_missing_or_far_away_is_none(book: TogetherBook[str], text: str) -> None:
    assert book.find(tokens(text)) == []


def test_the_same_words_are_not_two_signs() -> None:
    book = TogetherBook([("one + other", "both")], signs={"one": ["quiet"], "other": ["quiet"]})
    assert book.find(tokens("so quiet")) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sign_of_the_lexicon_is_used_and_every_one_used_exists(language: str) -> None:
    used = {sign for found in lexicon.combined(language).values() for one in found for sign in signs_of(one)}
    assert used == set(lexicon.signs(language))
    assert set(lexicon.combined(language)) <= set(lexicon.topics())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sign_is_there_without_a_word(language: str) -> None:
    for sign, phrases in lexicon.signs(language).items():
        for phrase in phrases:
            assert [part for part in phrase.split() if part != ".." and not part.startswith("?")], (
                sign,
                phrase,
            )
