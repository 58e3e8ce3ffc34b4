"""What people ask to be told, and how they stop it."""

import re
from typing import Any

import pytest
from django.db import connection

from surveys.core.errors import DomainError
from surveys.notifications import addresses, queries, services
from surveys.notifications.models import Email, StoppedAddress, Subscription
from tests.factories.consultations import opened, reported
from tests.factories.world import NOW, Place

ADA = "Ada@example.org"


def ask(place: Place, *, address: str = ADA, **wishes: Any) -> Subscription:
    """The subscription of somebody who wants something about a newly opened consultation."""
    consultation = opened(place)
    services.subscribe(consultation.pk, address=address, now=NOW, **NOTHING | wishes)
    return Subscription.objects.get(consultation=consultation)


NOTHING: dict[str, Any] = {"wants_reminder": False, "wants_result": False, "answered": False}


def test_wishes_add_up_whatever_the_letters_case(leicester: Place) -> None:
    subscription = ask(leicester, wants_reminder=True)

    again = NOTHING | {"wants_result": True, "answered": True}
    services.subscribe(subscription.consultation_id, address=" ada@EXAMPLE.org ", now=NOW, **again)

    subscription = Subscription.objects.get()
    assert (subscription.wants_reminder, subscription.wants_result) == (True, True)
    assert subscription.answered_at == NOW


def test_who_wants_nothing_is_not_remembered(leicester: Place) -> None:
    services.subscribe(opened(leicester).pk, address=ADA, now=NOW, **NOTHING | {"answered": True})

    assert not Subscription.objects.exists()


@pytest.mark.parametrize("typed", ["", "ada", "ada@", "ada@x", "ada@example.org\nbcc: you@example.org"])
def test_what_is_no_address_is_refused_in_words(leicester: Place, typed: str) -> None:
    with pytest.raises(DomainError, match="Enter an e-mail address in the right form"):
        ask(leicester, address=typed, wants_result=True)


def test_the_table_holds_no_readable_address(leicester: Place) -> None:
    ask(leicester, wants_result=True)

    with connection.cursor() as cursor:
        cursor.execute("SELECT s::text FROM notifications_subscription s")
        (row,) = cursor.fetchone()

    assert not re.search("ada@|example", row, re.IGNORECASE)


def test_stopping_stops_every_message_about_everything(leicester: Place, durham: Place) -> None:
    here = ask(leicester, wants_reminder=True)
    told = reported(durham)
    services.subscribe(told.pk, address=ADA, now=NOW, **NOTHING | {"wants_result": True})
    services.tell_result([told.pk], now=NOW)

    services.stop(addresses.token_of(here), now=NOW)

    assert not Subscription.objects.filter(stopped_at__isnull=True).exists()
    assert Email.objects.get().state == Email.State.STOPPED


def test_who_has_stopped_stays_stopped_and_nothing_says_so(leicester: Place, durham: Place) -> None:
    services.stop(addresses.token_of(ask(leicester, wants_reminder=True)), now=NOW)

    services.subscribe(opened(durham).pk, address=ADA, now=NOW, **NOTHING | {"wants_result": True})

    assert Subscription.objects.filter(stopped_at__isnull=True).count() == 0


def test_an_unknown_link_stops_nobody_and_does_not_complain(leicester: Place) -> None:
    ask(leicester, wants_reminder=True)

    services.stop("not-a-token", now=NOW)
    services.mark_answered("not-a-token", now=NOW)

    assert not StoppedAddress.objects.exists()


def test_stopping_twice_keeps_the_first_time(leicester: Place) -> None:
    token = addresses.token_of(ask(leicester, wants_reminder=True))

    services.stop(token, now=NOW)
    services.stop(token, now=NOW.replace(hour=15))

    assert StoppedAddress.objects.get().stopped_at == NOW


def test_answering_by_the_link_is_remembered(leicester: Place) -> None:
    subscription = ask(leicester, wants_reminder=True)

    services.mark_answered(addresses.token_of(subscription), now=NOW)

    subscription.refresh_from_db()
    assert subscription.answered_at == NOW


def test_forgetting_deletes_what_was_asked_and_the_address_and_nothing_is_sent_again(
    leicester: Place, durham: Place
) -> None:
    here = ask(leicester, wants_reminder=True, wants_result=True)
    told = reported(durham)
    services.subscribe(told.pk, address=ADA, now=NOW, **NOTHING | {"wants_result": True})
    services.tell_result([told.pk], now=NOW)

    services.forget(addresses.token_of(here), now=NOW)

    assert not Subscription.objects.exists()
    email = Email.objects.get()
    assert (email.state, email.address, email.address_digest) == (Email.State.STOPPED, "", "")
    services.subscribe(here.consultation_id, address=ADA, now=NOW, **NOTHING | {"wants_result": True})
    assert not Subscription.objects.exists()


def test_forgetting_leaves_other_addresses_alone(leicester: Place) -> None:
    here = ask(leicester, wants_reminder=True)
    other = NOTHING | {"wants_result": True}
    services.subscribe(here.consultation_id, address="bea@example.org", now=NOW, **other)

    services.forget(addresses.token_of(here), now=NOW)
    services.forget("not-a-token", now=NOW)

    assert Subscription.objects.count() == StoppedAddress.objects.count() == 1


def test_what_is_kept_is_told_to_whoever_has_a_link_of_that_address(leicester: Place, durham: Place) -> None:
    here = ask(leicester, wants_reminder=True)
    services.subscribe(reported(durham).pk, address=ADA, now=NOW, **NOTHING | {"wants_result": True})

    asked = queries.asked_by_link(addresses.token_of(here))

    assert [(one.wants_reminder, one.wants_result) for one in asked] == [(True, False), (False, True)]
    assert queries.asked_by_link("not-a-token") == []
    assert queries.asked_with(f" {ADA.upper()} ") == asked
