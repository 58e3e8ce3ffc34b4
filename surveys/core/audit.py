"""Writes the audit trail, inside the caller's transaction."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, models

from surveys.core.actors import Actor

# The head of an audit row's insert, for a statement that notes what it does itself.
INTO = "INSERT INTO core_auditevent (at, actor_id, verb, subject_kind, subject_id, organisation_id, facts)"
INSERT = f"{INTO} VALUES (%s, %s, %s, %s, %s, %s, %s)"


def record(
    verb: str,
    *,
    by: Actor,
    now: datetime,
    subject: models.Model | None = None,
    subject_kind: str = "",
    subject_id: UUID | None = None,
    organisation_id: UUID | None = None,
    facts: Mapping[str, Any] | None = None,
) -> None:
    """Note that `by` did `verb` to the subject. `facts` are counts, codes and keys, never people's words."""
    kind = subject._meta.label_lower if subject is not None else subject_kind
    key = subject.pk if subject is not None else subject_id
    with connection.cursor() as cursor:
        cursor.execute(
            INSERT, [now, by.actor_id, verb, kind, key, organisation_id, json.dumps(facts or {}, default=str)]
        )
