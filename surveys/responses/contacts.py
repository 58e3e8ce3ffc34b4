"""How a woman who agreed to be contacted can be reached. Each reading is written to the audit trail."""

from datetime import datetime
from uuid import UUID

from surveys.core import audit
from surveys.core.actors import Actor
from surveys.core.secrets import decrypt
from surveys.responses.models import Consent, ContactDetails, Purpose


def reach(response_id: UUID, *, by: Actor, now: datetime) -> str:
    """What she left, or nothing where she left none or no longer agrees. Callers say who may ask."""
    agreed = Consent.objects.filter(
        response_id=response_id, purpose=Purpose.CONTACT, given=True, withdrawn_at__isnull=True
    )
    details = ContactDetails.objects.filter(pk=response_id, response__in=agreed.values("response")).first()
    if details is None:
        return ""
    audit.record("read contact details", subject=details, by=by, now=now)
    return decrypt(details.address.encode())
