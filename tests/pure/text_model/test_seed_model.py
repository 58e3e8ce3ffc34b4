"""Seed phrases: measured on comments with known themes, and case by case where the rules are subtle."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.moderation.language import detect
from surveys.moderation.words.phrases import PhraseBook
from surveys.moderation.words.tokens import tokens
from surveys.themes.codeframe import maternity
from surveys.themes.text_model import seed_model, seeds
from surveys.themes.text_model.interface import Comment

COMMENTS = Path(__file__).parents[1] / "data" / "maternity_comments.jsonl"
# Of the themes that comments have: the share whose words are seen, and of those the share felt rightly.
# Measured: 0.97 and 0.99, 1.00 and 0.94.
FLOORS = {"tuned": (0.95, 0.97), "held_out": (0.97, 0.92)}


def feelings(text: str, *, language: str = "en") -> Mapping[str, str]:
    return seed_model.plain_words(Comment("1", text, None, language)).feelings


def labelled(half: str) -> list[dict[str, Any]]:
    rows = [json.loads(line) for line in COMMENTS.read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if row["half"] == half]


@pytest.mark.parametrize("half", ["tuned", "held_out"])
def test_quality_does_not_fall(half: str) -> None:
    wanted = seen = right = 0
    for row in labelled(half):
        felt = feelings(row["text"], language=detect(row["text"]))
        wanted += len(row["themes"])
        seen += len(felt.keys() & row["themes"].keys())
        right += len(felt.items() & row["themes"].items())
    assert (seen / wanted) >= FLOORS[half][0]
    assert (right / seen) >= FLOORS[half][1]


def test_every_theme_of_the_codeframe_has_seeds_and_no_other() -> None:
    codes = {code.code for code in maternity().codes}
    assert set(seeds.read("seeds_en.toml")) == codes
    assert all(set(phrases) <= codes for phrases in seeds.read("seeds_other.toml").values())


@pytest.mark.parametrize(
    ("text", "code", "sentiment"),
    [
        ("Midwives were kind but the parking is a nightmare", "KIND", "positive"),
        ("Midwives were kind but the parking is a nightmare", "TRAVEL", "negative"),
        ("they were not kind", "KIND", "negative"),
        ("never rude to me", "KIND", "positive"),
        ("would have liked more help with breastfeeding", "FEED", "negative"),
        ("couldn't fault the breastfeeding support", "FEED", "positive"),
        ("no interpreter", "LANG", "negative"),
        ("The day midwives were lovely. The night midwives were rude", "KIND", "mixed"),
        ("brestfeeding help was great", "FEED", "positive"),
    ],
)
def test_sentiment_belongs_to_its_theme(text: str, code: str, sentiment: str) -> None:
    assert feelings(text)[code] == sentiment


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("Nie było tłumacza", "pl", "LANG"),
        ("Moașa a fost amabilă", "ro", "KIND"),
        ("O estacionamento é caro", "pt", "TRAVEL"),
        ("Не було перекладача", "uk", "LANG"),
        ("لم يكن هناك مترجم", "ar", "LANG"),
        ("مترجم نہیں تھا", "ur", "LANG"),
        ("ਕੋਈ ਦੁਭਾਸ਼ੀਆ ਨਹੀਂ ਸੀ", "pa", "LANG"),
        ("ખૂબ દયાળુ હતા", "gu", "KIND"),
        ("দোভাষী ছিল না", "bn", "LANG"),
        ("turjubaan ma jirin", "so", "LANG"),
    ],
)
def test_other_languages_have_key_words(text: str, language: str, code: str) -> None:
    assert code in feelings(text, language=language)


@pytest.mark.parametrize("text", ["", "n/a", "nothing", "All good x", "...", "👍"])
def test_comments_that_say_nothing_speak_of_no_theme(text: str) -> None:
    assert feelings(text) == {}


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    said = seed_model.plain_words(Comment("1", text))
    assert {said.everything, *said.feelings.values()} <= {"positive", "negative", "mixed", "neutral"}


def test_phrases_match_endings_choices_gaps_and_slips() -> None:
    book = PhraseBook([("listen* .. to me|us", "listen"), ("breastfe*", "feed")])

    def meanings(text: str) -> list[str]:
        return [hit.meaning for hit in book.find(tokens(text))]

    assert meanings("listened to me") == ["listen"]
    assert meanings("listening very carefully indeed to us") == ["listen"]
    assert meanings("listening one two three four to us") == []
    assert meanings("brestfeeding and breastfed") == ["feed", "feed"]
