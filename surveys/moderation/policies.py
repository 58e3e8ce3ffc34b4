"""Who may read what women wrote, and make it safe."""

from surveys.core.actors import Actor
from surveys.people.roles import Permission
from surveys.responses.models import FreeText


def may_check(by: Actor, text: FreeText) -> bool:
    """Whether `by` may read the raw words of this text, hide details, set it aside and decide about risk.

    What was told after a loss is for specialist moderators alone; no other role reaches it, held anywhere.
    """
    wanted = Permission.MODERATE_LOSS if text.response.after_loss else Permission.MODERATE
    return by.may(wanted, text.partnership_id)
