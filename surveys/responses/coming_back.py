"""She comes back with her receipt: says more, or answers what she was asked.

What she adds needs no new consents: those of her response hold. It is screened, themed and checked like any
other text, and counts in the month in which she says it.
"""

from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext as _

from surveys.consultations import queries as consultations
from surveys.core import audit
from surveys.core.actors import SYSTEM
from surveys.core.clock import local_month
from surveys.core.errors import Conflict, DomainError
from surveys.outbox import services as outbox
from surveys.questionnaires.definition import clean_text
from surveys.responses import raw_text, receipts
from surveys.responses.models import Addition, Enquiry, FreeText, Response

ADDED = "responses.added"
# The question keys of what was said later; no question of a version has a colon in its key.
MORE = "later:more"
ANSWER = "later:answer"
# Far more than anybody needs; few enough that one code cannot bury the moderators.
MOST_ADDITIONS = 20


def held(code: str) -> Response:
    """The response of a receipt, locked. Raises Conflict where there is none, or it was taken back."""
    response = (
        Response.objects.select_for_update(of=("self",))
        .select_related("consultation")
        .filter(receipt_digest=receipts.fingerprint(code), withdrawn_at__isnull=True)
        .first()
    )
    if response is None:
        raise Conflict(_("We cannot find feedback with this code. Check the code and try again."))
    return response


@transaction.atomic
def add(code: str, *, key: UUID, words: str, now: datetime) -> Addition:
    """Keep what she adds. The same words from the same page (`key`) are kept once, however often they come.

    Raises Conflict for a wrong receipt or a consultation that has closed, DomainError for words that cannot
    be kept.
    """
    response = held(code)
    if not may_add(response, now=now):
        raise Conflict(_("This consultation has closed, so we can no longer add to your answers."))
    return _said(response, MORE, key=key, words=words, now=now)


@transaction.atomic
def answer(code: str, *, question_id: UUID, key: UUID, words: str, now: datetime) -> Addition:
    """Keep her answer to a question. The same words from the same page are kept once.

    Raises Conflict for a wrong receipt, and where the question was answered before or has been taken back.
    """
    response = held(code)
    known = Addition.objects.filter(response=response, key=_key(key, words)).first()
    if known is not None:
        return known
    question = Enquiry.objects.filter(pk=question_id, response=response, answered_at__isnull=True).first()
    if question is None:
        raise Conflict(_("This question is no longer open. You can still send us what you wrote."))
    said = _said(response, ANSWER, key=key, words=words, now=now)
    question.answered_at, question.answer = now, said.free_text
    question.save(update_fields=["answered_at", "answer"])
    return said


def may_add(response: Response, *, now: datetime) -> bool:
    """Whether more may be said: to feedback always, to a consultation while it is open."""
    return response.consultation is None or consultations.is_open(response.consultation, now=now)


def _said(response: Response, question_key: str, *, key: UUID, words: str, now: datetime) -> Addition:
    kept, key = clean_text(words), _key(key, words)
    if not kept:
        raise DomainError(_("Write a few words before you send."))
    known = Addition.objects.filter(response=response, key=key).first()
    if known is not None:
        return known
    if question_key == MORE and response.additions.count() >= MOST_ADDITIONS:
        raise Conflict(_("You have added a lot here. Please tell us the rest as new feedback."))
    text = FreeText.objects.create(
        response=response,
        question_key=question_key,
        partnership_id=response.partnership_id,
        local_month=local_month(now),
    )
    raw_text.keep(text, kept)
    outbox.publish(ADDED, subjects=[response.pk], due_at=now)
    audit.record("add words", subject=text, organisation_id=text.partnership_id, by=SYSTEM, now=now)
    return Addition.objects.create(
        response=response, free_text=text, key=key, said_at=now, local_month=text.local_month
    )


def _key(page: UUID, words: str) -> UUID:
    # Changed words from the same page are something new: neither lost nor mixed up with what was sent before.
    return uuid5(page, clean_text(words))
