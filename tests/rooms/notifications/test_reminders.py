"""Who asked and has not answered is reminded once, 48 hours before closing, in waking hours."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
from django.db import connection

from surveys.consultations import services as consultations
from surveys.notifications import addresses, delivery, reminders, services
from surveys.notifications.models import Email, Subscription
from tests.factories.consultations import opened
from tests.factories.letters import clock, subscribed
from tests.factories.world import NOW, Place
from tools.mailbox import Mailbox

CLOSES = datetime(2026, 10, 23, 17, tzinfo=UTC)  # a Friday
HOUR = timedelta(hours=1)


def test_a_reminder_is_asked_for_48_hours_before_closing_and_only_once(leicester: Place) -> None:
    subscribed(opened(leicester, closes_at=CLOSES))

    asked = [
        reminders.ask_for_due(now=CLOSES - 49 * HOUR),
        reminders.ask_for_due(now=CLOSES - 48 * HOUR),
        reminders.ask_for_due(now=CLOSES - 47 * HOUR),
    ]

    assert asked == [0, 1, 0]
    assert Email.objects.get().expires_at == CLOSES


def test_who_wants_no_reminder_has_answered_or_has_stopped_is_left_in_peace(leicester: Place) -> None:
    consultation = opened(leicester, closes_at=CLOSES)
    services.subscribe(
        consultation.pk, address="a@x.org", wants_reminder=False, wants_result=True, answered=False, now=NOW
    )
    services.mark_answered(addresses.token_of(subscribed(consultation, "b@x.org")), now=NOW)
    services.stop(addresses.token_of(subscribed(consultation, "c@x.org")), now=NOW)

    assert reminders.ask_for_due(now=CLOSES - HOUR) == 0


def test_nobody_is_reminded_of_what_has_closed(leicester: Place) -> None:
    subscribed(opened(leicester, closes_at=CLOSES))

    assert reminders.ask_for_due(now=CLOSES) == 0


def test_a_reminder_due_at_night_waits_for_the_morning(leicester: Place) -> None:
    subscribed(opened(leicester, closes_at=CLOSES + 4 * HOUR))

    reminders.ask_for_due(now=CLOSES - 44 * HOUR)

    assert Email.objects.get().due_at == datetime(2026, 10, 22, 7, tzinfo=UTC)


def test_where_quiet_hours_last_until_closing_nothing_is_sent_and_the_row_says_why(
    leicester: Place, mailbox: Mailbox
) -> None:
    monday_morning = datetime(2026, 10, 19, 7, tzinfo=UTC)
    subscribed(opened(leicester, closes_at=monday_morning))

    reminders.ask_for_due(now=monday_morning - 20 * HOUR)

    email = Email.objects.get()
    assert (email.state, email.error) == (Email.State.EXPIRED, reminders.ONLY_QUIET_HOURS_LEFT)
    assert delivery.deliver_due(now=clock(monday_morning)) == 0


def test_a_delayed_reminder_waits_again_when_its_hour_has_become_quiet(
    leicester: Place, mailbox: Mailbox
) -> None:
    subscribed(opened(leicester, closes_at=CLOSES))
    reminders.ask_for_due(now=CLOSES - 48 * HOUR)

    assert delivery.deliver_due(now=clock(CLOSES - 45 * HOUR)) == 0
    assert Email.objects.get().attempts == 0
    assert delivery.deliver_due(now=clock(Email.objects.get().due_at)) == 1


@pytest.mark.parametrize("what", ["stop", "answer", "close"])
def test_what_happens_between_queueing_and_sending_counts(
    leicester: Place, mailbox: Mailbox, what: str
) -> None:
    subscription = subscribed(opened(leicester, closes_at=CLOSES))
    now = CLOSES - 30 * HOUR
    reminders.ask_for_due(now=now)
    if what == "stop":
        services.stop(addresses.token_of(subscription), now=now)
    elif what == "answer":
        services.mark_answered(addresses.token_of(subscription), now=now)
    else:
        consultations.close_now(subscription.consultation_id, by=leicester.chair, now=now)

    assert delivery.deliver_due(now=clock(now)) == 0
    assert mailbox.messages() == []
    assert Email.objects.get().state == {"stop": "stopped", "answer": "answered", "close": "expired"}[what]


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_the_same_moment_remind_each_woman_once(leicester: Place, mailbox: Mailbox) -> None:
    consultation = opened(leicester, closes_at=CLOSES)
    for number in range(20):
        subscribed(consultation, f"woman-{number}@example.org")
    now = CLOSES - 30 * HOUR
    together = Barrier(3)

    def work(_: int) -> int:
        try:
            together.wait(timeout=10)
            reminders.ask_for_due(now=now)
            together.wait(timeout=30)
            return delivery.deliver_due(now=clock(now))
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as workers:
        accepted = sum(workers.map(work, range(3)))

    receivers = sorted(address for letter in mailbox.messages() for address in letter.to)
    assert accepted == 20
    assert receivers == sorted(f"woman-{number}@example.org" for number in range(20))
    assert Subscription.objects.filter(reminded_at=now).count() == 20


def test_a_closing_time_after_a_long_holiday_leaves_no_time_to_remind() -> None:
    after_christmas = datetime(2026, 12, 28, 12, tzinfo=UTC)

    assert not reminders.will_reach(after_christmas)
    assert reminders.will_reach(CLOSES)
