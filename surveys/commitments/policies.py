"""Who may keep a plan and its actions."""

from uuid import UUID

from surveys.core.actors import Actor
from surveys.core.errors import require
from surveys.people.roles import Permission


def require_plan_keeper(by: Actor, organisation_id: UUID) -> None:
    """Raise NotAllowed unless `by` keeps this organisation's plan."""
    require(by.may(Permission.MANAGE, organisation_id))


def require_action_keeper(by: Actor, organisation_id: UUID) -> None:
    """Raise NotAllowed unless `by` keeps this organisation's actions."""
    require(by.may(Permission.KEEP_ACTIONS, organisation_id))


def require_consultation_keeper(by: Actor, organisation_id: UUID) -> None:
    """Raise NotAllowed unless `by` runs this organisation's consultations."""
    require(by.may(Permission.RUN_CONSULTATIONS, organisation_id))
