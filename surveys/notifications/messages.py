"""A queued e-mail as the message that goes out."""

from email.utils import formataddr, parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives

from surveys.core.secrets import decrypt
from surveys.notifications.addresses import stop_page
from surveys.notifications.models import Email


def message(email: Email) -> EmailMultiAlternatives:
    """The message, with both its bodies and its headers."""
    made = EmailMultiAlternatives(
        subject=email.subject,
        body=decrypt(email.text.encode()),
        from_email=_sender(email),
        to=[decrypt(email.address.encode())],
        headers=_headers(email),
    )
    if email.html:
        made.attach_alternative(decrypt(email.html.encode()), "text/html")
    return made


def message_id(email: Email) -> str:
    """Always the same for one e-mail, so that whoever gets it twice can see that it is one."""
    return f"<{email.pk}@{urlsplit(settings.SITE_URL).hostname}>"


def _sender(email: Email) -> str:
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return formataddr((email.sender or name, address))


def _headers(email: Email) -> dict[str, str]:
    headers = {"Message-ID": message_id(email), "Auto-Submitted": "auto-generated"}
    if email.subscription is not None:
        # One click in the mail program itself (RFC 2369 and RFC 8058).
        headers["List-Unsubscribe"] = f"<{stop_page(email.subscription)}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return headers
