"""The link to what a woman has saved: sent to herself, at once, once, and her address is not kept."""

from datetime import timedelta

import pytest

from surveys.core.errors import DomainError
from surveys.notifications import addresses, delivery, services
from surveys.notifications.models import Email, Subscription
from surveys.responses.drafts import codes
from surveys.responses.drafts import services as drafts
from surveys.responses.drafts.queries import Kept
from tests.factories.consultations import opened
from tests.factories.drafts import unsent
from tests.factories.letters import ADA, clock, subscribed
from tests.factories.world import NOW, Place
from tests.rooms.notifications.test_messages import TELLING
from tools.mailbox import Mailbox

NIGHT = NOW.replace(hour=2)


@pytest.fixture
def kept(leicester: Place) -> Kept:
    """What a woman has saved while she wrote in Polish."""
    return drafts.save(unsent(leicester), now=NOW)


def send(kept: Kept, address: str = ADA) -> None:
    services.send_link(kept, address=address, organisation="Leicester MVP", now=NOW)


def test_it_arrives_in_her_language_and_gives_neither_code_nor_words_away(
    kept: Kept, mailbox: Mailbox
) -> None:
    send(kept)
    delivery.deliver_due(now=clock())

    letter = mailbox.wait_for(ADA)
    link = f"https://voices.example/pl/go-on/{codes.token(kept.unsent.key)}"
    for body in (letter.text, letter.html):
        assert link in body
        assert "11 listopada 2026" in body
        assert kept.code not in body.replace("-", "")
        assert "q-good" not in body
    assert '<html lang="pl"' in letter.html
    assert not TELLING.search(letter.subject)


def test_she_gets_it_in_the_night_too_since_she_has_just_asked(kept: Kept, mailbox: Mailbox) -> None:
    services.send_link(kept, address=ADA, organisation="Leicester MVP", now=NIGHT)

    assert delivery.deliver_due(now=clock(NIGHT)) == 1


def test_asking_twice_sends_one_and_after_saving_again_one_more(kept: Kept, mailbox: Mailbox) -> None:
    send(kept)
    send(kept, ADA.upper())
    assert Email.objects.count() == 1

    send(drafts.save(kept.unsent, now=NOW + timedelta(minutes=5)))
    assert delivery.deliver_due(now=clock()) == 2


def test_afterwards_nothing_is_left_of_her_address_or_of_what_it_was_about(
    kept: Kept, mailbox: Mailbox
) -> None:
    send(kept)
    delivery.deliver_due(now=clock())

    (row,) = Email.objects.values()
    assert (row["address"], row["address_digest"], row["text"], row["html"]) == ("", "", "", "")
    assert not any(row[joined] for joined in ("subscription_id", "recipient_id", "consultation_id"))
    assert kept.unsent.key.hex not in str(row).replace("-", "")


def test_who_has_stopped_every_message_gets_none(kept: Kept, leicester: Place, mailbox: Mailbox) -> None:
    stopped = subscribed(opened(leicester))
    services.stop(addresses.token_of(stopped), now=NOW)
    send(kept)

    assert delivery.deliver_due(now=clock()) == 0
    assert Email.objects.get().state == Email.State.STOPPED


def test_it_is_not_sent_when_it_would_come_too_late(kept: Kept, mailbox: Mailbox) -> None:
    send(kept)

    assert delivery.deliver_due(now=clock(kept.expires_at)) == 0


def test_her_address_joins_no_list(kept: Kept) -> None:
    send(kept)

    assert not Subscription.objects.exists()


def test_what_is_no_address_is_refused_in_words(kept: Kept) -> None:
    with pytest.raises(DomainError, match="Enter an e-mail address in the right form"):
        send(kept, "ada@")
