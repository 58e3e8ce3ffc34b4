"""What a page of the desk is about: the organisation in its address and all that is part of it."""

from datetime import datetime
from uuid import UUID

from surveys.core.clock import local_date
from surveys.organisations import queries as organisations
from surveys.organisations.queries import Kind, Organisation


def partnership_ids(organisation: Organisation, *, now: datetime) -> list[UUID]:
    """Who listens here: the organisation itself (an LMS, too, can consult) and the MVPs in it."""
    found = organisations.under(organisation, kind=Kind.MVP, on=local_date(now)).exclude(pk=organisation.pk)
    return [organisation.pk, *found.values_list("pk", flat=True)]


def organisation_ids(organisation: Organisation, *, now: datetime) -> list[UUID]:
    """The organisation and all that is part of it."""
    return list(organisations.ids_under([organisation.pk], on=local_date(now)))
