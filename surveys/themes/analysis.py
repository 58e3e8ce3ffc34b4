"""The machine's part in themes. Worker only: no web process may reach the text model (checked)."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from surveys.core import audit
from surveys.core.actors import SYSTEM
from surveys.moderation import services as moderation
from surveys.moderation.services import WordsToAnalyse
from surveys.outbox import services as outbox
from surveys.responses import queries as responses
from surveys.responses.models import FreeText, Purpose
from surveys.themes.listed import in_list
from surveys.themes.models import CodeframeVersion, ThemeSuggestion
from surveys.themes.queries.frames import Frames
from surveys.themes.services import CHANGED, SUGGEST
from surveys.themes.text_model import registry
from surveys.themes.text_model.interface import Comment


@transaction.atomic
def suggest(response_ids: Sequence[UUID], *, now: datetime) -> None:
    """Suggest themes for the texts of these responses, in place of what was suggested for them before.

    A text whose woman did not agree to themes, or took her response back, gets none and keeps none.
    """
    words = moderation.words_for_analysis(_agreed_texts(response_ids), now=now)
    rows = _suggestions(words)
    ThemeSuggestion.objects.filter(free_text__response_id__in=response_ids).delete()
    ThemeSuggestion.objects.bulk_create(rows)
    outbox.publish(CHANGED, subjects=response_ids, due_at=now)
    audit.record("suggest themes", by=SYSTEM, now=now, facts={"texts": len(words), "suggestions": len(rows)})


def _agreed_texts(response_ids: Sequence[UUID]) -> list[UUID]:
    texts = FreeText.objects.filter(responses.agreed_to(Purpose.THEMES), response_id__in=response_ids)
    return list(texts.filter(response__withdrawn_at__isnull=True).values_list("pk", flat=True))


@transaction.atomic
def suggest_again(version_ids: Sequence[UUID], *, now: datetime) -> None:
    """A themes list has changed: what no person has decided about is read again, and all is counted again."""
    for partnership_id in CodeframeVersion.objects.filter(pk__in=version_ids).values_list(
        "organisation_id", flat=True
    ):
        texts = FreeText.objects.filter(partnership_id=partnership_id)
        undecided = texts.filter(themereview__isnull=True, screening__isnull=False)
        waiting = set(undecided.values_list("response_id", flat=True))
        decided = set(texts.filter(decisions__isnull=False).values_list("response_id", flat=True))
        outbox.publish(SUGGEST, subjects=waiting, due_at=now)
        outbox.publish(CHANGED, subjects=decided - waiting, due_at=now)


def _suggestions(texts: Sequence[WordsToAnalyse]) -> list[ThemeSuggestion]:
    model = registry.shipped()
    comments = [
        Comment(str(text.free_text_id), text.words, stage=text.stage, language=text.language)
        for text in texts
    ]
    partnerships = dict(
        FreeText.objects.filter(pk__in=[text.free_text_id for text in texts]).values_list(
            "pk", "partnership_id"
        )
    )
    frames = Frames(partnerships.values())
    return [
        ThemeSuggestion(
            free_text_id=text.free_text_id,
            code=theme.code,
            sentiment=theme.sentiment,
            score=theme.score,
            # Positions only: the words themselves stay where they are encrypted.
            evidence=[list(span) for span in theme.evidence],
            model_version=model.version,
            list_version=frames.of(partnerships[text.free_text_id]).version,
        )
        for text, themes in zip(texts, model.suggest_themes(comments), strict=True)
        for theme in in_list(themes, frames.of(partnerships[text.free_text_id]))
    ]
