"""Messages that wait until what they ask for has been done."""

from django.db import models
from django.db.models.functions import Now

from surveys.core.fates import Fates
from surveys.core.models import Row


class Message(Row):
    """Something that happened and that a worker must act on; deleted in the transaction that acts on it."""

    fates = Fates(retention="message", kept="id created_at topic subject_id due_at attempts error")

    topic = models.TextField()
    subject_id = models.UUIDField()
    due_at = models.DateTimeField(db_default=Now())
    # How often acting on it has failed.
    attempts = models.PositiveSmallIntegerField(db_default=0)
    # The type of the last failure, never its message.
    error = models.TextField(db_default="")

    class Meta:
        indexes = [models.Index(fields=["topic", "due_at"], name="message_by_due")]
