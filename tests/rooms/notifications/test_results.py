"""Those who asked to hear what came of a consultation are told, once, in waking hours."""

from datetime import UTC, datetime

from django.utils.translation import gettext, override

from surveys.core.secrets import decrypt
from surveys.notifications import delivery, queries, services
from surveys.notifications.models import Email, Purpose
from surveys.outbox.models import Message
from tests.factories.consultations import decided, reported
from tests.factories.letters import ADA, clock, subscribed
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


def test_she_is_told_in_the_language_in_which_she_asked(leicester: Place) -> None:
    consultation = reported(leicester)
    services.subscribe(
        consultation.pk,
        address=ADA,
        wants_reminder=False,
        wants_result=True,
        answered=True,
        language="pl",
        now=NOW,
    )
    services.tell_result([consultation.pk], now=NOW)

    told = Email.objects.get(purpose=Purpose.RESULT)
    with override("pl"):
        assert told.subject == gettext("How your views were used")
    assert told.subject != "How your views were used"
    assert 'lang="pl"' in decrypt(told.html.encode())
