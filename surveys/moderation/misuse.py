"""What may not be feedback at all, for a moderator to judge many at a time."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from surveys.core.actors import Actor
from surveys.core.errors import require
from surveys.moderation import parts, policies, redaction
from surveys.moderation.models import Clearance, RiskCase, Screening, SetAside
from surveys.responses import queries as responses
from surveys.responses import raw_text
from surveys.responses.models import FreeText, Response

# As much of a text as tells spam from a story.
OPENING = 200


@dataclass(frozen=True)
class InQuestion:
    """A response that may be misuse: the opening of each of its texts, what looks like a detail hidden.

    Not `may_be_set_aside` while it may speak of danger, or nobody has looked for that yet.
    """

    response: Response
    openings: Sequence[str]
    text_ids: Sequence[UUID]
    may_be_set_aside: bool


def in_question(
    partnership_ids: Collection[UUID], *, after_loss: bool = False, doubt: str = ""
) -> QuerySet[Response]:
    """What may be misuse and nobody has judged, newest first; with a code of `Doubt`, only that reason."""
    checked = Clearance.objects.filter(free_text__response=OuterRef("pk"))
    found = responses.in_doubt(partnership_ids, after_loss=after_loss).filter(~Exists(checked))
    return found.filter(Q(doubts__contains=doubt)).order_by("-received_at", "-pk")


def by_doubt(found: QuerySet[Response]) -> Counter[str]:
    """How many of these are in question for each reason, by its code."""
    return Counter(code for doubts in found.values_list("doubts", flat=True) for code in doubts.split())


def to_judge(response_ids: Collection[UUID], *, by: Actor, now: datetime) -> list[InQuestion]:
    """These with their openings; that somebody read them is written down, text by text."""
    texts = Prefetch("texts", FreeText.objects.select_related("screening", "riskcase").order_by("pk"))
    found = Response.objects.filter(pk__in=response_ids).order_by("-received_at", "-pk")
    rows = list(found.select_related("unit").prefetch_related(texts))
    require(all(policies.may_judge(by, response) for response in rows))
    texts_here = [text for response in rows for text in response.texts.all()]
    # What may be danger is read by those on call alone.
    keys = [text.pk for text in texts_here if _screening(text) and not _in_danger(text)]
    words = raw_text.read(keys, by=by, now=now)
    return [_in_question(response, words) for response in rows]


def act_of(response: Response) -> SetAside | None:
    """By which act a response was set aside."""
    return SetAside.objects.select_related("set_aside_by").filter(items__response=response).first()


def just_set_aside(act_id: UUID, *, by: Actor) -> int:
    """How many responses an act of hers set aside; 0 where it was not hers or has been undone."""
    return Response.objects.filter(
        setasideresponse__act_id=act_id, setasideresponse__act__set_aside_by=by.actor_id
    ).count()


def _in_question(response: Response, words: dict[UUID, str]) -> InQuestion:
    texts = list(response.texts.all())
    return InQuestion(
        response=response,
        openings=[_opening(text, words[text.pk]) for text in texts if text.pk in words],
        text_ids=[text.pk for text in texts],
        may_be_set_aside=all(_may_be_set_aside(text) for text in texts),
    )


def _opening(text: FreeText, words: str) -> str:
    screening = _screening(text)
    safe = redaction.apply(words, parts.read(screening.redactions)) if screening else ""
    return safe if len(safe) <= OPENING else f"{safe[:OPENING].rsplit(' ', 1)[0]} …"


def _may_be_set_aside(text: FreeText) -> bool:
    screening = _screening(text)
    return screening is not None and not screening.look_first and not _in_danger(text)


def _screening(text: FreeText) -> Screening | None:
    return getattr(text, "screening", None)


def _in_danger(text: FreeText) -> bool:
    case: RiskCase | None = getattr(text, "riskcase", None)
    return case is not None and case.decided_at is None
