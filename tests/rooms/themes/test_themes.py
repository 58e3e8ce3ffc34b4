"""What a comment is about: suggested by the machine, decided by a person, only where the woman agreed."""

import json
import subprocess
import sys
from datetime import date, timedelta
from typing import Any

import pytest

from surveys.core.errors import DomainError, NotAllowed
from surveys.moderation import services as moderation
from surveys.moderation.models import Screening
from surveys.outbox.models import Message
from surveys.responses import services as responses
from surveys.responses.models import Consent, FreeText, Purpose, Response
from surveys.responses.submission import Submission
from surveys.themes import analysis, queries, services
from surveys.themes.models import ThemeDecision, ThemeReview, ThemeSuggestion
from surveys.themes.text_model import registry
from surveys.themes.text_model.lines import analyse_lines
from tests.factories.feedback import prepared, received
from tests.factories.listening import screened, themed
from tests.factories.world import NOW, Place

RUDE = "The midwife was rude. The parking was easy"
START, END = date(2026, 10, 1), date(2026, 11, 1)


def test_suggestions_say_where_in_her_words_they_come_from(leicester: Place) -> None:
    text = themed(leicester, better=RUDE)

    kind = ThemeSuggestion.objects.get(free_text=text, code="KIND")

    assert kind.sentiment == "negative"
    start, end = kind.evidence[0]
    assert RUDE[start:end] == "rude"
    assert kind.model_version


def test_suggesting_again_replaces_and_never_doubles(leicester: Place) -> None:
    text = themed(leicester, better=RUDE)
    before = set(queries.suggestions_of(text.pk).values_list("code", "score"))

    analysis.suggest([text.response_id], now=NOW)

    assert set(queries.suggestions_of(text.pk).values_list("code", "score")) == before


def test_without_her_consent_there_is_no_theme(leicester: Place) -> None:
    text = screened(leicester, better=RUDE)
    Consent.objects.filter(purpose=Purpose.THEMES).update(given=False)

    analysis.suggest([text.response_id], now=NOW)

    assert not ThemeSuggestion.objects.exists()
    with pytest.raises(DomainError, match="did not agree"):
        services.decide(text.pk, decisions={"KIND": "negative"}, by=leicester.chair, now=NOW)


def test_what_she_took_back_loses_its_suggestions(leicester: Place) -> None:
    given = prepared(leicester, better=RUDE)
    receipt = responses.receive(given, now=NOW)
    response = _stored(given)
    moderation.screen([response.pk], now=NOW)
    analysis.suggest([response.pk], now=NOW)

    responses.withdraw(receipt.code, now=NOW)
    analysis.suggest([response.pk], now=NOW)

    assert not ThemeSuggestion.objects.exists()


def test_a_decision_keeps_accepted_rejected_and_added_apart(leicester: Place) -> None:
    text = themed(leicester, better=RUDE)

    services.decide(
        text.pk, decisions={"KIND": "mixed", "LISTEN": "negative"}, by=leicester.moderator, now=NOW
    )

    assert set(ThemeDecision.objects.values_list("code", "present", "suggested", "sentiment")) == {
        ("KIND", True, True, "mixed"),
        ("LISTEN", True, False, "negative"),
        ("TRAVEL", False, True, ""),
    }
    assert [(theme.code, theme.checked) for theme in queries.themes_of([text.pk])[text.pk]] == [
        ("LISTEN", True),
        ("KIND", True),
    ]


def test_deciding_that_it_is_about_nothing_silences_the_suggestions(leicester: Place) -> None:
    text = themed(leicester, better=RUDE)

    services.decide(text.pk, decisions={}, by=leicester.chair, now=NOW)

    assert queries.themes_of([text.pk]) == {}


def test_a_decision_tells_the_figures(leicester: Place) -> None:
    text = themed(leicester, better=RUDE)
    Message.objects.all().delete()

    services.decide(text.pk, decisions={}, by=leicester.chair, now=NOW)

    assert list(Message.objects.values_list("topic", "subject_id")) == [("themes.changed", text.response_id)]


@pytest.mark.parametrize("decisions", [{"NOSUCH": "positive"}, {"KIND": "furious"}])
def test_only_known_themes_and_sentiments_are_kept(leicester: Place, decisions: dict[str, str]) -> None:
    text = themed(leicester, better=RUDE)

    with pytest.raises(DomainError):
        services.decide(text.pk, decisions=decisions, by=leicester.chair, now=NOW)


@pytest.mark.parametrize("role", ["trust_staff", "lms_officer", "board_member"])
def test_only_who_themes_here_may_decide(leicester: Place, durham: Place, role: str) -> None:
    text = themed(leicester, better=RUDE)

    for stranger in (getattr(leicester, role), durham.chair):
        with pytest.raises(NotAllowed):
            services.decide(text.pk, decisions={}, by=stranger, now=NOW)


def test_settling_clears_and_themes_in_one_go_and_undo_takes_both_back(leicester: Place) -> None:
    text = themed(leicester, better=RUDE)

    services.settle(text.pk, redactions=[], decisions={"KIND": "negative"}, by=leicester.chair, now=NOW)
    assert ThemeReview.objects.get(pk=text.pk).reviewed_by == leicester.chair

    services.undo(text.pk, by=leicester.chair, now=NOW)
    assert not ThemeReview.objects.exists()
    assert {theme.code for theme in queries.themes_of([text.pk])[text.pk]} == {"KIND", "TRAVEL"}


def test_a_refused_clearance_keeps_no_themes(leicester: Place) -> None:
    text = themed(leicester, better="The midwife was rude and I want to kill myself")

    with pytest.raises(DomainError):
        services.settle(text.pk, redactions=[], decisions={"KIND": "negative"}, by=leicester.chair, now=NOW)

    assert not ThemeDecision.objects.exists()


def test_the_overview_counts_decisions_first_and_suggestions_where_there_are_none(
    leicester: Place, durham: Place
) -> None:
    themed(leicester, better=RUDE)
    checked = themed(leicester, better=RUDE)
    services.decide(checked.pk, decisions={"KIND": "positive"}, by=leicester.chair, now=NOW)
    themed(leicester, better=RUDE, at=NOW - timedelta(days=90))
    themed(durham, better=RUDE)

    kind, travel = queries.overview([leicester.mvp.pk], start=START, end=END)

    assert (kind.code, kind.comments, kind.checked) == ("KIND", 2, 1)
    assert kind.by_sentiment == {"positive": 1, "negative": 1, "mixed": 0, "neutral": 0}
    assert (travel.code, travel.comments) == ("TRAVEL", 1)


def test_quotes_need_consent_and_a_persons_clearance(leicester: Place) -> None:
    quoted, unchecked, refused = (themed(leicester, better=RUDE) for _ in range(3))
    for text in (quoted, refused):
        moderation.clear(text.pk, redactions=[], by=leicester.chair, now=NOW)
    Consent.objects.filter(response=refused.response, purpose=Purpose.QUOTE).update(given=False)

    quotes = queries.quotes([leicester.mvp.pk], code="KIND", start=START, end=END)

    assert quotes == [queries.Quote(RUDE, "birth", date(2026, 10, 1))]
    assert queries.quotes([leicester.mvp.pk], code="KIND", sentiment="positive", start=START, end=END) == []
    assert unchecked.pk != quoted.pk


def test_only_english_words_are_quoted_until_there_are_translations(leicester: Place) -> None:
    english, polish = themed(leicester, better=RUDE), themed(leicester, better=RUDE)
    for text in (english, polish):
        moderation.clear(text.pk, redactions=[], by=leicester.chair, now=NOW)
    Screening.objects.filter(pk=polish.pk).update(language="pl")

    assert len(queries.quotes([leicester.mvp.pk], code="KIND", start=START, end=END)) == 1
    Response.objects.update(language="pl")
    assert queries.quotes([leicester.mvp.pk], code="KIND", start=START, end=END) == []


def test_quotes_that_a_person_themed_come_first_and_only_so_many(leicester: Place) -> None:
    for number in range(4):
        text = themed(leicester, better=f"{RUDE} {number}", at=NOW - timedelta(hours=number))
        moderation.clear(text.pk, redactions=[], by=leicester.chair, now=NOW)
    services.decide(text.pk, decisions={"KIND": "negative"}, by=leicester.chair, now=NOW)

    quotes = queries.quotes([leicester.mvp.pk], code="KIND", most=2, start=START, end=END)

    assert [quote.text[-1] for quote in quotes] == ["3", "0"]


def test_no_withdrawn_quote(leicester: Place) -> None:
    given = prepared(leicester, better=RUDE)
    receipt = responses.receive(given, now=NOW)
    moderation.screen([_stored(given).pk], now=NOW)
    analysis.suggest([_stored(given).pk], now=NOW)
    moderation.clear(FreeText.objects.get().pk, redactions=[], by=leicester.chair, now=NOW)

    responses.withdraw(receipt.code, now=NOW)

    assert queries.quotes([leicester.mvp.pk], code="KIND", start=START, end=END) == []


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (queries.Wanted(), {"rude", "silent", "kind"}),
        (queries.Wanted(stage="antenatal"), {"kind"}),
        (queries.Wanted(fft=("poor",)), {"rude"}),
        (queries.Wanted(code="KIND", sentiment="negative"), {"rude"}),
        (queries.Wanted(checked="no"), {"rude"}),
        (queries.Wanted(checked="yes"), {"kind"}),
        (queries.Wanted(since=date(2026, 10, 14)), {"rude", "silent"}),
        (queries.Wanted(until=date(2026, 10, 14)), {"kind"}),
    ],
)
def test_feedback_is_found_by_what_is_known(
    leicester: Place, durham: Place, wanted: queries.Wanted, found: set[str]
) -> None:
    kind = themed(leicester, stage="antenatal", good="A lovely midwife", at=NOW - timedelta(days=2))
    moderation.clear(kind.pk, redactions=[], by=leicester.chair, now=NOW)
    rude = themed(leicester, better=RUDE, fft="poor")
    silent = received(leicester)
    received(durham, better=RUDE)
    names = {kind.response_id: "kind", rude.response_id: "rude", silent.pk: "silent"}

    heard = queries.feedback([leicester.mvp.pk], wanted)

    assert {names[response.pk] for response in heard} == found


def test_what_was_heard_is_told_without_raw_words(leicester: Place) -> None:
    themed(leicester, better=RUDE)

    (heard,) = queries.told(queries.feedback([leicester.mvp.pk], queries.Wanted()))

    assert [(text.state, text.words, text.question) for text in heard.texts] == [
        ("waiting", "", "What could have been better?")
    ]
    assert {theme.code for theme in heard.texts[0].themes} == {"KIND", "TRAVEL"}


def test_analyse_comments_answers_line_by_line_and_survives_bad_ones() -> None:
    lines = [
        json.dumps({"id": "a", "text": "My midwife Sarah was rude", "stage": "birth"}).encode(),
        b"not json \xff",
        json.dumps({"id": "b", "text": "Położna była bardzo miła i pomocna dla nas"}).encode(),
    ]

    answers = _analysed(b"\n".join(lines))

    assert [answer.get("id") for answer in answers] == ["a", None, "b"]
    assert answers[0]["redactions"] == [{"start": 11, "end": 16, "kind": "name"}]
    assert answers[0]["themes"][0]["code"] == "KIND"
    assert "error" in answers[1]
    assert answers[2]["language"] == "pl"


@pytest.mark.parametrize(
    "words",
    [
        "My midwife Sarah Okafor was rude, ring me on 07700 900123 about the parking",
        "Położna była bardzo miła i pomocna dla nas",
        "I can't go on and nobody listened when I rang the triage line",
    ],
)
def test_the_command_says_what_the_worker_says(leicester: Place, words: str) -> None:
    text = themed(leicester, stage="birth", better=words)
    screening = Screening.objects.get(free_text=text)

    line = json.dumps({"id": "a", "text": words, "stage": "birth", "language": "en"})
    (answer,) = (json.loads(one) for one in analyse_lines([line], model=registry.shipped()))

    assert answer["redactions"] == screening.redactions
    assert (answer["language"], answer["risk"] or "") == (screening.language, screening.risk)
    assert [(theme["code"], theme["sentiment"]) for theme in answer["themes"]] == [
        (row.code, row.sentiment) for row in queries.suggestions_of(text.pk)
    ]


def _analysed(given: bytes) -> list[dict[str, Any]]:
    command = [sys.executable, "manage.py", "analyse_comments"]
    run = subprocess.run(command, input=given, capture_output=True, check=True)
    return [json.loads(line) for line in run.stdout.decode().splitlines()]


def _stored(given: Submission) -> Response:
    return Response.objects.get(submission_key=given.key)
