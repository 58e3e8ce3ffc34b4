"""Remind those who asked and have not answered, once, two days before a consultation closes."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from surveys.consultations.models import Phase
from surveys.core.secrets import decrypt
from surveys.notifications import letters
from surveys.notifications.models import Email, Purpose, Subscription
from surveys.notifications.queueing import BLANK, queue_email
from surveys.notifications.quiet_hours import next_allowed

AHEAD = timedelta(hours=48)
ONLY_QUIET_HOURS_LEFT = "quiet hours until it closes"


@transaction.atomic
def ask_for_due(*, now: datetime) -> int:
    """Queue the reminders whose time has come, each for a moment outside quiet hours; how many.

    The time depends on the closing date alone, never on anything about the woman. Where quiet hours last
    until the consultation closes, nothing is sent and the e-mail's row says why. Two workers never take the
    same row.
    """
    due = list(_due(now))
    for subscription in due:
        _queue(subscription, now=now)
    Subscription.objects.filter(pk__in=[subscription.pk for subscription in due]).update(reminded_at=now)
    return len(due)


def will_reach(closes_at: datetime) -> bool:
    """Whether quiet hours leave any time to remind people between two days before closing and closing."""
    return next_allowed(closes_at - AHEAD) < closes_at


def _due(now: datetime) -> QuerySet[Subscription]:
    closing = Subscription.objects.filter(
        consultation__phase=Phase.OPEN,
        consultation__opens_at__lte=now,
        consultation__closes_at__gt=now,
        consultation__closes_at__lte=now + AHEAD,
    )
    asked = closing.filter(
        wants_reminder=True, answered_at__isnull=True, stopped_at__isnull=True, reminded_at__isnull=True
    )
    return asked.select_related("consultation__organisation").select_for_update(
        of=("self",), skip_locked=True
    )


def _queue(subscription: Subscription, *, now: datetime) -> None:
    key = f"reminder:{subscription.pk}"
    due_at = next_allowed(now)
    queue_email(
        key=key,
        purpose=Purpose.REMINDER,
        address=decrypt(subscription.address.encode()),
        letter=letters.reminder(subscription),
        due_at=due_at,
        expires_at=subscription.consultation.closes_at,
        subscription=subscription,
        consultation=subscription.consultation,
    )
    if due_at >= subscription.consultation.closes_at:
        Email.objects.filter(key=key).update(state=Email.State.EXPIRED, error=ONLY_QUIET_HOURS_LEFT, **BLANK)
