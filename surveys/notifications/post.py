"""The way out: Django's mail API over one connection, and what can go wrong on it, in three kinds."""

import smtplib
from types import TracebackType
from typing import Self

from django.conf import settings
from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend

from surveys.notifications.messages import message
from surveys.notifications.models import Email

PERMANENT = 500


class PostError(Exception):
    """Something is wrong on the way out. `kind` is a reply code or a type of error: nobody's address."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class SendingError(PostError):
    """This e-mail could not be sent now."""


class RefusedError(SendingError):
    """The server will not take this e-mail: its address or its content."""


class ServerDownError(PostError):
    """No connection: nothing about any one e-mail."""


class Post:
    """One connection to the mail server, opened for the first e-mail and again after it broke."""

    def __init__(self) -> None:
        self._connection: BaseEmailBackend | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    def send(self, email: Email) -> None:
        """Hand one e-mail to the server; it has it unless this raises one of the errors above."""
        connection = self._connection or self._open()
        try:
            connection.send_messages([message(email)])
        except smtplib.SMTPRecipientsRefused as error:
            raise _refusal(min(code for code, _ in error.recipients.values())) from None
        except smtplib.SMTPDataError as error:
            raise _refusal(error.smtp_code) from None
        except Exception as error:
            # The server dropped us, or this cannot be sent: the next e-mail gets a new connection.
            self._close()
            raise SendingError(type(error).__name__) from None

    def _open(self) -> BaseEmailBackend:
        connection = get_connection(settings.DELIVERY_BACKEND)
        try:
            connection.open()
        except (OSError, smtplib.SMTPException) as error:
            raise ServerDownError(type(error).__name__) from None
        self._connection = connection
        return connection

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = None


def _refusal(code: int) -> SendingError:
    return RefusedError(str(code)) if code >= PERMANENT else SendingError(str(code))
