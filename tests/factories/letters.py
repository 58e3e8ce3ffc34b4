"""Subscriptions and queued e-mails for tests."""

from collections.abc import Callable
from datetime import datetime

from surveys.consultations.models import Consultation
from surveys.notifications import services
from surveys.notifications.addresses import address_digest
from surveys.notifications.letters import Letter
from surveys.notifications.models import Email, Purpose, Subscription
from tests.factories.world import NOW

ADA = "ada@example.org"


def clock(moment: datetime = NOW) -> Callable[[], datetime]:
    """A clock that stands still."""
    return lambda: moment


def subscribed(consultation: Consultation, address: str = ADA) -> Subscription:
    """Somebody who wants to be reminded and to hear the result, and has not answered."""
    services.subscribe(
        consultation.pk, address=address, wants_reminder=True, wants_result=True, answered=False, now=NOW
    )
    return Subscription.objects.get(consultation=consultation, address_digest=address_digest(address))


def queued(
    key: str = "letter",
    *,
    address: str = ADA,
    purpose: Purpose = Purpose.REPORT,
    due_at: datetime = NOW,
    expires_at: datetime | None = None,
) -> Email:
    """A plain e-mail that waits; board reports have neither quiet hours nor a stop list."""
    services.queue_email(
        key=key,
        purpose=purpose,
        address=address,
        letter=Letter(subject=f"About {key}", text=f"Words of {key}", html=f"<p>Words of {key}</p>"),
        due_at=due_at,
        expires_at=expires_at,
    )
    return Email.objects.get(key=key)
