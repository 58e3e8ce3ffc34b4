"""Counts kept ready, and reports as they were issued."""

from django.db import models

from surveys.core.fates import Fates
from surveys.core.models import Row
from surveys.organisations.models import Organisation
from surveys.people.models import User
from surveys.reports.periods import ReportPeriod


class MonthlyCount(models.Model):
    """How many, in one MVP and month: recounted whole whenever anything in that month changes.

    `measure` says what is counted (see `rollups.counting`), `key` which one of it, `sentiment` how people
    felt about it. `unit` is the site or service, where it is known.
    """

    fates = Fates(
        retention="report", kept="id partnership unit local_month stage channel measure key sentiment count"
    )

    partnership = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey(
        Organisation, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    local_month = models.DateField()
    stage = models.TextField()
    channel = models.TextField()
    measure = models.TextField()
    key = models.TextField()
    sentiment = models.TextField(blank=True, default="")
    count = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=[
                    "partnership",
                    "local_month",
                    "measure",
                    "key",
                    "sentiment",
                    "unit",
                    "stage",
                    "channel",
                ],
                nulls_distinct=False,
                name="one_count",
            ),
        ]


class Report(Row):
    """A dataset for an organisation and a period `[starts_on, ends_on)`; frozen and hashed when it is made.

    A draft is replaced by compiling again; a signed-off report never changes (the database refuses).
    """

    fates = Fates(
        retention="report",
        kept="id created_at organisation starts_on ends_on dataset digest headline ask compiled_at "
        "signed_off_at",
        personal="compiled_by signed_off_by",
    )

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    starts_on = models.DateField()
    ends_on = models.DateField()
    dataset = models.JSONField()
    # SHA-256, in hexadecimal, of the dataset as canonical JSON.
    digest = models.TextField()
    headline = models.TextField(blank=True, default="")
    # What the board is asked to do.
    ask = models.TextField(blank=True, default="")
    compiled_at = models.DateTimeField()
    compiled_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    signed_off_at = models.DateTimeField(null=True)
    signed_off_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(signed_off_at__isnull=True, signed_off_by__isnull=True)
                | models.Q(signed_off_at__isnull=False, signed_off_by__isnull=False),
                name="sign_off_is_whole",
            ),
            models.CheckConstraint(
                condition=models.Q(ends_on__gt=models.F("starts_on")), name="report_covers_days"
            ),
        ]

    @property
    def period_name(self) -> str:
        """ "July to September 2026"."""
        return ReportPeriod(self.starts_on, self.ends_on).name


class Document(Row):
    """A signed-off report as a file, kept as it was sent."""

    fates = Fates(retention="report", kept="id created_at report kind content digest")

    class Kind(models.TextChoices):
        HTML = "html", "Web page"
        PDF = "pdf", "PDF"
        XLSX = "xlsx", "Spreadsheet"
        JSON = "json", "Data"

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="documents")
    kind = models.TextField(choices=Kind.choices)
    content = models.BinaryField()
    digest = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "kind"], name="one_document_a_kind")]
