"""What a named person decides about a text that sounds like danger; it stops the clock."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from surveys.core import audit
from surveys.core.errors import Conflict, DomainError, require
from surveys.moderation import policies
from surveys.moderation.models import RiskCase
from surveys.moderation.services.forgetting import erase
from surveys.people.models import User


@transaction.atomic
def decide_risk(case_id: UUID, *, decision: str, told: str, by: User, now: datetime) -> RiskCase:
    """Record what was decided, why, and who was told (by role). Raises Conflict when it has been decided."""
    cases = RiskCase.objects.select_for_update(of=("self",)).select_related("free_text__response")
    case = cases.get(pk=case_id)
    partnership_id = case.free_text.partnership_id
    require(policies.may_check(by, case.free_text))
    if case.decided_at is not None:
        raise Conflict("Somebody has decided about this risk already. Their decision stands.")
    if not decision.strip() or not told.strip():
        raise DomainError("Write what you decided and why, and who was told.")
    case.decision, case.told = decision.strip(), told.strip()
    case.decided_by, case.decided_at = by, now
    case.save(update_fields=["decision", "told", "decided_by", "decided_at"])
    if case.free_text.response.withdrawn_at is not None:
        # Her words waited for this decision only.
        erase([case.free_text_id])
    audit.record(
        "decide risk",
        subject=case,
        organisation_id=partnership_id,
        by=by,
        now=now,
        facts={"level": case.level},
    )
    return case
