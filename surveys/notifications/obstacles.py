"""Asked at the moment of sending: may this e-mail still go, and may it go now?"""

from datetime import datetime

from surveys.consultations.queries import is_open
from surveys.notifications.models import Email, Purpose, StoppedAddress
from surveys.notifications.quiet_hours import is_quiet, next_allowed

# What we send to women. A code that somebody has just asked for and a board's report are not held back.
TO_WOMEN = frozenset({Purpose.REMINDER, Purpose.RESULT})
# Asked for a moment ago, so it does not wait for the morning; but who has stopped every message gets none.
ASKED_FOR_NOW = frozenset({Purpose.LINK})


def obstacle(email: Email, *, now: datetime) -> Email.State | None:
    """Why this e-mail must never be sent any more, or None."""
    if _is_stopped(email):
        return Email.State.STOPPED
    if email.expires_at is not None and email.expires_at <= now:
        return Email.State.EXPIRED
    if email.purpose == Purpose.REMINDER:
        return _no_need_to_remind(email, now=now)
    if email.risk_case is not None and email.risk_case.decided_at is not None:
        return Email.State.EXPIRED
    return None


def quiet_until(email: Email, *, now: datetime) -> datetime | None:
    """The end of the quiet hours that this e-mail has to wait for, or None when it may go now."""
    return next_allowed(now) if email.purpose in TO_WOMEN and is_quiet(now) else None


def _is_stopped(email: Email) -> bool:
    if email.purpose in TO_WOMEN and (email.subscription is None or email.subscription.stopped_at):
        return True
    if email.purpose not in TO_WOMEN | ASKED_FOR_NOW:
        return False
    return StoppedAddress.objects.filter(address_digest=email.address_digest).exists()


def _no_need_to_remind(email: Email, *, now: datetime) -> Email.State | None:
    if email.subscription is not None and email.subscription.answered_at is not None:
        return Email.State.ANSWERED
    if email.consultation is None or not is_open(email.consultation, now=now):
        return Email.State.EXPIRED
    return None
