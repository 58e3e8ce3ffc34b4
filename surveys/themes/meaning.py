"""What texts and questions mean. Worker only: no web process may reach the text model (checked)."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from surveys.core import audit
from surveys.core.actors import SYSTEM
from surveys.core.secrets import decrypt
from surveys.moderation import queries as moderation
from surveys.responses import queries as responses
from surveys.responses.models import FreeText, Purpose
from surveys.themes.search.models import Findable, SearchQuestion
from surveys.themes.search.vectors import packed
from surveys.themes.text_model.meanings import Meanings


@transaction.atomic
def measure(free_text_ids: Sequence[UUID], *, now: datetime) -> None:
    """Keep what these texts mean, as far as they are safe to read and their writers agreed to themes."""
    agreed = FreeText.objects.filter(responses.agreed_to(Purpose.THEMES), pk__in=free_text_ids)
    words = moderation.safe_texts(agreed.values_list("pk", flat=True))
    # Locked in one order, so that a text that is made findable anew meanwhile waits for this, or this for it.
    found = Findable.objects.select_for_update().filter(pk__in=words).order_by("pk")
    rows = list(found.only("pk"))
    for row, meaning in zip(rows, _meanings([words[row.pk] for row in rows]), strict=True):
        row.meaning = meaning
    Findable.objects.bulk_update(rows, ["meaning"])
    audit.record("measure meanings", by=SYSTEM, now=now, facts={"texts": len(rows)})


@transaction.atomic
def answer(question_ids: Sequence[UUID], *, now: datetime) -> None:
    """Keep what was meant by these questions, for those who wait for it."""
    open_ = SearchQuestion.objects.select_for_update().filter(pk__in=question_ids, answered_at__isnull=True)
    rows = list(open_.order_by("pk"))
    words = [decrypt(row.ciphertext.encode()) for row in rows]
    for row, meaning in zip(rows, _meanings(words), strict=True):
        row.meaning, row.answered_at = meaning, now
    SearchQuestion.objects.bulk_update(rows, ["meaning", "answered_at"])


def _meanings(texts: Sequence[str]) -> list[bytes]:
    return packed(Meanings.shipped().of(texts)) if texts else []
