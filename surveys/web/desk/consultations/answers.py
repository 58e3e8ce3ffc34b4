"""What has been answered so far: the chair's own working counts, and the words that are safe to read."""

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from surveys.consultations import queries as consultations
from surveys.consultations.queries import Consultation
from surveys.consultations.services import PREFERRED
from surveys.moderation import queries as moderation
from surveys.questionnaires.definition import Definition
from surveys.responses import queries as responses

MOST_TEXTS = 200


@dataclass(frozen=True)
class OptionCount:
    """How many people preferred an option."""

    title: str
    people: int


@dataclass(frozen=True)
class Said:
    """What people wrote to one question, with details hidden, newest first."""

    question: str
    texts: list[str]


@dataclass(frozen=True)
class Answers:
    """How many people answered, what they prefer and wrote, and how much is not checked yet."""

    people: int
    options: list[OptionCount]
    said: list[Said]
    unchecked: int


def answers_to(consultation: Consultation) -> Answers:
    """The answers to a consultation so far."""
    asked = consultations.definition_of(consultation)
    given = responses.answers_to(consultation.pk)
    return Answers(
        people=len(given),
        options=_options(asked, Counter(answer.get(PREFERRED) for answer in given)),
        said=_said(consultation, asked),
        unchecked=moderation.waiting([consultation.organisation_id])
        .filter(response__consultation=consultation)
        .count(),
    )


def _options(asked: Definition | None, preferred: Counter[str | None]) -> list[OptionCount]:
    question = asked.question(PREFERRED) if asked else None
    if question is None:
        return []
    return [OptionCount(choice.wording["en"], preferred[choice.code]) for choice in question.choices]


def _said(consultation: Consultation, asked: Definition | None) -> list[Said]:
    cleared = moderation.cleared([consultation.organisation_id]).filter(response__consultation=consultation)
    newest = cleared.order_by(responses.SAID_AT.desc()).values_list("pk", "question_key")[:MOST_TEXTS]
    questions = dict(newest)
    safe = moderation.safe_texts(questions)
    said = [
        Said(question.says("en"), _texts(question.key, questions, safe))
        for question in (asked.texts if asked else ())
    ]
    later = [safe[text] for text in responses.added_at(questions) if text in safe]
    return [*said, Said(_("Said later, with a receipt code"), later)] if later else said


def _texts(key: str, questions: dict[UUID, str], safe: dict[UUID, str]) -> list[str]:
    return [safe[text] for text, asked in questions.items() if asked == key]
