"""Receive what women send, and take it back when they ask."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from surveys.core import audit
from surveys.core.actors import SYSTEM, Actor
from surveys.core.errors import Conflict
from surveys.outbox import services as outbox
from surveys.responses import receipts, storage
from surveys.responses.models import Consent, ContactDetails, Response
from surveys.responses.submission import Submission

RECEIVED = "responses.received"
WITHDRAWN = "responses.withdrawn"


@dataclass(frozen=True)
class Receipt:
    """What a woman is given: her code (the same at every retry), and whether it had been stored before."""

    code: str
    already_known: bool


def receive(submission: Submission, *, now: datetime, by: Actor = SYSTEM) -> Receipt:
    """Store one submission once, with its consents, audit row and message to the workers."""
    stored = receive_many([submission], by=by, now=now)
    return Receipt(code=receipts.code(submission.key), already_known=not stored)


def receive_many(submissions: Sequence[Submission], *, now: datetime, by: Actor = SYSTEM) -> dict[UUID, UUID]:
    """Store submissions that are not known yet; the new responses' keys by submission key."""
    return storage.insert(submissions, topic=RECEIVED, by=by, now=now)


@transaction.atomic
def withdraw(code: str, *, now: datetime) -> Response:
    """Take a response back: it is left out of every figure from now on, and how to reach her is erased.

    Raises Conflict when no response has this receipt, or it has been withdrawn before.
    """
    response = (
        Response.objects.select_for_update()
        .filter(receipt_digest=receipts.fingerprint(code), withdrawn_at__isnull=True)
        .first()
    )
    if response is None:
        raise Conflict("We cannot find feedback with this code. Check the code and try again.")
    response.withdrawn_at = now
    response.save(update_fields=["withdrawn_at"])
    Consent.objects.filter(response=response, given=True).update(withdrawn_at=now)
    ContactDetails.objects.filter(response=response).delete()
    outbox.publish(WITHDRAWN, subjects=[response.pk], due_at=now)
    audit.record("withdraw", subject=response, organisation_id=response.partnership_id, by=SYSTEM, now=now)
    return response
