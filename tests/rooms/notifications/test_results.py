"""Those who asked to hear what came of a consultation are told, once, in waking hours."""

from datetime import UTC, datetime

from surveys.notifications import delivery, queries, services
from surveys.notifications.models import Email
from surveys.outbox.models import Message
from tests.factories.consultations import decided, reported
from tests.factories.letters import clock, subscribed
from tests.factories.world import NOW, Place
from tools.mailbox import Mailbox

EVENING = datetime(2026, 10, 14, 20, tzinfo=UTC)
MORNING = datetime(2026, 10, 15, 7, tzinfo=UTC)


def test_everybody_who_asked_is_told_once(leicester: Place, mailbox: Mailbox) -> None:
    consultation = reported(leicester)
    subscribed(consultation, "a@example.org")
    subscribed(consultation, "b@example.org")
    services.subscribe(
        consultation.pk,
        address="c@example.org",
        wants_reminder=True,
        wants_result=False,
        answered=False,
        now=NOW,
    )

    services.tell_result([consultation.pk], now=NOW)
    services.tell_result([consultation.pk], now=NOW)

    assert delivery.deliver_due(now=clock()) == 2
    assert {address for letter in mailbox.messages() for address in letter.to} == {
        "a@example.org",
        "b@example.org",
    }


def test_what_is_reported_in_the_evening_is_told_in_the_morning(leicester: Place, mailbox: Mailbox) -> None:
    consultation = reported(leicester, at=EVENING)
    subscribed(consultation)

    services.tell_result([consultation.pk], now=EVENING)

    assert delivery.deliver_due(now=clock(EVENING)) == 0
    wishes = queries.for_consultation(consultation.pk)
    assert (wishes.want_result, wishes.waiting, wishes.next_due_at) == (1, 1, MORNING)
    assert delivery.deliver_due(now=clock(MORNING)) == 1
    assert queries.for_consultation(consultation.pk).results_sent == 1


def test_nothing_is_told_before_it_has_been_reported(leicester: Place) -> None:
    consultation = decided(leicester)
    subscribed(consultation)

    services.tell_result([consultation.pk], now=NOW)

    assert not Email.objects.exists()


def test_reporting_leaves_a_message_for_the_workers(leicester: Place) -> None:
    consultation = reported(leicester)

    assert Message.objects.get(topic="consultations.reported").subject_id == consultation.pk
