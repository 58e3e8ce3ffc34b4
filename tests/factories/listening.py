"""Texts that the worker has screened and themed, through its own services."""

from datetime import datetime, timedelta
from typing import Any

from surveys.moderation import services as moderation
from surveys.moderation.models import OnCall, RiskCase
from surveys.notifications import handlers
from surveys.people.models import User
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


def decided(case: RiskCase, *, by: User, at: datetime = NOW) -> RiskCase:
    """The risk, decided."""
    return moderation.decide_risk(
        case.pk,
        decision="safeguarding",
        reason="It may go on",
        told="Safeguarding midwife, by phone",
        by=by,
        now=at,
    )


def put_on_call(place: Place, user: User, *, at: datetime = NOW, after_loss: bool = False) -> OnCall:
    """Somebody who is on call for a day from `at` on."""
    return moderation.put_on_call(
        (place.lms if after_loss else place.mvp).pk,
        user_id=user.pk,
        starts_at=at,
        ends_at=at + timedelta(days=1),
        after_loss=after_loss,
        by=place.loss_moderator if after_loss else place.chair,
        now=at,
    )


def worked_off() -> None:
    """Every message that waits has been acted on, as the worker does it."""
    while handlers.settle(now=lambda: NOW, on_failure=_fail):
        pass


def _fail(topic: str, error: Exception) -> None:
    raise AssertionError(topic) from error
