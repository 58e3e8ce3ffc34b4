"""The worker screens every text once, opens a case for danger, and keeps names from theme code."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from surveys.core.models import AuditEvent
from surveys.moderation import services
from surveys.moderation.models import RiskCase, Screening
from surveys.moderation.redaction import Redaction
from surveys.outbox.models import Message
from surveys.responses import services as responses
from surveys.themes.models import ThemeSuggestion
from surveys.themes.queries import suggestions_of
from tests.factories.feedback import prepared, received
from tests.factories.listening import decided, screened, themed, worked_off
from tests.factories.world import NOW, Place, place

DANGER = "I can't go on, I want to kill myself"


def test_screening_marks_details_and_language(leicester: Place) -> None:
    text = screened(leicester, good="My midwife Sarah was lovely, ring me on 07700 900123")

    screening = Screening.objects.get(free_text=text)

    assert [mark["kind"] for mark in screening.redactions] == ["name", "phone"]
    assert (screening.language, screening.risk) == ("en", "")


def test_words_in_another_language_are_recognised(leicester: Place) -> None:
    text = screened(leicester, good="Położna była bardzo miła i wszystko mi spokojnie wytłumaczyła")

    assert Screening.objects.get(free_text=text).language == "pl"


def test_danger_opens_a_case_with_its_clock(leicester: Place) -> None:
    text = screened(leicester, better=DANGER)

    case = RiskCase.objects.get(free_text=text)

    assert (case.level, case.opened_at, case.decided_at) == ("R1", NOW, None)


def test_a_complaint_has_three_working_days(leicester: Place) -> None:
    text = screened(leicester, better="I want to make a formal complaint about this")

    case = RiskCase.objects.get(free_text=text)
    assert (case.level, case.due_at) == ("R4", NOW + timedelta(days=5)), "a weekend lies between"


def test_screening_again_keeps_one_screening_and_a_decided_case(leicester: Place) -> None:
    text = screened(leicester, better=DANGER)
    case = RiskCase.objects.get(free_text=text)
    decided(case, by=leicester.chair)

    services.screen([text.response_id], now=NOW)

    assert Screening.objects.count() == RiskCase.objects.count() == 1
    assert RiskCase.objects.get().decision == "safeguarding"


def test_withdrawn_words_are_not_screened(leicester: Place) -> None:
    given = prepared(leicester, good="Kind")
    receipt = responses.receive(given, now=NOW)
    response = responses.withdraw(receipt.code, now=NOW)

    services.screen([response.pk], now=NOW)

    assert not Screening.objects.exists()


def test_the_machines_reading_is_not_a_persons(leicester: Place) -> None:
    screened(leicester, good="Kind")

    assert not AuditEvent.objects.filter(verb="read raw words").exists()


def test_ten_responses_cost_as_many_queries_as_one(leicester: Place) -> None:
    one = [received(leicester, good="Kind", better=DANGER).pk]
    ten = [received(leicester, good="Kind", better=DANGER).pk for _ in range(10)]

    assert _queries(ten) == _queries(one)


def _queries(ids: list[UUID]) -> int:
    with CaptureQueriesContext(connection) as captured:
        services.screen(ids, now=NOW)
    return len(captured)


def test_theme_code_never_sees_a_name(leicester: Place) -> None:
    text = screened(leicester, good="My midwife Sarah was so kind")

    (words,) = services.words_for_analysis([text.pk], now=NOW)

    assert words.words == "My midwife ••••• was so kind"
    assert not words.sounds_dangerous


def test_theme_code_is_told_where_the_rules_see_danger(leicester: Place) -> None:
    text = screened(leicester, good="Kind staff. My husband hits me")

    (words,) = services.words_for_analysis([text.pk], now=NOW)

    assert words.sounds_dangerous


def test_words_that_a_person_hid_stay_hidden_from_theme_code(leicester: Place) -> None:
    text = screened(leicester, good="The one with the red hair was kind")
    services.clear(text.pk, redactions=[Redaction(17, 25, "name")], by=leicester.chair, now=NOW)

    (words,) = services.words_for_analysis([text.pk], now=NOW)

    assert "red hair" not in words.words


@pytest.mark.django_db(transaction=True)
def test_a_response_climbs_from_received_to_themes_by_messages_alone() -> None:
    response = received(
        place("Leicester"),
        better="They did not listen when I said something was wrong. The midwife was rude.",
    )

    worked_off()

    text = response.texts.get()
    assert {suggestion.code for suggestion in suggestions_of(text.pk)} >= {"KIND", "LISTEN"}
    assert not Message.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_batch_that_is_delivered_twice_changes_nothing() -> None:
    text = themed(place("Leicester"), better="The midwife was rude")
    before = list(ThemeSuggestion.objects.values_list("code", "sentiment", "score"))

    services.screen([text.response_id], now=NOW)
    worked_off()

    assert list(ThemeSuggestion.objects.values_list("code", "sentiment", "score")) == before
