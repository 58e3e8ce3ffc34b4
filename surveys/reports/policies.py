"""Who may make reports, sign them off, and read them."""

from uuid import UUID

from surveys.core.actors import Actor
from surveys.core.errors import require
from surveys.people.roles import Permission


def require_compiler(by: Actor, organisation_id: UUID) -> None:
    """Raise NotAllowed unless `by` compiles reports here.

    Only those who also read what women wrote: one draft less another would show anybody else a single woman.
    """
    require(by.may(Permission.COMPILE_REPORTS, organisation_id))


def require_signatory(by: Actor, organisation_id: UUID) -> None:
    """Raise NotAllowed unless `by` signs reports off here."""
    require(by.may(Permission.SIGN_OFF_REPORTS, organisation_id), "Only a chair can sign this report off.")
