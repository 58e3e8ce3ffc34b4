"""Comments whose theme was split, and which a person has to look at again."""

from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from surveys.moderation import queries as moderation
from surveys.responses import queries as responses
from surveys.responses.models import FreeText, Purpose
from surveys.themes.queries.codes import decided
from surveys.themes.queries.frames import codeframe, counts_as


def to_look_at_again(partnership_id: UUID, *, after_loss: bool = False) -> QuerySet[FreeText]:
    """The safe texts with a decision for a code that has been split since, the oldest first.

    A decision made anew knows the new codes only, so nobody has to tick a text off.
    """
    wanted = Q(pk__in=[])
    for code in codeframe(partnership_id).asks_again():
        wanted |= counts_as(code)
    asked = decided().filter(wanted, free_text=OuterRef("pk"))
    return (
        moderation.cleared([partnership_id], after_loss=after_loss)
        .filter(Exists(asked), responses.agreed_to(Purpose.THEMES))
        .order_by(responses.SAID_AT, "id")
    )
