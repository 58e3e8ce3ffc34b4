"""Looks at what a partnership heard in the last three months. Worker only, and from safe texts alone."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

from surveys.core import audit
from surveys.core.actors import SYSTEM
from surveys.moderation import queries as moderation
from surveys.responses import queries as responses
from surveys.responses.models import Purpose
from surveys.themes.emerging.clustering import clusters
from surveys.themes.emerging.phrases import grown
from surveys.themes.models import EmergingPrompt, EmergingText
from surveys.themes.queries.codes import decided, unreviewed
from surveys.themes.queries.emerging import WOMEN

PERIOD = timedelta(days=92)
MOST_TEXTS = 1500


@dataclass(frozen=True)
class _Text:
    """One safe text: whose it is, its words, and whether any theme explains it."""

    key: UUID
    response_id: UUID
    words: str
    explained: bool


@dataclass(frozen=True)
class _Found:
    """Something to ask about: its words and the texts that say it."""

    kind: str
    words: tuple[str, ...]
    texts: tuple[_Text, ...]


@transaction.atomic
def find(organisation_ids: Sequence[UUID], *, now: datetime) -> None:
    """Ask anew about what emerges; what a person has answered stays answered, and is not asked again."""
    for organisation_id in dict.fromkeys(organisation_ids):
        _find(organisation_id, now)


def _find(organisation_id: UUID, now: datetime) -> None:
    lately = _texts(organisation_id, now - PERIOD, now)
    before = _texts(organisation_id, now - 2 * PERIOD, now - PERIOD)
    prompts = EmergingPrompt.objects.filter(organisation_id=organisation_id)
    answered = [set(words) for words in prompts.exclude(answer="").values_list("words", flat=True)]
    prompts.filter(answer="").delete()
    asked: list[set[str]] = []
    for found in (*_unexplained(lately), *_grown(lately, before)):
        if _women(found) >= WOMEN and not _alike(found.words, [*answered, *asked]):
            _ask(organisation_id, found, now)
            asked.append(set(found.words))
    audit.record(
        "look for emerging themes",
        by=SYSTEM,
        now=now,
        organisation_id=organisation_id,
        facts={"texts": len(lately), "prompts": len(asked)},
    )


def _texts(organisation_id: UUID, start: datetime, end: datetime) -> list[_Text]:
    found = (
        moderation.cleared([organisation_id])
        .alias(said_at=responses.SAID_AT)
        .filter(
            responses.agreed_to(Purpose.THEMES),
            response__consultation__isnull=True,
            said_at__gte=start,
            said_at__lt=end,
        )
        .annotate(
            explained=Exists(decided().filter(free_text=OuterRef("pk")))
            | Exists(unreviewed().filter(free_text=OuterRef("pk")))
        )
        .order_by("-said_at", "id")[:MOST_TEXTS]
    )
    rows = found.values_list("pk", "response_id", "clearance__safe_text", "explained")
    return [_Text(*row) for row in rows]


def _unexplained(texts: Iterable[_Text]) -> Iterator[_Found]:
    left = [text for text in texts if not text.explained]
    for cluster in clusters([text.words for text in left]):
        yield _Found(
            EmergingPrompt.Kind.UNEXPLAINED, cluster.words, tuple(left[member] for member in cluster.members)
        )


def _grown(lately: Sequence[_Text], before: Sequence[_Text]) -> Iterator[_Found]:
    stop = frozenset(ENGLISH_STOP_WORDS)
    for phrase in grown([text.words for text in lately], [text.words for text in before], stop=stop):
        yield _Found(
            EmergingPrompt.Kind.GROWN,
            (" ".join(phrase.words),),
            tuple(lately[member] for member in phrase.members),
        )


def _women(found: _Found) -> int:
    return len({text.response_id for text in found.texts})


def _alike(words: Iterable[str], others: Iterable[set[str]]) -> bool:
    """Whether half of the words, or more, have been asked about."""
    mine = set(words)
    return any(2 * len(mine & other) >= min(len(mine), len(other)) for other in others if mine and other)


def _ask(organisation_id: UUID, found: _Found, now: datetime) -> None:
    prompt = EmergingPrompt.objects.create(
        organisation_id=organisation_id, kind=found.kind, words=list(found.words), found_at=now
    )
    EmergingText.objects.bulk_create(
        EmergingText(prompt=prompt, free_text_id=text.key) for text in found.texts
    )
