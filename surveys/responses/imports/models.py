"""One spreadsheet on its way in, the rows that it brought, and the rows that were refused."""

from django.db import models

from surveys.core.fates import Fates
from surveys.core.models import Row
from surveys.organisations.models import Organisation
from surveys.people.models import User


class ImportBatch(Row):
    """A spreadsheet and what became of its rows. Held by a worker until `leased_until`.

    It is uploaded and matched, checked by a worker (nothing is stored), and then brought in by a worker.
    """

    fates = Fates(
        retention="response",
        kept="id created_at partnership file_name mapping state total rows accepted duplicates problem "
        "leased_until started_at finished_at",
        personal="brought_by",
    )

    class State(models.TextChoices):
        UPLOADED = "uploaded", "Columns not matched yet"
        TO_CHECK = "to_check", "Waiting to be checked"
        CHECKING = "checking", "Being checked"
        CHECKED = "checked", "Checked, not brought in yet"
        WAITING = "waiting", "Waiting to be brought in"
        RUNNING = "running", "Being brought in"
        DONE = "done", "Brought in"
        FAILED = "failed", "Could not be read"

    partnership = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    file_name = models.TextField()
    # The mapping as TOML, as it was when the rows were read.
    mapping = models.TextField(blank=True, default="")
    brought_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT)
    state = models.TextField(choices=State.choices, default=State.UPLOADED)
    # How many rows there are, once all have been read; how many have been read now, and what became of them.
    # Those refused are rows of their own.
    total = models.PositiveIntegerField(default=0)
    rows = models.PositiveIntegerField(default=0)
    accepted = models.PositiveIntegerField(default=0)
    duplicates = models.PositiveIntegerField(default=0)
    # Why the file as a whole could not be read, in words.
    problem = models.TextField(blank=True, default="")
    leased_until = models.DateTimeField(null=True)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "responses"


class ImportChunk(models.Model):
    """A piece of an uploaded file, encrypted; deleted when the file has been read."""

    fates = Fates(retention="response", kept="id batch position", words="ciphertext")

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="chunks")
    position = models.PositiveIntegerField()
    ciphertext = models.BinaryField()

    class Meta:
        app_label = "responses"
        constraints = [models.UniqueConstraint(fields=["batch", "position"], name="one_chunk_a_position")]


class ImportedRow(models.Model):
    """That a row was stored, under which key and with what content (a keyed fingerprint)."""

    fates = Fates(
        retention="response",
        kept="batch row_number",
        secret="submission_key content_digest",  # noqa: S106 - names of fields
    )

    submission_key = models.UUIDField(primary_key=True)
    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="imported")
    row_number = models.PositiveIntegerField()
    content_digest = models.TextField()

    class Meta:
        app_label = "responses"


class RefusedRow(models.Model):
    """That a row was (or would be) refused, and what to put right; never quotes free text."""

    fates = Fates(retention="response", kept="id batch row_number reason")

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="refused")
    row_number = models.PositiveIntegerField()
    reason = models.TextField()

    class Meta:
        app_label = "responses"
