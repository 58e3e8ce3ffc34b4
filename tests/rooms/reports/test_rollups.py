"""The kept counts say what a patient reader with a pencil would say."""

import random
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command

from surveys.core.clock import local_month
from surveys.moderation import services as moderation
from surveys.questionnaires.standard import ETHNIC_FAMILY, FFT_CODES
from surveys.reports import rollups
from surveys.reports.counts import tally
from surveys.reports.models import MonthlyCount
from surveys.reports.periods import ReportPeriod
from surveys.reports.scopes import Scope
from surveys.responses import receipts
from surveys.responses import services as responses
from surveys.responses.models import Consent, FreeText, Purpose, Response
from surveys.themes.models import ThemeDecision, ThemeReview, ThemeSuggestion
from tests.factories.feedback import received
from tests.factories.world import NOW, Place

CODES = ("KIND", "LISTEN", "PAIN")
SENTIMENTS = ("positive", "negative", "mixed", "neutral")
FELT = {"very_good": "positive", "good": "positive", "poor": "negative", "very_poor": "negative"}


def suggest(text: FreeText, code: str, sentiment: str = "positive") -> None:
    ThemeSuggestion.objects.create(
        free_text=text, code=code, sentiment=sentiment, score=0.9, model_version="test"
    )


def decide(text: FreeText, place: Place, *said: tuple[str, bool, str]) -> None:
    ThemeReview.objects.create(free_text=text, reviewed_by=place.chair, reviewed_at=NOW)
    for code, present, sentiment in said:
        ThemeDecision.objects.create(
            free_text=text,
            code=code,
            present=present,
            sentiment=sentiment if present else "",
            suggested=True,
            decided_by=place.chair,
            decided_at=NOW,
        )


def counted(place: Place, measure: str) -> Counter[tuple[str, str]]:
    found: Counter[tuple[str, str]] = Counter()
    for row in MonthlyCount.objects.filter(partnership=place.mvp, measure=measure):
        found[row.key, row.sentiment] += row.count
    return found


def recount(*given: Response) -> None:
    rollups.recount([response.pk for response in given], now=NOW)


def test_two_texts_with_one_theme_count_once_and_mix_their_sentiments(leicester: Place) -> None:
    response = received(leicester, good="So kind", better="Not so kind")
    good, better = response.texts.order_by("question_key").reverse()
    suggest(good, "KIND", "positive")
    suggest(better, "KIND", "negative")
    suggest(better, "PAIN", "negative")

    recount(response)

    assert counted(leicester, "theme") == {("KIND", "mixed"): 1, ("PAIN", "negative"): 1}
    assert counted(leicester, "comments") == {("", ""): 1}


def test_a_person_outweighs_the_machine(leicester: Place) -> None:
    response = received(leicester, good="So kind")
    text = response.texts.get()
    suggest(text, "KIND")
    suggest(text, "PAIN")
    decide(text, leicester, ("KIND", True, "negative"), ("PAIN", False, ""))

    recount(response)

    assert counted(leicester, "theme") == {("KIND", "negative"): 1}
    assert counted(leicester, "theme:checked") == {("KIND", ""): 1}


def test_words_without_consent_to_themes_count_in_no_theme(leicester: Place) -> None:
    response = received(leicester, good="So kind")
    suggest(response.texts.get(), "KIND")
    Consent.objects.filter(response=response, purpose=Purpose.THEMES).update(withdrawn_at=NOW)

    recount(response)

    assert not counted(leicester, "theme")
    assert not counted(leicester, "comments")
    assert counted(leicester, "responses") == {("", ""): 1}


def test_what_is_withdrawn_counts_nowhere(leicester: Place) -> None:
    response = received(leicester, good="So kind")
    recount(response)
    assert counted(leicester, "responses") == {("", ""): 1}

    responses.withdraw(receipts.code(response.submission_key), now=NOW)
    recount(response)

    assert not MonthlyCount.objects.filter(partnership=leicester.mvp).exists()


def said_later(response: Response, at: datetime, words: str = "And this") -> FreeText:
    code = receipts.code(response.submission_key)
    text = responses.add(code, key=uuid4(), words=words, now=at).free_text
    assert text is not None
    return text


def by_month(place: Place, measure: str) -> dict[tuple[date, str, str], int]:
    rows = MonthlyCount.objects.filter(partnership=place.mvp, measure=measure)
    return {(row.local_month, row.key, row.sentiment): row.count for row in rows}


def test_what_is_said_later_counts_in_its_own_month_and_makes_no_second_woman(leicester: Place) -> None:
    response = received(leicester, good="So kind")
    suggest(response.texts.get(), "KIND", "positive")
    later = said_later(response, NOW + timedelta(days=60))
    suggest(later, "KIND", "negative")
    suggest(later, "PAIN", "negative")

    recount(response)

    october, december = date(2026, 10, 1), date(2026, 12, 1)
    assert by_month(leicester, "responses") == {(october, "", ""): 1}
    assert by_month(leicester, "comments") == {(october, "", ""): 1, (december, "", ""): 1}
    assert by_month(leicester, "theme") == {(october, "KIND", "mixed"): 1, (december, "PAIN", "negative"): 1}
    assert not list(rollups.differences())


def test_taking_back_empties_the_months_of_what_was_said_later_too(leicester: Place) -> None:
    response = received(leicester)
    said_later(response, NOW + timedelta(days=60))
    recount(response)
    assert by_month(leicester, "comments")

    responses.withdraw(receipts.code(response.submission_key), now=NOW)
    moderation.forget([response.pk], now=NOW)
    recount(response)

    assert not FreeText.objects.exists()
    assert not MonthlyCount.objects.filter(partnership=leicester.mvp).exists()


def test_days_outside_whole_months_count_what_was_said_on_them(leicester: Place) -> None:
    response = received(leicester, good="So kind")
    suggest(response.texts.get(), "KIND")
    suggest(said_later(response, NOW + timedelta(days=2)), "PAIN")
    recount(response)
    scope = Scope(frozenset({leicester.mvp.pk}))
    day = NOW.date()

    def themes_on(first: date, end: date) -> set[str]:
        found = tally(scope, ReportPeriod(first, end), measures=["theme"])
        return {key for (_, key, _), count in found.items() if count}

    assert themes_on(day, day + timedelta(days=1)) == {"KIND"}
    assert themes_on(day + timedelta(days=2), day + timedelta(days=3)) == {"PAIN"}
    assert themes_on(day, day + timedelta(days=3)) == {"KIND", "PAIN"}
    assert themes_on(day + timedelta(days=1), day + timedelta(days=2)) == set()


@pytest.mark.parametrize(
    ("moment", "month"),
    [
        (datetime(2026, 6, 30, 22, 59, 59, tzinfo=UTC), date(2026, 6, 1)),
        (datetime(2026, 6, 30, 23, 0, 0, tzinfo=UTC), date(2026, 7, 1)),
        (datetime(2026, 10, 31, 23, 59, 59, tzinfo=UTC), date(2026, 10, 1)),
        (datetime(2026, 11, 1, 0, 0, 0, tzinfo=UTC), date(2026, 11, 1)),
    ],
)
def test_a_month_begins_at_midnight_in_london(leicester: Place, moment: datetime, month: date) -> None:
    recount(received(leicester, at=moment))

    assert MonthlyCount.objects.get(partnership=leicester.mvp, measure="responses").local_month == month


def test_kept_counts_equal_a_count_with_a_pencil(leicester: Place) -> None:
    fate = random.Random(7)
    given = [_random_response(leicester, fate) for _ in range(60)]
    recount(*given)

    kept = {
        (row.local_month, row.unit_id, row.stage, row.channel, row.measure, row.key, row.sentiment): row.count
        for row in MonthlyCount.objects.filter(partnership=leicester.mvp)
    }
    assert kept == _with_a_pencil(given)
    assert not list(rollups.differences())


def test_the_check_names_what_is_wrong(leicester: Place) -> None:
    recount(received(leicester))
    call_command("recount", "--check")
    MonthlyCount.objects.filter(measure="responses").update(count=7)

    with pytest.raises(CommandError, match="2 counts differ"):
        call_command("recount", "--check")
    call_command("recount")
    call_command("recount", "--check")


def _random_response(place: Place, fate: random.Random) -> Response:
    answers: dict[str, Any] = {
        "fft": fate.choice([*FFT_CODES, None]),
        "stage": fate.choice(["birth", "antenatal"]),
    }
    for key, choices in {
        "age": ["20_24", "40_over"],
        "ethnicity": ["indian", "chinese", "african", "prefer_not"],
        "disability": ["yes", "no"],
        "interpreter": ["yes", "no"],
        "good": ["Kind words"],
        "better": ["Quicker help"],
    }.items():
        answers[key] = fate.choice([*choices, None])
    response = received(place, at=NOW - timedelta(days=fate.randrange(90)), **answers)
    if fate.random() < 0.3:
        said_later(response, response.received_at + timedelta(days=fate.randrange(90)))
    for text in response.texts.all():
        _random_themes(text, place, fate)
    if fate.random() < 0.2:
        Consent.objects.filter(response=response, purpose=Purpose.THEMES).update(withdrawn_at=NOW)
    if fate.random() < 0.2:
        responses.withdraw(receipts.code(response.submission_key), now=NOW)
    if fate.random() < 0.2:
        responses.set_aside([response], reason="spam", by=place.moderator, now=NOW)
    return Response.objects.get(pk=response.pk)


def _random_themes(text: FreeText, place: Place, fate: random.Random) -> None:
    for code in CODES:
        if fate.random() < 0.6:
            suggest(text, code, fate.choice(SENTIMENTS))
    if fate.random() < 0.5:
        decide(text, place, *((code, fate.random() < 0.6, fate.choice(SENTIMENTS)) for code in CODES))


def _with_a_pencil(given: list[Response]) -> dict[tuple[Any, ...], int]:
    tally: Counter[tuple[Any, ...]] = Counter()
    for response in given:
        if response.withdrawn_at is None and response.set_aside_at is None:
            where = (response.unit_id, response.stage, response.channel)
            month = local_month(response.received_at)
            tally.update((month, *where, *fact) for fact in _facts(response))
            tally.update((month, *where, *fact) for month, fact in _said_facts(response))
    return dict(tally)


def _facts(response: Response) -> list[tuple[str, str, str]]:
    facts = [("responses", "", "")]
    about_her = {key: response.answers.get(key) for key in ("age", "disability", "interpreter")}
    ethnicity = response.answers.get("ethnicity")
    about_her["ethnicity"] = ETHNIC_FAMILY.get(ethnicity, ethnicity) if ethnicity else None
    about_her["language"] = response.language
    if response.fft:
        facts.append(("fft", response.fft, ""))
    for group, code in about_her.items():
        if code:
            facts.append((f"group:{group}", code, ""))
        if code and response.fft:
            facts.append((f"fft:{group}", code, FELT.get(response.fft, "neutral")))
    return facts


def _said_facts(response: Response) -> list[tuple[date, tuple[str, str, str]]]:
    agreed = response.consents.get(purpose=Purpose.THEMES)
    if not agreed.given or agreed.withdrawn_at is not None:
        return []
    texts = list(response.texts.all())
    months = {text.local_month for text in texts}
    return [*((month, ("comments", "", "")) for month in months), *_theme_facts(texts)]


def _theme_facts(texts: list[FreeText]) -> list[tuple[date, tuple[str, str, str]]]:
    heard: dict[str, list[tuple[str, bool, date]]] = {}
    for text in texts:
        reviewed = ThemeReview.objects.filter(free_text=text).exists()
        for code, sentiment in _themes(text, reviewed=reviewed):
            heard.setdefault(code, []).append((sentiment, reviewed, text.local_month))
    facts = []
    for code, said in heard.items():
        sentiments = {sentiment for sentiment, _, _ in said}
        month = min(month for _, _, month in said)
        facts.append((month, ("theme", code, sentiments.pop() if len(sentiments) == 1 else "mixed")))
        if all(reviewed for _, reviewed, _ in said):
            facts.append((month, ("theme:checked", code, "")))
    return facts


def _themes(text: FreeText, *, reviewed: bool) -> list[tuple[str, str]]:
    if reviewed:
        return [(said.code, said.sentiment) for said in text.decisions.all() if said.present]
    return [(said.code, said.sentiment) for said in text.suggestions.all()]
