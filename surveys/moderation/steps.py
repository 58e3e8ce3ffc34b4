"""The log of a risk: one line for each thing that was done, with an audit row beside it."""

from datetime import datetime
from typing import Any

from surveys.core import audit
from surveys.core.actors import Actor
from surveys.core.secrets import encrypt
from surveys.moderation.models import RiskCase, RiskStep
from surveys.people.models import User

# What the audit trail calls each.
VERBS = {
    RiskStep.Kind.RAISED: "raise risk",
    RiskStep.Kind.TAKEN: "take risk",
    RiskStep.Kind.HANDED_OVER: "hand over risk",
    RiskStep.Kind.LEVEL: "change level of risk",
    RiskStep.Kind.NOTED: "note step about risk",
    RiskStep.Kind.ALERTED: "tell who is on call of risk",
    RiskStep.Kind.ESCALATED: "escalate risk",
    RiskStep.Kind.DECIDED: "decide risk",
    RiskStep.Kind.REOPENED: "open risk again",
}


def write(
    case: RiskCase,
    kind: RiskStep.Kind,
    *,
    by: Actor,
    now: datetime,
    words: str = "",
    to: User | None = None,
    **facts: Any,
) -> RiskStep:
    """Add a line to the log of a risk; the audit row beside it has codes and no words."""
    step = RiskStep.objects.create(
        case=case,
        kind=kind,
        by_id=by.actor_id,
        to=to,
        level=case.level,
        decision=case.decision,
        words=encrypt(words).decode() if words else "",
        at=now,
    )
    audit.record(
        VERBS[kind],
        subject=case,
        organisation_id=case.free_text.partnership_id,
        by=by,
        now=now,
        facts={"level": case.level} | facts,
    )
    return step
