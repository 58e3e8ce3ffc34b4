"""What a woman sends is stored once, whole, and her words only encrypted."""

from uuid import uuid4

import pytest
from django.db import connection

from surveys.core.actors import SYSTEM
from surveys.core.errors import Conflict
from surveys.core.models import AuditEvent
from surveys.outbox.models import Message
from surveys.responses import raw_text, services
from surveys.responses.models import Consent, FreeText, Purpose, Response
from tests.factories.feedback import prepared, received
from tests.factories.world import NOW, Place


def test_a_submission_becomes_one_response_with_its_texts_and_consents(leicester: Place) -> None:
    response = received(leicester, good="The midwife was kind", better="Parking")

    assert response.stage == "birth"
    assert response.fft == "good"
    assert set(response.texts.values_list("question_key", flat=True)) == {"good", "better"}
    assert Consent.objects.filter(response=response, given=True).count() == len(Purpose)


def test_the_same_key_twice_stores_one_response_and_gives_the_same_receipt(leicester: Place) -> None:
    given = prepared(leicester, key=uuid4(), good="Kind")

    first = services.receive(given, now=NOW)
    second = services.receive(given, now=NOW)

    assert (first.already_known, second.already_known) == (False, True)
    assert first.code == second.code
    assert Response.objects.count() == FreeText.objects.count() == 1


def test_one_batch_that_holds_a_submission_twice_stores_it_once(leicester: Place) -> None:
    given = prepared(leicester, good="Kind")

    assert len(services.receive_many([given, given], now=NOW)) == 1
    assert FreeText.objects.count() == 1


def test_words_are_encrypted_in_the_table_and_whole_when_read(leicester: Place) -> None:
    words = 'Zażółć gęślą jaźń, ممتاز 👶 "quoted" back\\slash'
    response = received(leicester, good=words)
    text = response.texts.get()

    with connection.cursor() as cursor:
        cursor.execute("SELECT ciphertext FROM responses_rawtext")
        (stored,) = cursor.fetchone()

    assert "gęślą" not in stored
    assert raw_text.read([text.pk], by=SYSTEM, now=NOW) == {text.pk: words}


def test_a_persons_reading_of_raw_words_is_written_down(leicester: Place) -> None:
    text = received(leicester, good="Kind").texts.get()

    raw_text.read([text.pk], by=leicester.chair, now=NOW)

    event = AuditEvent.objects.get(verb="read raw words")
    assert (event.actor_id, event.subject_id) == (leicester.chair.pk, text.pk)


def test_receiving_leaves_a_message_for_the_workers(leicester: Place) -> None:
    response = received(leicester, good="Kind")

    assert Message.objects.get(topic="responses.received").subject_id == response.pk


def test_withdrawing_takes_every_consent_back(leicester: Place) -> None:
    receipt = services.receive(prepared(leicester, good="Kind"), now=NOW)

    response = services.withdraw(receipt.code, now=NOW)

    assert response.withdrawn_at == NOW
    assert not Consent.objects.filter(response=response, withdrawn_at__isnull=True).exists()


def test_a_wrong_or_used_receipt_is_refused_in_the_same_words(leicester: Place) -> None:
    receipt = services.receive(prepared(leicester, good="Kind"), now=NOW)
    services.withdraw(receipt.code, now=NOW)

    refusals = []
    for code in (receipt.code, "0" * 16):
        with pytest.raises(Conflict) as refusal:
            services.withdraw(code, now=NOW)
        refusals.append(str(refusal.value))

    assert refusals[0] == refusals[1]
