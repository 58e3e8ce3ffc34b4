"""Seed phrases: measured on comments with known themes, and case by case where the rules are subtle."""

import json
from collections.abc import Iterable
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
from surveys.themes.text_model.interface import Comment, ThemeSuggestion
from surveys.themes.text_model.seed_model import THRESHOLD

COMMENTS = Path(__file__).parents[1] / "data" / "maternity_comments.jsonl"
# Measured: themes 0.91 and 0.83, with sentiment 0.90 and 0.79; docs/text-model.md says what that is worth.
FLOORS = {"tuned": (0.88, 0.85), "held_out": (0.79, 0.75)}


def themes(text: str, *, stage: str | None = None, language: str = "en") -> dict[str, str]:
    return {theme.code: theme.sentiment for theme in suggestions(text, stage=stage, language=language)}


def suggestions(text: str, *, stage: str | None = None, language: str = "en") -> tuple[ThemeSuggestion, ...]:
    return seed_model.suggestions(Comment("1", text, stage, language))


def labelled(half: str) -> list[dict[str, Any]]:
    rows = [json.loads(line) for line in COMMENTS.read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if row["half"] == half]


def micro_f1(pairs: Iterable[tuple[set[Any], set[Any]]]) -> float:
    hits = suggested = wanted = 0
    for guess, truth in pairs:
        hits, suggested, wanted = hits + len(guess & truth), suggested + len(guess), wanted + len(truth)
    return 2 * hits / (suggested + wanted)


@pytest.mark.parametrize("half", ["tuned", "held_out"])
def test_quality_does_not_fall(half: str) -> None:
    rows = labelled(half)
    guesses = [themes(row["text"], stage=row["stage"], language=detect(row["text"])) for row in rows]
    truths = [row["themes"] for row in rows]
    codes = micro_f1((set(g), set(t)) for g, t in zip(guesses, truths, strict=True))
    with_sentiment = micro_f1((set(g.items()), set(t.items())) for g, t in zip(guesses, truths, strict=True))
    assert (codes, with_sentiment) >= FLOORS[half]
    assert with_sentiment >= FLOORS[half][1]


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
    assert themes(text)[code] == sentiment


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
    assert code in themes(text, language=language)


@pytest.mark.parametrize("text", ["", "n/a", "nothing", "All good x", "...", "👍"])
def test_comments_that_say_nothing_have_no_theme(text: str) -> None:
    assert themes(text) == {}


@given(st.text(max_size=200), st.sampled_from([None, "birth", "general", "unheard of"]))
def test_suggestions_keep_their_promises(text: str, stage: str | None) -> None:
    found = suggestions(text, stage=stage)
    assert [s.score for s in found] == sorted((s.score for s in found), reverse=True)
    assert all(THRESHOLD <= s.score <= 1 and s.evidence for s in found)
    assert all(0 <= start < end <= len(text) for s in found for start, end in s.evidence)


def test_evidence_points_at_the_words_that_weighed_most() -> None:
    text = "Łovely day 😊 but the car park was full"
    (theme,) = [s for s in suggestions(text) if s.code == "TRAVEL"]
    assert any(
        text[start:end] == "car park was full" or "car park" in text[start:end]
        for start, end in theme.evidence
    )


def test_phrases_match_endings_choices_gaps_and_slips() -> None:
    book = PhraseBook([("listen* .. to me|us", "listen"), ("breastfe*", "feed")])

    def meanings(text: str) -> list[str]:
        return [hit.meaning for hit in book.find(tokens(text))]

    assert meanings("listened to me") == ["listen"]
    assert meanings("listening very carefully indeed to us") == ["listen"]
    assert meanings("listening one two three four to us") == []
    assert meanings("brestfeeding and breastfed") == ["feed", "feed"]
