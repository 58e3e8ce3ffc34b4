"""What was hidden, or would be, and need not: shown, with a reason that is kept."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from surveys.core import audit
from surveys.core.actors import SYSTEM
from surveys.core.errors import Conflict, DomainError, require
from surveys.moderation import parts, policies, redaction
from surveys.moderation.models import Clearance, Unhidden
from surveys.moderation.redaction import Redaction
from surveys.outbox import services as outbox
from surveys.people.models import User
from surveys.responses import raw_text
from surveys.responses.models import FreeText

# Others may read a text, or more of it than before.
CLEARED = "moderation.cleared"


@transaction.atomic
def unhide(
    free_text_id: UUID, *, marks: Sequence[Redaction], reason: str, by: User, now: datetime
) -> Clearance:
    """Others may read these stretches of a safe text again.

    Raises DomainError without a known reason, Conflict where the text is not safe to read or one of the
    stretches is not hidden any more.
    """
    text = FreeText.objects.select_for_update(of=("self",)).select_related("response").get(pk=free_text_id)
    require(policies.may_check(by, text))
    require(policies.may_open(by, text, now=now), policies.LOCKED)
    clearance = Clearance.objects.filter(pk=text.pk, outcome=Clearance.Outcome.CLEARED).first()
    hidden = parts.read(clearance.redactions) if clearance else ()
    if clearance is None or not set(marks) <= set(hidden):
        raise Conflict("This has been changed since you opened it. Please look again.")
    note_unhidden(text, marks, was_hidden=True, reason=reason, by=by, now=now)
    left = [mark for mark in hidden if mark not in marks]
    words = raw_text.read([text.pk], by=SYSTEM, now=now)[text.pk]
    clearance.redactions, clearance.safe_text = parts.stored(left), redaction.apply(words, left)
    clearance.save(update_fields=["redactions", "safe_text"])
    outbox.publish(CLEARED, subjects=[text.pk], due_at=now)
    facts = {"shown": len(marks), "reason": reason}
    audit.record("unhide", subject=text, organisation_id=text.partnership_id, by=by, now=now, facts=facts)
    return clearance


def note_unhidden(
    text: FreeText, marks: Sequence[Redaction], *, was_hidden: bool, reason: str, by: User, now: datetime
) -> None:
    """Keep why these may be read. Raises DomainError where there are some and no known reason."""
    if marks and reason not in Unhidden.Reason.values:
        raise DomainError("Say why this need not be hidden.")
    Unhidden.objects.bulk_create(
        Unhidden(
            free_text=text,
            start=mark.start,
            end=mark.end,
            kind=mark.kind,
            was_hidden=was_hidden,
            reason=reason,
            decided_by=by,
            decided_at=now,
        )
        for mark in marks
    )
