"""What has been heard; never the raw words."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Coalesce

from surveys.core.actors import SYSTEM
from surveys.core.secrets import decrypt
from surveys.questionnaires.standard import AFTER_LOSS
from surveys.responses import raw_text, receipts
from surveys.responses.coming_back import may_add as may_add
from surveys.responses.enquiries import LONGEST_QUESTION as LONGEST_QUESTION
from surveys.responses.models import Addition, Consent, Enquiry
from surveys.responses.models import Channel as Channel
from surveys.responses.models import Doubt as Doubt
from surveys.responses.models import FreeText as FreeText
from surveys.responses.models import Purpose as Purpose
from surveys.responses.models import Response as Response
from surveys.responses.policies import may_be_asked as may_be_asked
from surveys.responses.submission import CONSULTATION_PURPOSES, Submission
from surveys.responses.wordings import Box, seen

# Of a free text: when she said it, with her response or later.
SAID_AT = Coalesce("addition__said_at", "response__received_at")


@dataclass(frozen=True)
class Agreed:
    """What a woman said to one purpose, when, and the words that she saw (None where others asked her)."""

    purpose: Purpose
    given: bool
    given_at: datetime
    box: Box | None


@dataclass(frozen=True)
class TextToScreen:
    """A free text and what is known around it."""

    id: UUID
    response_id: UUID
    question_key: str
    stage: str
    language: str
    partnership_id: UUID


def told(*, after_loss: bool, response: str = "") -> Q:
    """Either what was told after a loss or all the rest, never both; `response` is the way ("response__").

    Everything that shows or counts what was heard takes one side by this, and says so where it is the first:
    what was told after a loss is for specialist moderators, and counts in one strand of an LMS's report.
    """
    said = Q(**{f"{response}stage": AFTER_LOSS})
    return said if after_loss else ~said


def standing(*, response: str = "") -> Q:
    """What is shown and counted: not taken back, and not set aside; `response` as in `told`."""
    return Q(**{f"{response}withdrawn_at__isnull": True, f"{response}set_aside_at__isnull": True})


@dataclass(frozen=True)
class Question:
    """What an MVP asked one woman; `answer_id` is the text with her answer, where there is one."""

    id: UUID
    words: str
    asked_by: str
    asked_at: datetime
    answered_at: datetime | None
    answer_id: UUID | None


def texts_of(response_ids: Iterable[UUID]) -> list[TextToScreen]:
    """The free texts of these responses, those withdrawn left out."""
    texts = FreeText.objects.filter(response_id__in=list(response_ids), response__withdrawn_at__isnull=True)
    return [
        TextToScreen(*row)
        for row in texts.order_by("created_at", "id").values_list(
            "id", "response_id", "question_key", "response__stage", "response__language", "partnership_id"
        )
    ]


def partnerships_of(free_text_ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """Which partnership heard each of these texts."""
    return dict(FreeText.objects.filter(pk__in=list(free_text_ids)).values_list("pk", "partnership_id"))


def agreed_to(purpose: Purpose) -> Exists:
    """For a queryset of free texts: whether the woman agreed to this purpose and has not taken it back."""
    return Exists(
        Consent.objects.filter(
            response=OuterRef("response_id"), purpose=purpose, given=True, withdrawn_at__isnull=True
        )
    )


def agreements(response: Response) -> list[Agreed]:
    """What she said to each purpose that she was asked about; what she has taken back is no longer given."""
    asked = CONSULTATION_PURPOSES if response.consultation_id else tuple(Purpose)
    said = {consent.purpose: consent for consent in response.consents.all()}
    return [_agreed(said[purpose], response) for purpose in asked if purpose in said]


def _agreed(consent: Consent, response: Response) -> Agreed:
    purpose = Purpose(consent.purpose)
    box = seen(
        consent.wording_version,
        purpose,
        language=response.language,
        partnership=response.partnership.name,
    )
    given = consent.given and consent.withdrawn_at is None
    return Agreed(purpose=purpose, given=given, given_at=consent.given_at, box=box)


def has_agreed(response_id: UUID, purpose: Purpose) -> bool:
    """Whether she agreed to this purpose and has not taken it back."""
    agreed = Consent.objects.filter(response_id=response_id, purpose=purpose, given=True)
    return agreed.filter(withdrawn_at__isnull=True).exists()


def free_texts(partnership_ids: Collection[UUID], *, after_loss: bool = False) -> QuerySet[FreeText]:
    """The free texts that these MVPs (after a loss, these LMS) have heard."""
    return FreeText.objects.filter(
        told(after_loss=after_loss, response="response__"),
        standing(response="response__"),
        partnership_id__in=partnership_ids,
    ).select_related("response", "response__unit", "partnership")


def by_receipt(code: str) -> Response | None:
    """The response that a receipt code belongs to, unless it has been withdrawn."""
    return (
        Response.objects.select_related("partnership", "unit", "consultation")
        .filter(receipt_digest=receipts.fingerprint(code), withdrawn_at__isnull=True)
        .first()
    )


def open_question(response_id: UUID) -> Question | None:
    """What she is asked now."""
    found = Enquiry.objects.filter(response_id=response_id, answered_at__isnull=True)
    return next(iter(_questions(found)), None)


def answered_questions(free_text_ids: Collection[UUID]) -> dict[UUID, Question]:
    """Those of these texts that answer a question, with the question."""
    found = _questions(Enquiry.objects.filter(answer_id__in=free_text_ids))
    return {question.answer_id: question for question in found if question.answer_id is not None}


def _questions(found: QuerySet[Enquiry]) -> list[Question]:
    return [
        Question(
            id=one.pk,
            words=decrypt(one.ciphertext.encode()),
            asked_by=str(one.asked_by),
            asked_at=one.asked_at,
            answered_at=one.answered_at,
            answer_id=one.answer_id,
        )
        for one in found.select_related("asked_by")
    ]


def added_at(free_text_ids: Collection[UUID]) -> dict[UUID, datetime]:
    """Those of these texts that she said later, and when."""
    rows = Addition.objects.filter(free_text_id__in=free_text_ids).values_list("free_text_id", "said_at")
    return {key: said for key, said in rows if key is not None}


def last_added_at(response_id: UUID) -> datetime | None:
    """When she last added something."""
    rows = Addition.objects.filter(response_id=response_id).order_by("-said_at")
    return rows.values_list("said_at", flat=True).first()


def received(partnership_ids: Collection[UUID], *, after_loss: bool = False) -> QuerySet[Response]:
    """The responses of these MVPs (after a loss, of these LMS)."""
    return Response.objects.filter(
        told(after_loss=after_loss), standing(), partnership_id__in=partnership_ids
    )


def in_doubt(partnership_ids: Collection[UUID], *, after_loss: bool = False) -> QuerySet[Response]:
    """Those of `received` that may not be a person's feedback."""
    return received(partnership_ids, after_loss=after_loss).exclude(doubts="")


def gone_since(partnership_ids: Collection[UUID], moment: datetime) -> bool:
    """Whether anything that these organisations heard was taken back or set aside from this moment on."""
    gone = Q(withdrawn_at__gte=moment) | Q(set_aside_at__gte=moment)
    return Response.objects.filter(gone, partnership_id__in=partnership_ids).exists()


def months_of(response_ids: Iterable[UUID]) -> set[tuple[UUID, date]]:
    """The (MVP, month) pairs that these responses count in: when they came, and when they were added to."""
    ids = list(response_ids)
    came = Response.objects.filter(pk__in=ids).values_list("partnership_id", "local_month")
    added = Addition.objects.filter(response_id__in=ids)
    return set(came.distinct()) | set(added.values_list("response__partnership_id", "local_month").distinct())


def answers_to(consultation_id: UUID) -> list[dict[str, Any]]:
    """The chosen codes of everyone who answered a consultation."""
    answered = Response.objects.filter(standing(), consultation_id=consultation_id)
    return list(answered.values_list("answers", flat=True))


def heard_in(consultation_ids: Collection[UUID]) -> dict[UUID, int]:
    """How many people answered each of these consultations."""
    rows = (
        Response.objects.filter(standing(), consultation_id__in=consultation_ids)
        .values("consultation_id")
        .annotate(people=Count("id"))
    )
    return {row["consultation_id"]: row["people"] for row in rows}


def chosen(partnership_ids: Collection[UUID], key: str, *, since: date) -> dict[str, int]:
    """How many women chose each answer to a question, in responses received since a day in London.

    Not suppressed: for those who may see an MVP's working counts.
    """
    rows = (
        received(partnership_ids)
        .filter(received_at__date__gte=since)
        .annotate(code=KeyTextTransform(key, "answers"))
        .filter(code__isnull=False)
        .values_list("code")
        .annotate(people=Count("id"))
        .order_by("code")
    )
    return dict(rows)


def says_the_same(given: Submission) -> bool:
    """Whether what was stored under this key before says what is given now.

    That is: about the same place, with the same consents, answer for answer.
    """
    response = Response.objects.filter(submission_key=given.key).first()
    if response is None or not _chose_the_same(response, given):
        return False
    first = response.texts.filter(addition__isnull=True)
    texts = dict(first.values_list("pk", "question_key"))
    words = raw_text.read(list(texts), by=SYSTEM, now=given.received_at)
    return {texts[key]: text for key, text in words.items()} == dict(given.texts)


def _chose_the_same(response: Response, given: Submission) -> bool:
    about = (response.partnership_id, response.unit_id, response.stage)
    consents = dict(response.consents.values_list("purpose", "given"))
    return (
        about == (given.partnership_id, given.unit_id, given.stage)
        and response.answers == dict(given.codes)
        and consents == dict(given.consents)
    )
