"""Django's mail API as a door to our queue: a failing mail server delays a sign-in code, no more."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import uuid4

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from surveys.core import clock
from surveys.notifications.letters import Letter
from surveys.notifications.models import Purpose
from surveys.notifications.queueing import queue_email
from surveys.people import queries as people


class QueuedEmailBackend(BaseEmailBackend):
    """Queues what allauth sends, due at once and worthless when its code has expired.

    Only allauth uses Django's mail API here; our own letters are queued by `services`.
    """

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Queue each message for each of its recipients; how many messages."""
        for message in email_messages:
            for address in message.recipients():
                _queue(message, address)
        return len(email_messages)


def _queue(message: EmailMessage, address: str) -> None:
    if message.attachments:
        raise ValueError("attachments are not queued")
    now = clock.now()
    queue_email(
        key=f"account:{uuid4()}",
        purpose=Purpose.ACCOUNT,
        address=address,
        letter=Letter(subject=str(message.subject), text=str(message.body), html=_html(message)),
        due_at=now,
        expires_at=now + timedelta(seconds=settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT),
        recipient=people.user_by_email(address),
    )


def _html(message: EmailMessage) -> str:
    alternatives = getattr(message, "alternatives", [])
    return next((str(each.content) for each in alternatives if each.mimetype == "text/html"), "")
