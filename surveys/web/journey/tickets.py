"""The idempotency key of one telling, signed with the version that it answers and the time it was made.

The key is made when the first page is shown and travels in the page. Whoever sends it twice, by a double
click, a retry or the Back button, sends one response. Its signature is also why these pages need no cookie
against forged posts: nobody is signed in here, so a forged post could do nothing that its maker could not do
in his own browser.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from django.core.signing import BadSignature, SignatureExpired, Signer, TimestampSigner, b62_decode

from surveys.web.journey.occasion import Occasion

GOOD_FOR = timedelta(hours=24)
GOING_ON = "on"


@dataclass(frozen=True)
class Ticket:
    """A key and the version that it was made for. Not `good`: too old to send with, or not made here.

    `begun_at`: when its telling began; None where the key came later than her first words.
    """

    text: str
    key: UUID
    version_id: UUID
    good: bool = True
    begun_at: datetime | None = None


def issue(occasion: Occasion, *, key: UUID | None = None, going_on: bool = False) -> Ticket:
    """A new ticket for the occasion's version, with a new key or the one it had.

    `going_on`: for a telling that has words already.
    """
    key = key or uuid4()
    marks = f".{GOING_ON}" if going_on else ""
    text = _signer(occasion).sign(f"{key.hex}.{occasion.version_id.hex}{marks}")
    return Ticket(text=text, key=key, version_id=occasion.version_id)


def version_mark(occasion: Occasion) -> str:
    """Says of a page without a key which version it asks; the same for everybody."""
    return _version_signer(occasion).sign(occasion.version_id.hex)


def marked(mark: str, occasion: Occasion) -> Occasion:
    """The occasion with the version of a page without a key; as it is where the mark was not made here."""
    try:
        return occasion.asking(UUID(_version_signer(occasion).unsign(mark)))
    except BadSignature:
        return occasion


def read(text: str, occasion: Occasion) -> Ticket:
    """The ticket that a page carried; a new one, not good, where that was not made here for this occasion."""
    signer = _signer(occasion)
    try:
        key, version_id, *marks = signer.unsign(text).split(".")
    except (BadSignature, ValueError):
        return replace(issue(occasion, going_on=True), good=False)
    return Ticket(
        text=text,
        key=UUID(key),
        version_id=UUID(version_id),
        good=_young(signer, text),
        begun_at=None if GOING_ON in marks else _made_at(text),
    )


def _young(signer: TimestampSigner, text: str) -> bool:
    try:
        signer.unsign(text, max_age=GOOD_FOR)
    except SignatureExpired:
        return False
    return True


def _made_at(text: str) -> datetime:
    _, made, _ = text.rsplit(":", 2)
    return datetime.fromtimestamp(b62_decode(made), tz=UTC)


def _signer(occasion: Occasion) -> TimestampSigner:
    return TimestampSigner(salt=f"journey:{occasion.subject_id}")


def _version_signer(occasion: Occasion) -> Signer:
    return Signer(salt=f"journey-version:{occasion.subject_id}")
