"""She comes back with her receipt and says more: once, with her first consents, in the month she says it."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from surveys.consultations import services as consultations
from surveys.core.actors import SYSTEM
from surveys.core.errors import Conflict, DomainError
from surveys.core.models import AuditEvent
from surveys.moderation import queries as moderation
from surveys.outbox.models import Message
from surveys.responses import coming_back, queries, raw_text, receipts, services
from surveys.responses.models import Addition, FreeText, Response
from tests.factories.consultations import opened
from tests.factories.feedback import prepared, received
from tests.factories.listening import worked_off
from tests.factories.world import NOW, Place

DECEMBER = datetime(2026, 12, 3, 9, tzinfo=UTC)


def code_of(response: Response) -> str:
    return receipts.code(response.submission_key)


def add(response: Response, words: str = "And one more thing") -> Addition:
    return services.add(code_of(response), key=uuid4(), words=words, now=DECEMBER)


def test_what_she_adds_is_a_text_of_the_same_response_in_the_month_she_says_it(leicester: Place) -> None:
    response = received(leicester, good="Kind")

    said = add(response)

    assert said.free_text is not None
    assert said.free_text.response == response
    assert said.free_text.local_month == date(2026, 12, 1)
    assert raw_text.read([said.free_text.pk], by=SYSTEM, now=DECEMBER) == {
        said.free_text.pk: "And one more thing"
    }
    assert Response.objects.count() == 1
    assert queries.added_at([text.pk for text in response.texts.all()]) == {said.free_text.pk: DECEMBER}


def test_the_workers_screen_it_and_it_waits_to_be_checked(leicester: Place) -> None:
    response = received(leicester, good="Kind")
    worked_off()
    Message.objects.all().delete()

    said = add(response)

    assert Message.objects.get(topic="responses.added").subject_id == response.pk
    Message.objects.update(due_at=NOW)
    worked_off()
    waiting = moderation.waiting([leicester.mvp.pk])
    assert said.free_text in waiting
    assert {text.response for text in waiting} == {response}


def test_it_has_waited_since_she_added_it_not_since_she_first_wrote(leicester: Place) -> None:
    response = received(leicester)
    add(response)
    Message.objects.update(due_at=NOW)
    worked_off()

    assert moderation.counts([leicester.mvp.pk], now=DECEMBER).oldest_waiting == DECEMBER


def test_the_same_words_from_the_same_page_are_kept_once(leicester: Place) -> None:
    code, page = code_of(received(leicester)), uuid4()

    for _press in range(2):
        services.add(code, key=page, words=" The food was cold\r\n", now=DECEMBER)
    services.add(code, key=page, words="The food was cold, and late", now=DECEMBER)
    services.add(code, key=uuid4(), words="The food was cold", now=DECEMBER)

    assert FreeText.objects.count() == 3


def test_words_that_say_nothing_or_too_much_are_refused(leicester: Place) -> None:
    response = received(leicester)

    for words in ("  \n ", "x" * 5001):
        with pytest.raises(DomainError):
            add(response, words)
    assert not FreeText.objects.exists()


def test_one_code_cannot_bury_the_moderators(leicester: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coming_back, "MOST_ADDITIONS", 1)
    response = received(leicester)
    add(response)

    with pytest.raises(Conflict, match="as new feedback"):
        add(response)


def test_nothing_is_added_to_what_was_taken_back_nor_with_a_wrong_code(leicester: Place) -> None:
    response = received(leicester)
    services.withdraw(code_of(response), now=NOW)

    refusals = set()
    for code in (code_of(response), "0" * 16):
        with pytest.raises(Conflict) as refusal:
            services.add(code, key=uuid4(), words="More", now=DECEMBER)
        refusals.add(str(refusal.value))

    assert len(refusals) == 1
    assert not FreeText.objects.exists()


def test_answers_to_a_consultation_can_be_added_to_while_it_is_open(leicester: Place) -> None:
    asked = opened(leicester, at=NOW)
    response = received(leicester)
    Response.objects.filter(pk=response.pk).update(consultation=asked)

    services.add(code_of(response), key=uuid4(), words="Every night, please", now=NOW)
    with pytest.raises(Conflict, match="has closed"):
        services.add(
            code_of(response), key=uuid4(), words="Too late", now=asked.closes_at + timedelta(seconds=1)
        )
    consultations.decide(
        asked.pk, decision="Yes.", by=leicester.chair, now=asked.closes_at + timedelta(days=1)
    )
    assert not queries.may_add(Response.objects.get(pk=response.pk), now=NOW)


def test_a_retry_of_the_first_sending_still_says_the_same(leicester: Place) -> None:
    given = prepared(leicester, good="Kind")
    code = services.receive(given, now=NOW).code
    services.add(code, key=uuid4(), words="More", now=DECEMBER)

    assert queries.says_the_same(given)


def test_the_audit_trail_says_that_she_added_and_not_what(leicester: Place) -> None:
    said = add(received(leicester), "Nurse Joy was there")

    event = AuditEvent.objects.get(verb="add words")
    assert event.subject_id == said.free_text_id
    assert event.actor_id is None
    assert "Joy" not in str(event.facts)
