"""Where roles, keys and help lines can be: the organisation of the page and its parts."""

from datetime import datetime

from django.db.models import QuerySet

from surveys.core.clock import local_date
from surveys.organisations import queries as organisations
from surveys.organisations.queries import Kind, Organisation
from surveys.web.desk.scope import organisation_ids

# Roles and keys are held at these; what they open reaches the units below.
HOLDERS = (Kind.LMS, Kind.MVP, Kind.TRUST)


def parts(organisation: Organisation, *, now: datetime) -> QuerySet[Organisation]:
    """The organisation and everything that is part of it today."""
    return organisations.existing(local_date(now)).filter(pk__in=organisation_ids(organisation, now=now))


def holders(organisation: Organisation, *, now: datetime) -> QuerySet[Organisation]:
    """Those of them at which a role or a key can be held."""
    return parts(organisation, now=now).filter(kind__in=HOLDERS)
