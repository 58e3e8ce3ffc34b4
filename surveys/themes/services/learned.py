"""Take back what the machine learned."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from surveys.core import audit
from surveys.core.errors import Conflict, DomainError, require
from surveys.outbox import services as outbox
from surveys.people.models import User
from surveys.themes import policies
from surveys.themes.models import LearnedVersion
from surveys.themes.queries.learned import in_use
from surveys.themes.queries.undecided import undecided_responses
from surveys.themes.services.codeframes import SUGGEST


@transaction.atomic
def roll_back(version_id: UUID, *, why: str, by: User, now: datetime) -> LearnedVersion:
    """The version before (or the shipped model) suggests again, and reads anew what nobody has decided about.

    Raises Conflict when the version is not in use, DomainError without a reason.
    """
    version = LearnedVersion.objects.select_for_update(of=("self",)).defer("content").get(pk=version_id)
    require(policies.may_keep_list(by, version.organisation_id))
    if not why.strip():
        raise DomainError("Say why you take it back.")
    if in_use(version.organisation_id) != version:
        raise Conflict("This version is not in use. Open the page again to see which one is.")
    version.ended_by, version.ended_at, version.why = by, now, why.strip()
    version.save(update_fields=["ended_by", "ended_at", "why"])
    outbox.publish(SUGGEST, subjects=undecided_responses(version.organisation_id), due_at=now)
    audit.record(
        "take back what was learned", subject=version, organisation_id=version.organisation_id, by=by, now=now
    )
    return version
