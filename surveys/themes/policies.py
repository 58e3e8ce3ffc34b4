"""Who may say what a comment is about."""

from uuid import UUID

from surveys.core.actors import Actor
from surveys.people.roles import Permission


def may_decide(by: Actor, partnership_id: UUID) -> bool:
    """Whether `by` may accept, change and reject the themes of this MVP's comments."""
    return by.may(Permission.THEME, partnership_id)
