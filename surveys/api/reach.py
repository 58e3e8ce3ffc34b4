"""What a key reaches: its organisation and all that is part of it today."""

from datetime import datetime
from uuid import UUID

from surveys.core.clock import local_date
from surveys.core.errors import DomainError
from surveys.organisations import queries as organisations
from surveys.organisations.queries import Kind, Organisation
from surveys.questionnaires import queries as questionnaires
from surveys.questionnaires.queries import Questionnaire, QuestionnaireVersion


def organisation_ids(holder: Organisation, *, now: datetime) -> frozenset[UUID]:
    """The key's organisation and its parts."""
    return organisations.ids_under([holder.pk], on=local_date(now))


def unit(slug: str, holder: Organisation, *, now: datetime) -> Organisation:
    """A unit or partnership within reach. Raises the same DomainError for unknown and out of reach."""
    found = organisations.by_slug(slug)
    if found is None or found.pk not in organisation_ids(holder, now=now):
        raise DomainError(f"There is no unit “{slug}” that this key may send feedback about.")
    return found


def partnership_of(place: Organisation, *, now: datetime) -> Organisation:
    """The MVP that listens for a unit. Raises DomainError where there is none."""
    found = organisations.over(place, kind=Kind.MVP, on=local_date(now))
    if found is None:
        raise DomainError(f"No partnership listens for “{place.slug}”.")
    return found


def feedback_version(partnership: Organisation) -> QuestionnaireVersion:
    """What the partnership asks now. Raises DomainError where it asks nothing yet."""
    version = questionnaires.current_version(partnership, purpose=Questionnaire.Purpose.FEEDBACK)
    if version is None:
        raise DomainError("This partnership does not ask for feedback yet.")
    return version
