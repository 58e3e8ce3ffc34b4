"""Who may say what a comment is about, and what it may be about."""

from collections.abc import Iterable
from uuid import UUID

from surveys.core.actors import Actor
from surveys.people import queries as people
from surveys.people.models import User
from surveys.people.roles import Permission
from surveys.responses.models import FreeText


def may_decide(by: Actor, text: FreeText) -> bool:
    """Whether `by` may accept, change and reject the themes of this text; after a loss, only a specialist."""
    wanted = Permission.MODERATE_LOSS if text.response.after_loss else Permission.THEME
    return by.may(wanted, text.partnership_id)


def may_keep_list(by: Actor, organisation_id: UUID) -> bool:
    """Whether `by` may change the themes list of a partnership (or of an LMS)."""
    return by.may(Permission.KEEP_THEMES, organisation_id)


def may_code(by: Actor, organisation_id: UUID) -> bool:
    """Whether `by` may code comments of a partnership blind, as a second person."""
    return by.may(Permission.THEME, organisation_id)


def may_search(by: Actor, organisation_id: UUID, *, after_loss: bool) -> bool:
    """Whether `by` may look for words in what is safe to read; after a loss, only a specialist."""
    return by.may(Permission.MODERATE_LOSS if after_loss else Permission.READ_WORDS, organisation_id)


def searchable(by: User, organisation_ids: Iterable[UUID], *, after_loss: bool) -> list[UUID]:
    """Those of these organisations whose comments `by` may search."""
    own = people.organisation_ids(by, Permission.MODERATE_LOSS if after_loss else Permission.READ_WORDS)
    return [key for key in organisation_ids if key in own]
