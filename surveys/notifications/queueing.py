"""Put an e-mail in the queue, once."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import Case, TextField, Value, When

from surveys.core.secrets import digest, encrypt
from surveys.notifications.addresses import address_digest
from surveys.notifications.letters import Letter
from surveys.notifications.models import Email, Purpose

# What she asks to be sent to herself: an address is used for it once.
ONCE = (Purpose.LINK, Purpose.RECEIPT)
# What is left of an e-mail's words and address once it has been sent or never will be. Of an address that was
# used once, for what she asked to be sent to herself, not even the fingerprint.
BLANK: Mapping[str, Any] = {
    "text": "",
    "html": "",
    "address": "",
    "address_digest": Case(
        When(purpose__in=ONCE, then=Value("")), default="address_digest", output_field=TextField()
    ),
    "leased_until": None,
}


def queue_email(
    *,
    key: str,
    purpose: Purpose,
    address: str,
    letter: Letter,
    due_at: datetime,
    expires_at: datetime | None = None,
    **about: Any,
) -> None:
    """Send this letter to this address when it is due; nothing happens when `key` has been queued before.

    `about` says to whom and what it belongs: recipient, subscription, report, consultation. Runs inside the
    caller's transaction, so that the e-mail is asked for if and only if what it tells has happened.
    """
    email = Email(
        key=key,
        purpose=purpose,
        address=encrypt(address).decode(),
        address_digest=address_digest(address),
        sender=letter.sender,
        subject=letter.subject,
        text=encrypt(letter.text).decode(),
        html=encrypt(letter.html).decode() if letter.html else "",
        body_digest=digest("email", letter.text + letter.html),
        due_at=due_at,
        expires_at=expires_at,
        **about,
    )
    # INSERT .. ON CONFLICT DO NOTHING: two workers that ask at the same moment leave one row.
    Email.objects.bulk_create([email], ignore_conflicts=True)
