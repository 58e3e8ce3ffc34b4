"""Texts that the worker has screened and themed, through its own services."""

from typing import Any

from surveys.moderation import services as moderation
from surveys.notifications import handlers
from surveys.responses.models import FreeText
from surveys.themes import analysis
from tests.factories.feedback import received
from tests.factories.world import NOW, Place


def screened(place: Place, **answers: Any) -> FreeText:
    """The (first) text of a response that has been screened."""
    response = received(place, **answers)
    moderation.screen([response.pk], now=NOW)
    return response.texts.order_by("created_at", "id")[0]


def themed(place: Place, **answers: Any) -> FreeText:
    """The (first) text of a response that has been screened and given theme suggestions."""
    text = screened(place, **answers)
    analysis.suggest([text.response_id], now=NOW)
    return text


def worked_off() -> None:
    """Every message that waits has been acted on, as the worker does it."""
    while handlers.settle(now=lambda: NOW, on_failure=_fail):
        pass


def _fail(topic: str, error: Exception) -> None:
    raise AssertionError(topic) from error
