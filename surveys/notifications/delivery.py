"""Send the e-mails that are due: each once, over one connection, after asking again whether it may go.

An e-mail is claimed, sent and settled before the next is claimed, so that a lease is never older than one
sending. A worker that dies between the server's "accepted" and our settling leaves a lease that runs out, and
the e-mail goes out again with the same Message-ID: the one case in which somebody may get it twice.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import connection

from surveys.notifications import settling
from surveys.notifications.models import Email
from surveys.notifications.obstacles import obstacle, quiet_until
from surveys.notifications.post import Post, RefusedError, SendingError, ServerDownError

LEASE = timedelta(minutes=5)

# What expires first goes first, so that a sign-in code never stands behind a thousand reports.
CLAIM = """
UPDATE notifications_email SET leased_until = %(until)s, attempts = attempts + 1
WHERE id = (
    SELECT id FROM notifications_email
    WHERE state = 'waiting' AND due_at <= %(now)s AND (leased_until IS NULL OR leased_until <= %(now)s)
    ORDER BY expires_at, due_at LIMIT 1 FOR UPDATE SKIP LOCKED
)
RETURNING id
"""


def deliver_due(*, now: Callable[[], datetime], most: int = 200) -> int:
    """Send up to `most` e-mails that are due; how many the mail server accepted.

    `now` is a clock, not a moment: sending takes time, and leases are measured by it.
    """
    accepted = 0
    with Post() as post:
        for _ in range(most):
            email = _claim(now=now())
            if email is None:
                break
            try:
                accepted += _deliver(email, post, now=now)
            except ServerDownError as down:
                settling.hold_everything(email, down, now=now())
                break
    return accepted


def _claim(*, now: datetime) -> Email | None:
    with connection.cursor() as cursor:
        cursor.execute(CLAIM, {"now": now, "until": now + LEASE})
        row = cursor.fetchone()
    related = Email.objects.select_related("subscription", "consultation", "risk_case")
    return related.get(pk=row[0]) if row else None


def _deliver(email: Email, post: Post, *, now: Callable[[], datetime]) -> bool:
    """Send one e-mail if it may go; whether the server accepted it. Raises ServerDownError."""
    if (reason := obstacle(email, now=now())) is not None:
        settling.drop(email, reason)
        return False
    if (morning := quiet_until(email, now=now())) is not None:
        settling.wait(email, until=morning)
        return False
    try:
        post.send(email)
    except RefusedError as refusal:
        settling.refused(email, refusal, now=now())
        return False
    except SendingError as trouble:
        settling.back_off(email, trouble, now=now())
        return False
    settling.accepted(email, now=now())
    return True
