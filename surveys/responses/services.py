"""Receive what women send and add, ask them, and take everything back when they say so."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from surveys.core import audit
from surveys.core.actors import SYSTEM, Actor
from surveys.outbox import services as outbox
from surveys.responses import receipts, storage
from surveys.responses.coming_back import add, answer, held
from surveys.responses.enquiries import ask, withdraw_question
from surveys.responses.models import Consent, ContactDetails, Enquiry, Response
from surveys.responses.submission import Submission

__all__ = ["Receipt", "add", "answer", "ask", "receive", "receive_many", "withdraw", "withdraw_question"]

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
    response = held(code)
    response.withdrawn_at = now
    response.save(update_fields=["withdrawn_at"])
    Consent.objects.filter(response=response, given=True).update(withdrawn_at=now)
    ContactDetails.objects.filter(response=response).delete()
    # A question can repeat her words. One that she answered goes with her answer.
    Enquiry.objects.filter(response=response, answered_at__isnull=True).delete()
    outbox.publish(WITHDRAWN, subjects=[response.pk], due_at=now)
    audit.record("withdraw", subject=response, organisation_id=response.partnership_id, by=SYSTEM, now=now)
    return response


def set_aside(responses: Collection[Response], *, reason: str, by: Actor, now: datetime) -> None:
    """These are not feedback: they are shown and counted nowhere from now on. `reason` is a code."""
    _stand_aside(responses, now)
    _note("set responses aside", responses, by, now, reason=reason)


def bring_back(responses: Collection[Response], *, by: Actor, now: datetime) -> None:
    """These are feedback after all: what was set aside is shown and counted again."""
    _stand_aside(responses, None)
    _note("bring responses back", responses, by, now)


def trust(responses: Collection[Response], *, by: Actor, now: datetime) -> None:
    """A person has looked at these and found nothing to doubt."""
    Response.objects.filter(pk__in=[response.pk for response in responses]).update(doubts="")
    _note("trust responses", responses, by, now)


def _stand_aside(responses: Collection[Response], since: datetime | None) -> None:
    Response.objects.filter(pk__in=[response.pk for response in responses]).update(set_aside_at=since)


def _note(verb: str, responses: Collection[Response], by: Actor, now: datetime, **facts: str) -> None:
    heard_by = Counter(response.partnership_id for response in responses)
    for partnership_id, number in heard_by.items():
        audit.record(
            verb,
            subject_kind="responses.response",
            organisation_id=partnership_id,
            by=by,
            now=now,
            facts={"responses": number, **facts},
        )
