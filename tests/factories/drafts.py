"""Tellings that are not finished, for tests."""

from uuid import UUID, uuid4

from surveys.responses.drafts.unsent import Unsent
from tests.factories.world import Place

WORDS = "Zażółć gęślą jaźń\n\nممتاز 👶"


def unsent(place: Place, *, key: UUID | None = None, **given: str) -> Unsent:
    """A telling to the place's hospital that is not finished."""
    return Unsent(
        key=key or uuid4(),
        partnership_id=place.mvp.pk,
        version_id=place.version.pk,
        route="feedback:start",
        parts=("leicester",),
        language="pl",
        given={name: [value] for name, value in (given or {"q-good": WORDS}).items()},
    )
