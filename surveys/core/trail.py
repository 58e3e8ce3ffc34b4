"""Reads the audit trail for the person it is about."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from surveys.core.models import AuditEvent


@dataclass(frozen=True)
class Deed:
    """One line of the trail: what was done to what, where; never anybody's words."""

    at: datetime
    verb: str
    subject_kind: str
    subject_id: UUID | None
    organisation_id: UUID | None
    facts: dict[str, Any]


def done_by(actor_id: UUID) -> list[Deed]:
    """All that somebody has done, the latest first."""
    return _deeds(AuditEvent.objects.filter(actor_id=actor_id))


def done_to(subject_ids: Collection[UUID]) -> list[Deed]:
    """All that was done to these rows, by whomsoever, the latest first."""
    return _deeds(AuditEvent.objects.filter(subject_id__in=subject_ids))


def actors_of(verb: str, subject_id: UUID) -> list[tuple[UUID, datetime]]:
    """Which people did this to a row, and when, the latest first."""
    events = AuditEvent.objects.filter(subject_id=subject_id, verb=verb, actor_id__isnull=False)
    rows = events.order_by("-at", "-id").values_list("actor_id", "at")
    return [(actor_id, at) for actor_id, at in rows if actor_id is not None]


def _deeds(events: QuerySet[AuditEvent]) -> list[Deed]:
    columns = ("at", "verb", "subject_kind", "subject_id", "organisation_id", "facts")
    return [Deed(*row) for row in events.order_by("-at", "-id").values_list(*columns)]
