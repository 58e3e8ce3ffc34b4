"""Who may read what women wrote, and make it safe."""

from surveys.core.actors import Actor
from surveys.people.roles import Permission
from surveys.responses.models import FreeText, Response


def may_check(by: Actor, text: FreeText) -> bool:
    """Whether `by` may read the raw words of this text, hide details, set it aside and decide about risk.

    What was told after a loss is for specialist moderators alone; no other role reaches it, held anywhere.
    """
    return may_judge(by, text.response)


def may_judge(by: Actor, response: Response) -> bool:
    """Whether `by` may say that a response is no feedback; who may read the raw words of its texts."""
    wanted = Permission.MODERATE_LOSS if response.after_loss else Permission.MODERATE
    return by.may(wanted, response.partnership_id)
