"""A receipt code by e-mail: once, neutral, for her who asks; the address is forgotten with the sending."""

from datetime import timedelta

import pytest
from django.utils import translation

from surveys.core.errors import Conflict, DomainError
from surveys.core.secrets import grouped
from surveys.notifications import services
from surveys.notifications.addresses import token_of
from surveys.notifications.delivery import deliver_due
from surveys.notifications.models import Email, Purpose
from surveys.responses import receipts
from surveys.responses import services as responses
from surveys.responses.models import Response
from tests.factories.consultations import opened
from tests.factories.feedback import received, told_after_loss
from tests.factories.letters import ADA, clock, subscribed
from tests.factories.world import NOW, Place
from tools.mailbox import Mailbox

TELLING = ("matern", "birth", "pregnan", "baby", "midwi", "mvp", "leicester", "women")


@pytest.fixture
def response(leicester: Place) -> Response:
    return received(leicester, good="Kind")


@pytest.fixture
def code(response: Response) -> str:
    return receipts.code(response.submission_key)


def test_it_comes_at_once_with_the_code_and_says_nothing_of_her_care(code: str, mailbox: Mailbox) -> None:
    services.send_receipt(code, address=f" {ADA} ", now=NOW)
    assert deliver_due(now=clock()) == 1

    letter = mailbox.wait_for(ADA, "The code that you asked for")
    for body in (letter.text, letter.html):
        assert grouped(code) in body
        assert "https://voices.example/r" in body
        assert not [word for word in TELLING if word in body.lower()]
    assert not [word for word in TELLING if word in letter.sender.lower().split("<")[0]]


def test_nothing_of_her_address_is_left_when_it_has_gone(
    code: str, response: Response, mailbox: Mailbox
) -> None:
    services.send_receipt(code, address=ADA, now=NOW)
    deliver_due(now=clock())

    sent = Email.objects.get(purpose=Purpose.RECEIPT)
    assert (sent.state, sent.address, sent.address_digest, sent.text, sent.html) == ("sent", "", "", "", "")
    assert str(response.pk) not in sent.key
    assert code not in sent.key


def test_asking_twice_on_a_day_sends_once(code: str) -> None:
    for address in (ADA, ADA.upper()):
        services.send_receipt(code, address=address, now=NOW)

    assert Email.objects.count() == 1


def test_it_is_not_worth_sending_a_day_later(code: str, mailbox: Mailbox) -> None:
    services.send_receipt(code, address=ADA, now=NOW)

    assert deliver_due(now=clock(NOW + timedelta(days=1))) == 0
    assert Email.objects.get().state == "expired"


def test_an_address_that_was_stopped_is_left_in_peace(leicester: Place, code: str) -> None:
    services.stop(token_of(subscribed(opened(leicester))), now=NOW)

    services.send_receipt(code, address=ADA, now=NOW)

    assert not Email.objects.exists()


def test_not_after_a_loss_nor_for_a_code_that_is_nobodys(leicester: Place, code: str) -> None:
    after_loss = receipts.code(told_after_loss(leicester, helped="Time").submission_key)
    responses.withdraw(code, now=NOW)

    for refused in (after_loss, code, "0" * 16):
        with pytest.raises(Conflict):
            services.send_receipt(refused, address=ADA, now=NOW)
    assert not Email.objects.exists()


def test_what_is_no_address_is_refused(code: str) -> None:
    with pytest.raises(DomainError, match="right form"):
        services.send_receipt(code, address="ada at example", now=NOW)


def test_it_is_written_in_the_language_of_her_page(code: str, mailbox: Mailbox) -> None:
    with translation.override("ar"):
        services.send_receipt(code, address=ADA, now=NOW)
    deliver_due(now=clock())

    assert 'dir="rtl"' in mailbox.wait_for(ADA, "").html
