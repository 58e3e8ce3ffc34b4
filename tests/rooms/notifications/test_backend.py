"""Sign-in codes wait in our queue like any other e-mail, but not longer than they open anything."""

from datetime import timedelta

import pytest
from django.core.mail import EmailMessage, EmailMultiAlternatives, send_mail
from pytest_django import Settings

from surveys.notifications import delivery
from surveys.notifications.models import Email
from tests.factories.letters import clock
from tests.factories.world import Place
from tools.mailbox import Mailbox

CODE = "Your sign-in code is 4711-0815"


@pytest.fixture(autouse=True)
def _queued(settings: Settings, mailbox: Mailbox) -> None:
    settings.EMAIL_BACKEND = "surveys.notifications.backend.QueuedEmailBackend"


def test_a_code_is_queued_for_its_person_delivered_and_then_unreadable(
    leicester: Place, mailbox: Mailbox
) -> None:
    send_mail("Your sign-in code", CODE, None, [leicester.chair.email])

    email = Email.objects.get()
    assert email.recipient == leicester.chair
    assert CODE not in email.text
    assert mailbox.messages() == []

    delivery.deliver_due(now=clock(email.due_at))

    letter = mailbox.wait_for(leicester.chair.email)
    assert letter.text.strip() == CODE
    assert letter.sender == "Maternity Voices <voices@localhost>"
    assert "List-Unsubscribe" not in dict(letter.headers)
    email.refresh_from_db()
    assert (email.text, email.address) == ("", "")


@pytest.mark.django_db
def test_a_server_that_was_down_too_long_sends_no_code_that_opens_nothing(mailbox: Mailbox) -> None:
    send_mail("Your sign-in code", CODE, None, ["chair@example.org"])
    email = Email.objects.get()

    assert delivery.deliver_due(now=clock(email.due_at + timedelta(minutes=15))) == 0
    assert Email.objects.get().state == Email.State.EXPIRED


@pytest.mark.django_db
def test_both_bodies_and_every_recipient_are_kept() -> None:
    message = EmailMultiAlternatives("Hello", "Words", None, ["a@x.org"], bcc=["b@x.org"])
    message.attach_alternative("<p>Words</p>", "text/html")

    assert message.send() == 1
    assert Email.objects.exclude(html="").count() == 2


@pytest.mark.django_db
def test_an_attachment_is_refused_rather_than_dropped() -> None:
    message = EmailMessage("Hello", "Words", None, ["a@x.org"], attachments=[("a.txt", b"a", "text/plain")])

    with pytest.raises(ValueError, match="attachments"):
        message.send()
