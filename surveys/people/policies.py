"""Who may give and end roles."""

from uuid import UUID

from surveys.core.actors import Actor
from surveys.core.errors import require
from surveys.people.models import User
from surveys.people.roles import Permission


def require_keeper(by: Actor, *, of: User, organisation_id: UUID) -> None:
    """Raise NotAllowed unless `by` keeps people right here, and is not about to change her own roles.

    An officer reads no raw words; she must not be able to let herself.
    """
    require(by.may(Permission.MANAGE, organisation_id))
    require(by.actor_id != of.pk, "You cannot change your own roles. Ask another officer.")
