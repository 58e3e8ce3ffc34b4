"""What somebody has looked for today."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from surveys.core.secrets import decrypt
from surveys.people.models import User
from surveys.themes.search.models import SearchQuestion

KEPT = timedelta(days=1)


@dataclass(frozen=True)
class Asked:
    """Her own words, and what they mean: None while no worker has said so, empty without a network."""

    id: UUID
    words: str
    meaning: bytes | None


def asked(
    question_id: UUID, *, organisation_id: UUID, after_loss: bool, by: User, now: datetime
) -> Asked | None:
    """What she herself looked for here within the last day; None for anything else."""
    found = SearchQuestion.objects.filter(
        pk=question_id,
        asked_by=by,
        organisation_id=organisation_id,
        after_loss=after_loss,
        asked_at__gt=now - KEPT,
    ).first()
    if found is None:
        return None
    meaning = None if found.meaning is None else bytes(found.meaning)
    return Asked(found.pk, decrypt(found.ciphertext.encode()), meaning)
