"""What becomes of an e-mail after an attempt; each a short transaction of its own. Logs carry no address."""

import logging
from datetime import datetime, timedelta

from django.db.models import F, QuerySet

from surveys.notifications.models import Email
from surveys.notifications.post import RefusedError, SendingError, ServerDownError
from surveys.notifications.queueing import BLANK

log = logging.getLogger(__name__)

FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(hours=1)
# After ten doublings an hour is long passed; further ones would only grow the number.
DOUBLINGS = 10
SERVER_WAIT = timedelta(seconds=10)
# A server that has said "never" this often about an address, over 40 minutes, is believed.
REFUSALS = 10


def accepted(email: Email, *, now: datetime) -> None:
    """The server has it: its words and address are blanked."""
    _waiting(email).update(state=Email.State.SENT, sent_at=now, error="", **BLANK)


def drop(email: Email, reason: Email.State) -> None:
    """It will never be sent, and says why."""
    _waiting(email).update(state=reason, attempts=F("attempts") - 1, **BLANK)


def wait(email: Email, *, until: datetime) -> None:
    """Nothing was tried: it waits for its hour."""
    _waiting(email).update(due_at=until, leased_until=None, attempts=F("attempts") - 1)


def back_off(email: Email, trouble: SendingError, *, now: datetime) -> None:
    """Try again after 5 seconds, then twice as long each time, at most an hour."""
    wait_for = min(FIRST_WAIT * 2 ** min(email.attempts - 1, DOUBLINGS), LONGEST_WAIT)
    _waiting(email).update(due_at=now + wait_for, leased_until=None, error=trouble.kind)
    log.warning("an e-mail has to wait", extra={"email": str(email.pk), "error": trouble.kind})


def refused(email: Email, refusal: RefusedError, *, now: datetime) -> None:
    """The server says that this will never do: believe it after ten times."""
    if email.attempts < REFUSALS:
        back_off(email, refusal, now=now)
        return
    _waiting(email).update(state=Email.State.FAILED, error=refusal.kind, **BLANK)
    log.error("an e-mail was refused for good", extra={"email": str(email.pk), "error": refusal.kind})


def hold_everything(email: Email, down: ServerDownError, *, now: datetime) -> None:
    """The mail server cannot be reached: all that is due waits 10 seconds, and no attempt is counted."""
    later = now + SERVER_WAIT
    wait(email, until=later)
    due = Email.objects.filter(state=Email.State.WAITING, due_at__lte=now, leased_until__isnull=True)
    due.update(due_at=later)
    log.error("the mail server cannot be reached", extra={"error": down.kind})


def _waiting(email: Email) -> QuerySet[Email]:
    # A stop may have settled it meanwhile: what is settled stays so.
    return Email.objects.filter(pk=email.pk, state=Email.State.WAITING)
