"""An MVP asks one woman one question at a time; she finds it with her receipt, if ever she comes back."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from surveys.core import audit
from surveys.core.errors import Conflict, DomainError
from surveys.core.secrets import decrypt, encrypt
from surveys.people.models import User
from surveys.questionnaires.definition import clean_text
from surveys.responses import policies
from surveys.responses.models import Enquiry, Response

LONGEST_QUESTION = 500


@transaction.atomic
def ask(response_id: UUID, *, words: str, by: User, now: datetime) -> Enquiry:
    """Leave a question for her. Asking the same again changes nothing.

    Raises Conflict while another question is open or when she cannot be asked, DomainError for words that are
    missing or too long.
    """
    response = Response.objects.select_for_update().get(pk=response_id)
    policies.require_asker(by, response.partnership_id)
    if not policies.may_be_asked(response):
        raise Conflict(_("She cannot be asked about this feedback."))
    words = _checked(words)
    earlier = Enquiry.objects.filter(response=response, answered_at__isnull=True).first()
    if earlier is not None:
        return _same_or_conflict(earlier, words)
    question = Enquiry.objects.create(
        response=response, ciphertext=encrypt(words).decode(), asked_by=by, asked_at=now
    )
    _note("ask", question, by, now)
    return question


@transaction.atomic
def withdraw_question(question_id: UUID, *, by: User, now: datetime) -> None:
    """She is asked no longer. Raises Conflict when she has answered, or it was taken back before."""
    question = (
        Enquiry.objects.select_for_update(of=("self",))
        .select_related("response")
        .filter(pk=question_id, answered_at__isnull=True)
        .first()
    )
    if question is None:
        raise Conflict(_("This question is no longer open."))
    policies.require_asker(by, question.response.partnership_id)
    _note("withdraw question", question, by, now)
    question.delete()


def _checked(words: str) -> str:
    words = clean_text(words)
    if not words:
        raise DomainError(_("Write your question."))
    if len(words) > LONGEST_QUESTION:
        raise DomainError(
            _("Your question is %(has)s letters long. Please shorten it to %(most)s.")
            % {"has": len(words), "most": LONGEST_QUESTION}
        )
    return words


def _same_or_conflict(earlier: Enquiry, words: str) -> Enquiry:
    if decrypt(earlier.ciphertext.encode()) == words:
        return earlier
    raise Conflict(_("She has been asked something already. Take that question back before you ask another."))


def _note(verb: str, question: Enquiry, by: User, now: datetime) -> None:
    organisation_id = question.response.partnership_id
    audit.record(verb, subject=question, organisation_id=organisation_id, by=by, now=now)
