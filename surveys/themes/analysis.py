"""The machine's part in themes. Worker only: no web process may reach the text model (checked)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from surveys.core import audit
from surveys.core.actors import SYSTEM
from surveys.moderation import services as moderation
from surveys.outbox import services as outbox
from surveys.responses import queries as responses
from surveys.responses.models import FreeText, Purpose
from surveys.themes import learning
from surveys.themes.listed import comment_of, in_list
from surveys.themes.models import CodeframeVersion, ThemeSuggestion
from surveys.themes.queries.frames import codeframe
from surveys.themes.queries.undecided import undecided_responses
from surveys.themes.services import CHANGED, SUGGEST
from surveys.themes.text_model.interface import ThemeSuggestion as Suggested


@transaction.atomic
def suggest(response_ids: Sequence[UUID], *, now: datetime) -> None:
    """Read the texts of these responses: suggest themes in place of those before, settle what sounds like
    danger, and mark details to hide that the rules left.

    A text whose woman did not agree to themes gets none and keeps none; the rest is minded all the same. One
    whose woman took her response back is not read.
    """
    words = moderation.words_for_analysis(_standing_texts(response_ids), now=now)
    agreed = set(_agreed_texts(response_ids))
    heard_by = responses.partnerships_of(text.free_text_id for text in words)
    rows: list[ThemeSuggestion] = []
    for partnership in set(heard_by.values()):
        model = learning.model_for(partnership)
        theirs = [text for text in words if heard_by[text.free_text_id] == partnership]
        read = dict(
            zip(
                [text.free_text_id for text in theirs],
                model.read([comment_of(text) for text in theirs]),
                strict=True,
            )
        )
        moderation.hide_also(
            {key: one.details for key, one in read.items() if one.details}, version=model.version, now=now
        )
        looks = {key: moderation.Look(one.danger, one.looks_harmless) for key, one in read.items()}
        moderation.second_look(looks, version=model.version, now=now)
        rows += _suggestions(
            {key: one.themes for key, one in read.items() if key in agreed}, partnership, model.version
        )
    ThemeSuggestion.objects.filter(free_text__response_id__in=response_ids).delete()
    ThemeSuggestion.objects.bulk_create(rows)
    outbox.publish(CHANGED, subjects=response_ids, due_at=now)
    audit.record(
        "suggest themes",
        by=SYSTEM,
        now=now,
        facts={"texts": len(words), "suggestions": len(rows)},
    )


def _standing_texts(response_ids: Sequence[UUID]) -> list[UUID]:
    texts = FreeText.objects.filter(response_id__in=response_ids, response__withdrawn_at__isnull=True)
    return list(texts.values_list("pk", flat=True))


def _agreed_texts(response_ids: Sequence[UUID]) -> list[UUID]:
    texts = FreeText.objects.filter(responses.agreed_to(Purpose.THEMES), response_id__in=response_ids)
    return list(texts.values_list("pk", flat=True))


@transaction.atomic
def suggest_again(version_ids: Sequence[UUID], *, now: datetime) -> None:
    """A themes list has changed: what no person has decided about is read again, and all is counted again."""
    for partnership_id in CodeframeVersion.objects.filter(pk__in=version_ids).values_list(
        "organisation_id", flat=True
    ):
        waiting = undecided_responses(partnership_id)
        texts = FreeText.objects.filter(partnership_id=partnership_id, decisions__isnull=False)
        decided = set(texts.values_list("response_id", flat=True))
        outbox.publish(SUGGEST, subjects=waiting, due_at=now)
        outbox.publish(CHANGED, subjects=decided - waiting, due_at=now)


def _suggestions(
    themes_by_text: Mapping[UUID, Sequence[Suggested]], partnership_id: UUID, model_version: str
) -> list[ThemeSuggestion]:
    frame = codeframe(partnership_id)
    return [
        ThemeSuggestion(
            free_text_id=key,
            code=theme.code,
            sentiment=theme.sentiment,
            score=theme.score,
            # Positions only: the words themselves stay where they are encrypted.
            evidence=[list(span) for span in theme.evidence],
            model_version=model_version,
            list_version=frame.version,
        )
        for key, themes in themes_by_text.items()
        for theme in in_list(themes, frame)
    ]
