"""Many voices at once, with their themes, for tests about figures."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from surveys.organisations.models import Organisation
from surveys.reports import rollups
from surveys.responses import services as responses
from surveys.responses.models import FreeText
from surveys.themes.models import ThemeSuggestion
from tests.factories.feedback import prepared
from tests.factories.world import NOW, Place


def voices(
    place: Place,
    number: int,
    *,
    at: datetime = NOW,
    unit: Organisation | None = None,
    themes: Mapping[str, str] | None = None,
    **answers: Any,
) -> None:
    """`number` women said the same of a unit (the hospital, where none is named).

    With `themes` (sentiment by code) they wrote something about them.
    """
    if themes is not None:
        answers = {"good": "Words about it"} | answers
    about = (unit or place.site).pk
    given = [replace(prepared(place, at=at, **answers), unit_id=about) for _ in range(number)]
    stored = responses.receive_many(given, now=at)
    texts = FreeText.objects.filter(response__in=stored.values())
    ThemeSuggestion.objects.bulk_create(
        ThemeSuggestion(free_text=text, code=code, sentiment=sentiment, score=0.9, model_version="test-1")
        for text in texts
        for code, sentiment in (themes or {}).items()
    )
    rollups.recount(stored.values(), now=at)
