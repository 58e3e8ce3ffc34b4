"""Make what is safe to read findable: its words at once, what it means later (`themes.meaning`)."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce

from surveys.core import audit
from surveys.core.actors import SYSTEM
from surveys.moderation.models import Clearance
from surveys.moderation.services import CLEARED
from surveys.outbox import services as outbox
from surveys.themes.queries.stems import stems
from surveys.themes.search import words as search_words
from surveys.themes.search.models import Findable

FINDABLE = "themes.findable"
ENGLISH = "en"
WRITTEN = ("partnership", "said_at", "language", "length", "words", "meaning")


@transaction.atomic
def make_findable(free_text_ids: Sequence[UUID], *, now: datetime) -> None:
    """These texts are found by what of them is safe to read; one that is not, or was taken back, is not.

    Only that much ever gets here: raw words never do, and a text's row goes with its clearance.
    """
    rows = _rows(list(_safe(free_text_ids)))
    outbox.publish(FINDABLE, subjects=[row.pk for row in rows], due_at=now)
    Findable.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["clearance"], update_fields=WRITTEN
    )
    audit.record("make findable", by=SYSTEM, now=now, facts={"texts": len(rows)})


@transaction.atomic
def make_all_findable(*, now: datetime) -> int:
    """Ask the workers to make all that is safe to read findable anew; how many texts that are."""
    cleared = Clearance.objects.filter(outcome=Clearance.Outcome.CLEARED)
    texts = list(cleared.values_list("pk", flat=True))
    outbox.publish(CLEARED, subjects=texts, due_at=now)
    audit.record("make all findable", by=SYSTEM, now=now, facts={"texts": len(texts)})
    return len(texts)


def _safe(free_text_ids: Sequence[UUID]) -> QuerySet[Clearance]:
    cleared = Clearance.objects.filter(pk__in=free_text_ids, outcome=Clearance.Outcome.CLEARED)
    return (
        cleared.filter(free_text__response__withdrawn_at__isnull=True)
        .select_related("free_text")
        .annotate(
            said_at=Coalesce("free_text__addition__said_at", "free_text__response__received_at"),
            language=Coalesce("free_text__screening__language", F("free_text__response__language")),
        )
    )


def _rows(found: Sequence[Clearance]) -> list[Findable]:
    words = {one.pk: search_words.words_of(one.safe_text) for one in found}
    english = {one.pk for one in found if one.language == ENGLISH}  # type: ignore[attr-defined]
    known = stems({word for key in english for word in words[key]})
    return [_row(one, words[one.pk], known if one.pk in english else {}) for one in found]


def _row(clearance: Clearance, words: Sequence[str], known: dict[str, str]) -> Findable:
    own = {word: known[word] for word in words if word in known}
    return Findable(
        clearance=clearance,
        partnership_id=clearance.free_text.partnership_id,
        said_at=clearance.said_at,  # type: ignore[attr-defined]
        language=clearance.language,  # type: ignore[attr-defined]
        length=sum(bool(word) for word in words),
        words=search_words.lexemes(words, own),
    )
