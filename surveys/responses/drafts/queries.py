"""Finds a draft for whoever holds its code or its link: nobody else can, and nothing lists drafts."""

from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from surveys.responses.drafts import codes
from surveys.responses.drafts.models import Draft
from surveys.responses.drafts.unsent import Kept as Kept
from surveys.responses.drafts.unsent import Unsent as Unsent
from surveys.responses.drafts.unsent import opened
from surveys.responses.models import Response

SENT = Exists(Response.objects.filter(submission_key=OuterRef("submission_key")))


def by_code(code: str, *, now: datetime) -> Kept | None:
    """The draft of this code, unless it has been sent, forgotten, or its time is over."""
    return _kept(_living(now).filter(code_digest=codes.fingerprint(code)).first())


def by_link(token: str, *, now: datetime) -> Kept | None:
    """The draft of this link, likewise."""
    return _kept(_living(now).filter(link_digest=codes.token_fingerprint(token)).first())


def by_key(key: UUID, *, now: datetime) -> Kept | None:
    """The draft of the telling with this submission key, likewise."""
    return _kept(_living(now).filter(submission_key=key).first())


def _living(now: datetime) -> QuerySet[Draft]:
    return Draft.objects.filter(~SENT, expires_at__gt=now)


def _kept(draft: Draft | None) -> Kept | None:
    if draft is None:
        return None
    unsent = Unsent(
        key=draft.submission_key,
        partnership_id=draft.partnership_id,
        version_id=draft.version_id,
        route=draft.route,
        parts=tuple(draft.parts),
        language=draft.language,
        given=opened(draft.ciphertext),
        turn=draft.turn,
    )
    return Kept(unsent=unsent, saved_at=draft.saved_at, expires_at=draft.expires_at)
