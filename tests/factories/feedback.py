"""Responses for tests, received through the product's own door."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from surveys.questionnaires import queries as questionnaires
from surveys.responses import services as responses
from surveys.responses.models import Channel, Purpose, Response
from surveys.responses.submission import Submission, submission
from tests.factories.world import NOW, Place

ALL_CONSENTS: Mapping[Purpose, bool] = dict.fromkeys(Purpose, True)


def prepared(place: Place, *, key: UUID | None = None, at: datetime = NOW, **answers: Any) -> Submission:
    """A submission to the place's hospital, ready to be received; every consent is given."""
    return submission(
        key=key or uuid4(),
        partnership_id=place.mvp.pk,
        unit_id=place.site.pk,
        version_id=place.version.pk,
        definition=questionnaires.definition(place.version),
        answers={"stage": "birth", "fft": "good"} | answers,
        consents=ALL_CONSENTS,
        channel=Channel.WEB,
        language="en",
        received_at=at,
    )


def received(place: Place, *, at: datetime = NOW, **answers: Any) -> Response:
    """A stored response."""
    given = prepared(place, at=at, **answers)
    responses.receive(given, now=at)
    return Response.objects.get(submission_key=given.key)


def told_after_loss(
    place: Place, *, at: datetime = NOW, consents: Mapping[Purpose, bool] = ALL_CONSENTS, **answers: Any
) -> Response:
    """What a parent told the LMS after a loss, stored."""
    given = submission(
        key=uuid4(),
        partnership_id=place.lms.pk,
        unit_id=place.site.pk,
        version_id=place.loss_version.pk,
        definition=questionnaires.definition(place.loss_version),
        answers={"happened": "late"} | answers,
        consents=consents,
        channel=Channel.WEB,
        language="en",
        received_at=at,
        contact="parent@example.org",
        after_loss=True,
    )
    responses.receive(given, now=at)
    return Response.objects.get(submission_key=given.key)
