"""Who may ask a woman something about what she told."""

from uuid import UUID

from surveys.core.actors import Actor
from surveys.core.errors import require
from surveys.people.roles import Permission
from surveys.responses.models import Channel, Response

# Whoever gathered these has no receipt to come back with.
WITHOUT_RECEIPT = (Channel.IMPORT,)


def require_asker(by: Actor, partnership_id: UUID) -> None:
    """Raise NotAllowed unless `by` may ask in the name of this MVP."""
    require(by.may(Permission.ASK_BACK, partnership_id))


def may_be_asked(response: Response) -> bool:
    """Whether a question could reach her, and may: never after a loss, never what has been taken back."""
    return (
        response.withdrawn_at is None and not response.after_loss and response.channel not in WITHOUT_RECEIPT
    )
