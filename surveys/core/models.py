"""What every row has, and the audit trail."""

from typing import ClassVar

from django.db import models
from django.db.models.functions import Now

from surveys.core.fates import Fates


class UuidV7(models.Func):
    """PostgreSQL's `uuidv7()`: keys that grow with time, so that new rows sit together in their index."""

    function = "uuidv7"
    template = "%(function)s()"
    output_field = models.UUIDField()


class Row(models.Model):
    """A row with a time-ordered key made by the database."""

    id = models.UUIDField(primary_key=True, db_default=UuidV7(), editable=False)
    created_at = models.DateTimeField(db_default=Now(), editable=False)

    fates: ClassVar[Fates]

    class Meta:
        abstract = True


class AuditEvent(Row):
    """Who did or read what, and when; never people's words."""

    fates = Fates(
        retention="audit",
        kept="id created_at at verb subject_kind subject_id organisation_id facts",
        personal="actor_id",
    )

    at = models.DateTimeField()
    # Empty for the system itself and for a woman, who has no account.
    actor_id = models.UUIDField(null=True)
    verb = models.TextField()
    subject_kind = models.TextField()
    subject_id = models.UUIDField(null=True)
    organisation_id = models.UUIDField(null=True)
    facts = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["subject_id", "at"], name="audit_by_subject"),
            models.Index(fields=["organisation_id", "at"], name="audit_by_organisation"),
        ]
