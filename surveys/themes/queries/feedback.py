"""Everything that was heard, as those may read it who read words: safe texts only."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from surveys.moderation import queries as moderation
from surveys.moderation.models import Clearance
from surveys.questionnaires import queries as questionnaires
from surveys.responses import queries as responses
from surveys.responses.models import FreeText, Response
from surveys.responses.queries import Question
from surveys.themes.queries.codes import Theme, themes_of
from surveys.themes.queries.quotes import about

# The state of a text whose risk is open: only those on call and whoever leads read it.
LOCKED = "locked"


@dataclass(frozen=True)
class Wanted:
    """What somebody looks for; everything left empty is not asked for. Days are `[since, until)` in London.

    `checked`: "yes" for feedback with words of which none waits, "no" for feedback with words that wait.
    Words are looked for elsewhere (`queries.search`).
    """

    unit_id: UUID | None = None
    stage: str = ""
    fft: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    code: str = ""
    sentiment: str = ""
    checked: str = ""


@dataclass(frozen=True)
class HeardText:
    """One text: its question, what became of it, and its words where they are safe to read (else empty).

    `added_at`: when she said it, where she came back to say it. `asked`: the question is one that she found
    with her receipt; without a question it is something that she added of her own accord.
    """

    id: UUID
    question: str
    state: str
    words: str
    themes: Sequence[Theme]
    added_at: datetime | None = None
    asked: bool = False


@dataclass(frozen=True)
class Heard:
    """One response and its texts."""

    response: Response
    texts: Sequence[HeardText]


def feedback(
    partnership_ids: Collection[UUID], wanted: Wanted, *, after_loss: bool = False
) -> QuerySet[Response]:
    """The responses that somebody looks for, newest first; `after_loss`: only what was told after a loss."""
    heard = responses.received(partnership_ids, after_loss=after_loss).select_related("unit", "partnership")
    plain = {
        "unit_id": wanted.unit_id,
        "stage": wanted.stage,
        "fft__in": wanted.fft,
        "received_at__date__gte": wanted.since,
        "received_at__date__lt": wanted.until,
    }
    heard = heard.filter(**{field: value for field, value in plain.items() if value})
    return _by_texts(heard, wanted).order_by("-received_at", "-id")


def _by_texts(heard: QuerySet[Response], wanted: Wanted) -> QuerySet[Response]:
    texts = FreeText.objects.filter(response=OuterRef("pk"))
    waiting = Exists(texts.filter(clearance__isnull=True))
    if wanted.checked:
        heard = heard.filter(Exists(texts), waiting if wanted.checked == "no" else ~waiting)
    if wanted.code:
        heard = heard.filter(Exists(about(texts, code=wanted.code, sentiment=wanted.sentiment)))
    return heard


def told(heard: Iterable[Response]) -> list[Heard]:
    """These responses with their texts, in a number of queries that does not grow with them."""
    found = list(heard)
    texts = list(FreeText.objects.filter(response__in=found).order_by("created_at", "id"))
    result: dict[UUID, list[HeardText]] = {response.pk: [] for response in found}
    versions = {response.pk: response.version_id for response in found}
    for text, one in zip(texts, heard_texts(texts, versions), strict=True):
        result[text.response_id].append(one)
    return [Heard(response, result[response.pk]) for response in found]


def heard_texts(texts: Sequence[FreeText], versions: Mapping[UUID, UUID]) -> list[HeardText]:
    """Each of these texts as others see it; `versions`: of which questionnaire, by response."""
    ids = [text.pk for text in texts]
    outcomes, themes, locked = moderation.outcomes(ids), themes_of(ids), moderation.locked(ids)
    asked = questionnaires.definitions_of(set(versions.values()))
    added, answered = responses.added_at(ids), responses.answered_questions(ids)
    result = []
    for text in texts:
        question = asked[versions[text.response_id]].question(text.question_key)
        title = question.says("en") if question else ""
        heard_text = _text(text, title, outcomes.get(text.pk), themes.get(text.pk, []))
        if text.pk in locked:
            heard_text = replace(heard_text, state=LOCKED, words="", themes=[])
        result.append(_later(heard_text, added.get(text.pk), answered.get(text.pk)))
    return result


def _text(text: FreeText, question: str, outcome: Clearance | None, themes: Sequence[Theme]) -> HeardText:
    state = outcome.outcome if outcome else "waiting"
    return HeardText(text.pk, question, state, outcome.safe_text if outcome else "", themes)


def _later(text: HeardText, added_at: datetime | None, question: Question | None) -> HeardText:
    if question is not None:
        text = replace(text, question=question.words, asked=True)
    return replace(text, added_at=added_at)
