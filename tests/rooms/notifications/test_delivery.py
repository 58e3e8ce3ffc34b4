"""Every e-mail goes out once, whatever the mail server does."""

import logging
from datetime import timedelta

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from pytest_django import Settings

from surveys.notifications import delivery, queries, settling
from surveys.notifications.models import Email, Purpose
from tests.factories.letters import ADA, clock, queued
from tests.factories.world import NOW
from tools.mailbox import Mailbox
from tools.processes import free_port

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)


def test_an_e_mail_is_sent_once_and_then_cannot_be_read_any_more(mailbox: Mailbox) -> None:
    email = queued()

    assert delivery.deliver_due(now=clock()) == 1
    assert delivery.deliver_due(now=clock(NOW + timedelta(hours=2))) == 0

    (letter,) = mailbox.messages()
    assert (letter.to, letter.subject, letter.text.strip()) == ((ADA,), "About letter", "Words of letter")
    email.refresh_from_db()
    assert (email.state, email.sent_at) == (Email.State.SENT, NOW)
    assert (email.text, email.html, email.address) == ("", "", "")


def test_asking_twice_for_the_same_e_mail_queues_it_once(mailbox: Mailbox) -> None:
    queued("letter")
    queued("letter")

    assert delivery.deliver_due(now=clock()) == 1


def test_what_waits_is_encrypted_in_the_table(mailbox: Mailbox) -> None:
    email = queued()

    assert "Words" not in email.text + email.html
    assert "ada" not in email.address


def test_nothing_goes_out_before_it_is_due(mailbox: Mailbox) -> None:
    queued(due_at=NOW + SECOND)

    assert delivery.deliver_due(now=clock()) == 0
    assert delivery.deliver_due(now=clock(NOW + SECOND)) == 1


def test_a_server_that_is_down_delays_everything_and_uses_up_no_attempt(mailbox: Mailbox) -> None:
    for number in range(3):
        queued(f"letter-{number}")
    mailbox.refuse()
    try:
        assert delivery.deliver_due(now=clock()) == 0
        assert set(Email.objects.values_list("attempts", "error")) == {(0, "")}
    finally:
        mailbox.accept()

    assert delivery.deliver_due(now=clock(NOW + settling.SERVER_WAIT)) == 3
    assert len(mailbox.messages()) == 3


def test_try_again_later_is_obeyed_with_growing_patience(mailbox: Mailbox) -> None:
    email = queued()
    waits = []
    mailbox.fail_next(3)
    for _ in range(3):
        tried_at = Email.objects.get().due_at
        delivery.deliver_due(now=clock(tried_at))
        waits.append(Email.objects.get().due_at - tried_at)

    assert [wait.total_seconds() for wait in waits] == [5, 10, 20]
    email.refresh_from_db()
    assert (email.state, email.error) == (Email.State.WAITING, "451")
    assert delivery.deliver_due(now=clock(email.due_at)) == 1
    assert len(mailbox.messages()) == 1


def test_patience_ends_at_an_hour_however_often_it_was_tried(mailbox: Mailbox) -> None:
    queued()
    Email.objects.update(attempts=3000)
    mailbox.fail_next(1)

    delivery.deliver_due(now=clock())

    assert Email.objects.get().due_at == NOW + timedelta(hours=1)


def test_one_failing_e_mail_does_not_hold_up_the_next(mailbox: Mailbox) -> None:
    queued("first", due_at=NOW - SECOND)
    queued("second")
    mailbox.fail_next(1)

    assert delivery.deliver_due(now=clock()) == 1
    assert [letter.subject for letter in mailbox.messages()] == ["About second"]


def test_a_worker_that_dies_after_the_server_accepted_sends_again_with_the_same_message_id(
    mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The one case of two copies: SMTP has no commit in two phases. The id lets a mail program see it."""
    queued()
    with monkeypatch.context() as patch:
        patch.setattr(settling, "accepted", lambda *_, **__: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            delivery.deliver_due(now=clock())

    assert delivery.deliver_due(now=clock(NOW + delivery.LEASE - SECOND)) == 0
    assert delivery.deliver_due(now=clock(NOW + delivery.LEASE)) == 1
    ids = [dict(letter.headers)["Message-ID"] for letter in mailbox.messages()]
    assert len(ids) == 2
    assert ids[0] == ids[1]


def test_a_sign_in_code_goes_before_a_thousand_reports_and_not_after_it_has_expired(mailbox: Mailbox) -> None:
    queued("report")
    queued("code", purpose=Purpose.ACCOUNT, expires_at=NOW + timedelta(minutes=15))
    queued("old-code", purpose=Purpose.ACCOUNT, expires_at=NOW)

    delivery.deliver_due(now=clock())

    assert [letter.subject for letter in mailbox.messages()] == ["About report", "About code"]
    assert Email.objects.get(key="old-code").state == Email.State.EXPIRED


class RefusingOffice:
    """Says "no such user" to every recipient."""

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        return f"550 5.1.1 no such user {address}"


def test_an_address_refused_again_and_again_is_given_up_and_shown(
    settings: Settings, mailbox: Mailbox, caplog: pytest.LogCaptureFixture
) -> None:
    office = Controller(RefusingOffice(), hostname="127.0.0.1", port=free_port())
    office.start()
    settings.EMAIL_PORT = office.port
    queued()
    try:
        with caplog.at_level(logging.DEBUG):
            for _ in range(settling.REFUSALS):
                delivery.deliver_due(now=clock(Email.objects.get().due_at))
    finally:
        office.stop()

    email = Email.objects.get()
    assert (email.state, email.error, email.address) == (Email.State.FAILED, "550", "")
    assert [row.failed for row in queries.waiting()] == [1]
    ours = [record.__dict__ for record in caplog.records if record.name.startswith("surveys")]
    assert ours
    assert "example.org" not in str(ours)
