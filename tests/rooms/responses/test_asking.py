"""An MVP asks one woman one question at a time; she answers with her receipt, or never."""

from uuid import uuid4

import pytest
from django.db import connection

from surveys.core.errors import Conflict, DomainError, NotAllowed
from surveys.core.models import AuditEvent
from surveys.outbox.models import Message
from surveys.questionnaires.standard import AFTER_LOSS
from surveys.responses import queries, receipts, services
from surveys.responses.models import Addition, Channel, Enquiry, FreeText, Response
from surveys.themes import queries as themes
from tests.factories.feedback import received
from tests.factories.listening import decided, worked_off
from tests.factories.world import NOW, Place

WORDS = "Which ward were you on?"
DANGER = "I want to end my life tonight"


def ask(place: Place, response: Response, words: str = WORDS) -> Enquiry:
    return services.ask(response.pk, words=words, by=place.chair, now=NOW)


def answer(response: Response, question: Enquiry, words: str = "Ward 5", **given: object) -> Addition:
    key = given.get("key", uuid4())
    code = receipts.code(response.submission_key)
    return services.answer(code, question_id=question.pk, key=key, words=words, now=NOW)  # type: ignore[arg-type]


def test_she_finds_the_question_and_her_answer_stands_beside_it(leicester: Place) -> None:
    response = received(leicester, good="Kind")
    question = ask(leicester, response)
    found = queries.open_question(response.pk)
    assert found is not None
    assert found.words == WORDS

    said = answer(response, question)

    assert queries.open_question(response.pk) is None
    (heard,) = themes.told([response])
    assert [(text.question, text.asked) for text in heard.texts if text.added_at] == [(WORDS, True)]
    assert heard.texts[-1].id == said.free_text_id
    assert Message.objects.filter(topic="responses.added", subject_id=response.pk).exists()


def test_one_question_at_a_time_and_the_same_again_is_no_second(leicester: Place) -> None:
    response = received(leicester)
    question = ask(leicester, response)

    assert ask(leicester, response) == question
    with pytest.raises(Conflict, match="asked something already"):
        ask(leicester, response, "Who was there?")

    answer(response, question)
    assert ask(leicester, response, "Who was there?") != question


@pytest.mark.parametrize("words", ["  ", "x" * 501])
def test_a_question_has_words_and_not_too_many(leicester: Place, words: str) -> None:
    with pytest.raises(DomainError):
        ask(leicester, received(leicester), words)


def test_only_who_leads_the_listening_asks(leicester: Place, durham: Place) -> None:
    response = received(leicester)
    question = ask(leicester, response)

    for stranger in (durham.chair, leicester.moderator, leicester.loss_moderator, leicester.lms_officer):
        with pytest.raises(NotAllowed):
            services.ask(response.pk, words="Who are you?", by=stranger, now=NOW)
        with pytest.raises(NotAllowed):
            services.withdraw_question(question.pk, by=stranger, now=NOW)


@pytest.mark.parametrize(
    "changed",
    [{"stage": AFTER_LOSS, "fft": "", "unit": None}, {"channel": Channel.IMPORT}, {"withdrawn_at": NOW}],
    ids=str,
)
def test_some_are_never_asked(leicester: Place, changed: dict[str, object]) -> None:
    response = received(leicester)
    Response.objects.filter(pk=response.pk).update(**changed)

    with pytest.raises(Conflict, match="cannot be asked"):
        ask(leicester, response)


def test_a_question_that_was_taken_back_is_gone_and_cannot_be_answered(leicester: Place) -> None:
    response = received(leicester)
    question = ask(leicester, response)

    services.withdraw_question(question.pk, by=leicester.chair, now=NOW)

    assert queries.open_question(response.pk) is None
    with pytest.raises(Conflict, match="no longer open"):
        answer(response, question)
    with pytest.raises(Conflict):
        services.withdraw_question(question.pk, by=leicester.chair, now=NOW)
    assert not FreeText.objects.exists()


def test_an_answer_sent_twice_is_kept_once_and_a_second_answer_is_refused(leicester: Place) -> None:
    response = received(leicester)
    question, page = ask(leicester, response), uuid4()

    assert answer(response, question, key=page) == answer(response, question, key=page)
    with pytest.raises(Conflict, match="no longer open"):
        answer(response, question, "Ward 6", key=page)
    assert FreeText.objects.count() == 1


def test_nobody_answers_a_question_that_was_put_to_somebody_else(leicester: Place) -> None:
    hers, other = received(leicester), received(leicester)
    question = ask(leicester, hers)

    with pytest.raises(Conflict):
        answer(other, question)
    assert queries.open_question(hers.pk) is not None


def test_the_words_of_a_question_are_encrypted_and_in_no_audit_row(leicester: Place) -> None:
    response = received(leicester)
    answer(response, ask(leicester, response))

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT e::text FROM responses_enquiry e UNION ALL SELECT a::text FROM core_auditevent a"
        )
        assert not any("ward" in row.lower() for (row,) in cursor.fetchall())
    assert AuditEvent.objects.filter(verb="ask", actor_id=leicester.chair.pk).count() == 1


def test_taking_back_erases_questions_and_answers(leicester: Place) -> None:
    response = received(leicester)
    answer(response, ask(leicester, response))
    ask(leicester, response, "And when?")

    services.withdraw(receipts.code(response.submission_key), now=NOW)
    assert [question.answered_at for question in Enquiry.objects.all()] == [NOW]
    worked_off()

    assert not Enquiry.objects.exists()
    assert not FreeText.objects.exists()
    assert Addition.objects.get().free_text is None


def test_a_dangerous_answer_keeps_its_question_until_somebody_has_decided(leicester: Place) -> None:
    response = received(leicester)
    said = answer(response, ask(leicester, response, "How are you now?"), DANGER)
    worked_off()
    services.withdraw(receipts.code(response.submission_key), now=NOW)
    worked_off()
    assert Enquiry.objects.get().answer_id == said.free_text_id

    case = FreeText.objects.get().riskcase
    decided(case, by=leicester.chair)

    assert not Enquiry.objects.exists()
