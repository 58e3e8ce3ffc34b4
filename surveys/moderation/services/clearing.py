"""A person's decision about one text: safe to read once details are hidden, or set aside."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from surveys.core import audit
from surveys.core.actors import SYSTEM
from surveys.core.errors import Conflict, DomainError, require
from surveys.moderation import claims, parts, policies, redaction
from surveys.moderation.models import Claim, Clearance, RiskCase, Screening
from surveys.moderation.redaction import Redaction
from surveys.moderation.redaction.spans import merged
from surveys.moderation.services.unhiding import CLEARED, note_unhidden
from surveys.outbox import services as outbox
from surveys.people.models import User
from surveys.responses import raw_text
from surveys.responses.models import FreeText


@transaction.atomic
def clear(
    free_text_id: UUID, *, redactions: Sequence[Redaction], why_not: str = "", by: User, now: datetime
) -> Clearance:
    """Others may read the text from now on, with these details hidden.

    `why_not`: the reason (`Unhidden.Reason`) for leaving readable what the machine would hide, where she
    does. Saying the same twice changes nothing. Raises Conflict when somebody else has decided or has it
    open, or a risk has to be decided first; DomainError when a redaction does not fit the text, or that
    reason is missing.
    """
    text = _to_decide(free_text_id, by, now)
    marks = parts.stored(merged(redactions))
    earlier = Clearance.objects.filter(pk=text.pk).first()
    if earlier is not None:
        return _same_or_conflict(earlier, by, Clearance.Outcome.CLEARED, marks)
    screening = Screening.objects.filter(pk=text.pk).first()
    left = parts.not_covered(parts.read(screening.redactions) if screening else (), redactions)
    note_unhidden(text, left, was_hidden=False, reason=why_not, by=by, now=now)
    cleared = Clearance.objects.create(
        free_text=text,
        outcome=Clearance.Outcome.CLEARED,
        redactions=marks,
        safe_text=_safe_text(text, redactions, now),
        cleared_by=by,
        cleared_at=now,
    )
    Claim.objects.filter(pk=text.pk).delete()
    outbox.publish(CLEARED, subjects=[text.pk], due_at=now)
    _note("clear", text, by, now, hidden=len(marks))
    return cleared


@transaction.atomic
def set_aside(free_text_id: UUID, *, reason: str, by: User, now: datetime) -> Clearance:
    """Nobody else reads the text; the reason is kept. Raises Conflict as `clear` does."""
    text = _to_decide(free_text_id, by, now)
    if not reason.strip():
        raise DomainError("Say why you set this comment aside.")
    earlier = Clearance.objects.filter(pk=text.pk).first()
    if earlier is not None:
        return _same_or_conflict(earlier, by, Clearance.Outcome.SET_ASIDE, [])
    aside = Clearance.objects.create(
        free_text=text,
        outcome=Clearance.Outcome.SET_ASIDE,
        reason=reason.strip(),
        cleared_by=by,
        cleared_at=now,
    )
    Claim.objects.filter(pk=text.pk).delete()
    _note("set aside", text, by, now)
    return aside


@transaction.atomic
def undo(free_text_id: UUID, *, by: User, now: datetime) -> None:
    """The text waits to be checked again, and nobody else reads it until then."""
    text = _locked(free_text_id, by)
    if text.response.set_aside_at is not None:
        raise Conflict("The whole answer was set aside. Bring all of it back first.")
    removed, _ = Clearance.objects.filter(pk=text.pk).delete()
    if not removed:
        raise Conflict("This comment is already waiting to be checked.")
    _note("undo clearance", text, by, now)


def _to_decide(free_text_id: UUID, by: User, now: datetime) -> FreeText:
    text = _locked(free_text_id, by)
    claims.require_free(text.pk, by=by, now=now)
    if text.response.withdrawn_at is not None:
        raise Conflict("She has taken this feedback back. There is nothing left to check.")
    if text.response.set_aside_at is not None:
        raise Conflict("The whole answer was set aside. Bring all of it back first.")
    return text


def _locked(free_text_id: UUID, by: User) -> FreeText:
    # The lock makes the second of two people wait, and then see what the first decided.
    texts = FreeText.objects.select_for_update(of=("self",)).select_related("response")
    text = texts.get(pk=free_text_id)
    require(policies.may_check(by, text))
    # Nothing else may happen to a text while somebody could be in danger.
    if RiskCase.objects.filter(free_text=text, decided_at__isnull=True).exists():
        raise Conflict("Somebody may be in danger. Please decide about the risk first.")
    return text


def _same_or_conflict(
    earlier: Clearance, by: User, outcome: Clearance.Outcome, marks: list[dict[str, object]]
) -> Clearance:
    if (earlier.cleared_by_id, earlier.outcome, earlier.redactions) == (by.pk, outcome, marks):
        return earlier
    raise Conflict("This comment has been decided already. Nothing of it was changed.")


def _safe_text(text: FreeText, redactions: Sequence[Redaction], now: datetime) -> str:
    words = raw_text.read([text.pk], by=SYSTEM, now=now)[text.pk]
    try:
        return redaction.apply(words, redactions)
    except ValueError as error:
        raise DomainError("What you marked does not fit this comment. Please mark it again.") from error


def _note(verb: str, text: FreeText, by: User, now: datetime, **facts: int) -> None:
    audit.record(verb, subject=text, organisation_id=text.partnership_id, by=by, now=now, facts=facts)
