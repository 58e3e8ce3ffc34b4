"""Keep a telling that is not finished, forget it, and let go of those whose time is over.

Sending removes it too, in the statement that stores the response (`responses.storage`).
"""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from surveys.core import audit
from surveys.core.actors import SYSTEM
from surveys.core.errors import Conflict
from surveys.responses.drafts import codes
from surveys.responses.drafts.models import Draft
from surveys.responses.drafts.queries import SENT
from surveys.responses.drafts.unsent import Kept, Unsent, expiry, sealed
from surveys.responses.models import Response


@transaction.atomic
def save(unsent: Unsent, *, closes_at: datetime | None = None, now: datetime) -> Kept:
    """Keep a telling, instead of what was kept of it before. Raises Conflict where it has been sent."""
    if Response.objects.filter(submission_key=unsent.key).exists():
        raise Conflict("You have sent this already.")
    expires_at = expiry(closes_at=closes_at, now=now)
    draft, _is_new = Draft.objects.update_or_create(
        submission_key=unsent.key,
        defaults={
            "code_digest": codes.fingerprint(codes.code(unsent.key)),
            "link_digest": codes.token_fingerprint(codes.token(unsent.key)),
            "partnership_id": unsent.partnership_id,
            "version_id": unsent.version_id,
            "route": unsent.route,
            "parts": list(unsent.parts),
            "language": unsent.language,
            "ciphertext": sealed(unsent.given),
            "turn": unsent.turn,
            "saved_at": now,
            "expires_at": expires_at,
        },
    )
    audit.record("save draft", subject=draft, organisation_id=draft.partnership_id, by=SYSTEM, now=now)
    return Kept(unsent=unsent, saved_at=now, expires_at=expires_at)


@transaction.atomic
def forget(code: str, *, now: datetime) -> None:
    """Delete the draft of this code; an unknown one changes nothing and is not told apart."""
    draft = Draft.objects.filter(code_digest=codes.fingerprint(code)).first()
    if draft is None:
        return
    audit.record("forget draft", subject=draft, organisation_id=draft.partnership_id, by=SYSTEM, now=now)
    draft.delete()


@transaction.atomic
def let_go(*, now: datetime) -> int:
    """Delete the drafts whose time is over, or that were saved while they were being sent; how many."""
    over = Draft.objects.filter(Q(expires_at__lte=now) | SENT)
    count, _by_kind = over.delete()
    if count:
        facts = {"drafts": count}
        audit.record("let drafts go", subject_kind="responses.draft", by=SYSTEM, now=now, facts=facts)
    return count
