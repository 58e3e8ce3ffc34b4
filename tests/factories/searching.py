"""Comments that are safe to read and have been made findable, as the worker does it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from surveys.moderation import services as moderation
from surveys.moderation.redaction import Redaction
from surveys.people.models import User
from surveys.responses.models import FreeText, Response
from surveys.themes import queries, services
from surveys.themes.queries import FoundPage, Looked
from tests.factories.feedback import told_after_loss
from tests.factories.listening import themed
from tests.factories.world import NOW, Place


def findable(place: Place, *, hide: Sequence[Redaction] = (), at: datetime = NOW, **answers: Any) -> FreeText:
    """The (first) text of a response, checked, with these details hidden."""
    text = themed(place, at=at, **answers)
    moderation.clear(text.pk, redactions=hide, why_not="word", by=place.chair, now=NOW)
    services.make_findable([text.pk], now=NOW)
    return text


def findable_after_loss(place: Place, **answers: Any) -> FreeText:
    """A text of what a parent told after a loss, checked by a specialist."""
    response: Response = told_after_loss(place, **answers)
    moderation.screen([response.pk], now=NOW)
    text = response.texts.order_by("created_at", "id")[0]
    moderation.clear(text.pk, redactions=[], by=place.loss_moderator, now=NOW)
    services.make_findable([text.pk], now=NOW)
    return text


def search(
    place: Place, typed: str = "", *, by: User | None = None, after_loss: bool = False, **looked: Any
) -> FoundPage:
    """What somebody (else the chair) finds at a place, by words and filters."""
    return queries.search(
        [place.lms.pk, place.mvp.pk],
        Looked(terms=queries.terms(typed), **looked),
        after_loss=after_loss,
        by=by or place.chair,
    )


def words_found(found: FoundPage) -> list[str]:
    """The words of what was found, in order."""
    return ["".join(part.text for part in one.parts) for one in found.found]
