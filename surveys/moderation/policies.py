"""Who may read what women wrote, and make it safe."""

from datetime import datetime
from uuid import UUID

from surveys.core.actors import Actor
from surveys.moderation.models import RiskCase
from surveys.moderation.on_call import cover
from surveys.people.roles import Permission
from surveys.responses.models import FreeText, Response


def may_check(by: Actor, text: FreeText) -> bool:
    """Whether `by` may read the raw words of this text, hide details, set it aside and decide about risk.

    What was told after a loss is for specialist moderators alone; no other role reaches it, held anywhere.
    """
    return may_judge(by, text.response)


def may_judge(by: Actor, response: Response) -> bool:
    """Whether `by` may say that a response is no feedback; who may read the raw words of its texts."""
    wanted = Permission.MODERATE_LOSS if response.after_loss else Permission.MODERATE
    return by.may(wanted, response.partnership_id)


LOCKED = "Somebody may be in danger. Only those on call and whoever leads can open this."


def may_lead(by: Actor, organisation_id: UUID, *, after_loss: bool) -> bool:
    """Whether `by` may say who is on call: the chair; after a loss the specialist moderators themselves."""
    wanted = Permission.MODERATE_LOSS if after_loss else Permission.LEAD_ON_RISKS
    return by.may(wanted, organisation_id)


def may_handle(by: Actor, case: RiskCase, *, now: datetime) -> bool:
    """Whether `by` may open a risk and its words, and act on it: she is on call, has it in hand, or leads.

    After a loss nobody leads: any specialist may when nobody is on call, and once the risk is overdue.
    """
    text = case.free_text
    if not may_check(by, text):
        return False
    after_loss = text.response.after_loss
    if not after_loss and may_lead(by, text.partnership_id, after_loss=False):
        return True
    if by.actor_id in (case.taken_by_id, case.decided_by_id):
        return True
    covered = cover(text.partnership_id, after_loss=after_loss, now=now)
    if by.actor_id in [user.pk for user in covered.on_call]:
        return True
    is_lead = by.actor_id in [user.pk for user in covered.leads]
    return is_lead and (not after_loss or not covered.on_call or case.escalated > 0)


def may_open(by: Actor, text: FreeText, *, now: datetime) -> bool:
    """Whether `by` may read the raw words of a text at this moment: an open risk locks it."""
    case = RiskCase.objects.filter(free_text=text, decided_at__isnull=True).first()
    return may_check(by, text) if case is None else may_handle(by, case, now=now)
