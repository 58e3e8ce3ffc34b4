"""Who acts: a person with an account, an API key, or the system itself."""

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID


class Actor(Protocol):
    """Anybody whom the audit trail can name and a policy can ask."""

    @property
    def actor_id(self) -> UUID | None:
        """The account's key, or None for the system."""

    def may(self, permission: str, organisation_id: UUID) -> bool:
        """Whether the actor holds this permission at this organisation, today."""


@dataclass(frozen=True)
class System:
    """The product itself: workers, commands and the pages of women, who have no account."""

    name: str = "system"

    @property
    def actor_id(self) -> None:
        return None

    def may(self, permission: str, organisation_id: UUID) -> bool:
        return True


SYSTEM = System()
