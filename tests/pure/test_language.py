"""The language of a comment, and when the page's is the better guess."""

import pytest

from surveys.moderation.language import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The midwife was kind and explained everything", "en"),
        ("Opieka na oddziale była bardzo dobra", "pl"),
        ("Personalul a fost foarte amabil cu noi", "ro"),
        ("دایہ بہت اچھی تھی اور خیال رکھا", "ur"),
        ("ਦਾਈ ਬਹੁਤ ਚੰਗੀ ਸੀ", "pa"),
        ("મિડવાઇફ ખૂબ સારી હતી", "gu"),
        ("মিডওয়াইফ খুব ভালো ছিলেন", "bn"),
        ("القابلة كانت لطيفة جدا معي", "ar"),
        ("A parteira foi muito simpática connosco", "pt"),
        ("Акушерка була дуже доброю до нас", "uk"),
        ("Umulisadu aad bay u wanaagsanayd markii aan dhalayay", "so"),
    ],
)
def test_each_language_is_told(text: str, language: str) -> None:
    assert detect(text) == language


def test_few_words_take_the_language_of_the_page() -> None:
    assert detect("super opieka", page_language="pl") == "pl"
    assert detect("fab staff") == "en"


def test_english_on_a_polish_page_is_english() -> None:
    assert detect("The midwives were kind and the ward was clean", page_language="pl") == "en"


def test_an_unsure_guess_takes_the_language_of_the_page() -> None:
    assert detect("ok ok ok ok ok", page_language="ro") == "ro"


def test_an_unknown_page_language_counts_as_english() -> None:
    assert detect("ok", page_language="xx") == "en"
