"""Who may read what women wrote, and make it safe."""

from uuid import UUID

from surveys.core.actors import Actor
from surveys.people.roles import Permission


def may_check(by: Actor, partnership_id: UUID) -> bool:
    """Whether `by` may read raw words of this MVP, hide details, set aside and decide about risk."""
    return by.may(Permission.MODERATE, partnership_id)
