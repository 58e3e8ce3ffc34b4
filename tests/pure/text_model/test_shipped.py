"""The shipped reader on comments that it never learned from; `make bench` prints every figure."""

import tomllib
from pathlib import Path

import pytest

from surveys.themes.codeframe import maternity
from surveys.themes.text_model import corpus, quality, shipped
from surveys.themes.text_model.corpus import Labelled
from surveys.themes.text_model.interface import Comment, Read

# A little under what was measured (docs/text-model.md): they say when something has broken.
THEMES, WITH_SENTIMENT, OTHER_LANGUAGES, DANGER = 0.74, 0.64, 0.10, 0.90
PLAIN = tomllib.loads((Path(__file__).parents[1] / "data" / "plain_danger.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def rows() -> list[Labelled]:
    return corpus.held_out(corpus.comments())


@pytest.fixture(scope="module")
def reads(rows: list[Labelled]) -> list[Read]:
    return shipped.model().read([Comment(row.id, row.text, row.stage, row.language) for row in rows])


def themes_of(reads: list[Read]) -> list[dict[str, str]]:
    return [{theme.code: theme.sentiment for theme in read.themes} for read in reads]


def test_themes_and_sentiments_of_unseen_comments(rows: list[Labelled], reads: list[Read]) -> None:
    wanted = [row.themes for row in rows]
    assert quality.themes(themes_of(reads), wanted).f1 >= THEMES
    assert quality.themes_with_sentiment(themes_of(reads), wanted).f1 >= WITH_SENTIMENT


def test_other_languages_are_read_nearly_as_well_as_english(rows: list[Labelled], reads: list[Read]) -> None:
    def f1(english: bool) -> float:
        chosen = [place for place, row in enumerate(rows) if (row.language == "en") == english]
        given = themes_of(reads)
        return quality.themes([given[place] for place in chosen], [rows[place].themes for place in chosen]).f1

    assert f1(english=True) - f1(english=False) <= OTHER_LANGUAGES


def test_danger_is_seen_beside_the_rules() -> None:
    lines = [line for line in corpus.held_out(corpus.danger_lines()) if line.risk in ("R1", "R2")]
    reads = shipped.model().read([Comment(line.id, line.text, None, line.language) for line in lines])
    assert sum(read.danger is not None for read in reads) / len(lines) >= DANGER


@pytest.mark.parametrize(
    "words",
    [
        "I want to kill myself",
        "I want to die.",
        "Good clinic. I keep thinking of ways to end my life",
        "I took all my tablets",
        "I can't go on",
        "I am going to hurt my baby",
        "i think about smothering him",
        "My husband hits me",
        "he raped me last night",
        "I am bleeding heavily and soaking a pad every hour",
        "Baby has not moved since yesterday",
    ],
)
def test_plain_words_of_danger_alone_are_not_doubted(words: str) -> None:
    [read] = shipped.model().read([Comment("1", words, None, "en")])
    assert not read.looks_harmless


@pytest.mark.parametrize("language", PLAIN)
def test_plain_words_of_danger_beside_ordinary_feedback_are_not_doubted(language: str) -> None:
    feedback, dangers = PLAIN[language]["feedback"], PLAIN[language]["dangers"]
    texts = [text for words in dangers for text in (f"{feedback} {words}", f"{words} {feedback}")]
    reads = shipped.model().read([Comment("1", text, None, language) for text in texts])
    assert [text for text, read in zip(texts, reads, strict=True) if read.looks_harmless] == []


def test_a_plain_sentence_is_not_drowned_by_its_neighbours() -> None:
    drowned = "Parking był drogi, a jedzenie zimne, ale położne były miłe. Bardzo krwawię."
    careful, quick = Comment("1", drowned, None, "pl"), Comment("2", drowned, None, "pl", False)
    reads = shipped.model().read([careful, quick])
    assert [read.looks_harmless for read in reads] == [False, True]


def test_evidence_stands_in_the_comment(rows: list[Labelled], reads: list[Read]) -> None:
    for row, read in zip(rows, reads, strict=True):
        for theme in read.themes:
            assert theme.evidence
            assert all(row.text[start:end].strip() for start, end in theme.evidence)


def test_a_comment_is_read_alike_alone_and_among_others(rows: list[Labelled], reads: list[Read]) -> None:
    for row, read in list(zip(rows, reads, strict=True))[:40]:
        assert shipped.model().read([Comment(row.id, row.text, row.stage, row.language)]) == [read]


def test_silence_says_nothing() -> None:
    assert shipped.model().read([Comment("1", " \n ")]) == [Read()]


def test_a_long_story_is_read_to_its_end() -> None:
    story = (
        "It was an ordinary day and nothing much happened. " * 60
        + "The car park was full and cost nine pounds."
    )
    [read] = shipped.model().read([Comment("1", story)])
    assert "TRAVEL" in {theme.code for theme in read.themes}


def test_every_theme_of_the_codeframe_has_a_reader() -> None:
    reader = shipped.reader()
    assert reader is not None
    assert {code.code for code in maternity().codes} <= set(reader.labels)


def test_words_alone_still_read_where_no_network_runs(rows: list[Labelled]) -> None:
    english = [row for row in rows if row.language == "en"]
    reads = shipped.words_model().read([Comment(row.id, row.text, row.stage, "en") for row in english])
    assert quality.themes(themes_of(reads), [row.themes for row in english]).f1 >= 0.5
