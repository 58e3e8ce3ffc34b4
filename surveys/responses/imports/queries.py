"""How far imports are, and which rows were refused."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from surveys.responses.imports.models import ImportBatch as ImportBatch
from surveys.responses.imports.models import RefusedRow


@dataclass(frozen=True)
class Progress:
    """What has become of a batch's rows so far."""

    rows: int
    accepted: int
    duplicates: int
    refused: int


def batches(partnership_ids: Collection[UUID]) -> QuerySet[ImportBatch]:
    """The spreadsheets of these MVPs, the latest first."""
    return ImportBatch.objects.filter(partnership_id__in=partnership_ids).order_by("-created_at")


def progress(batch: ImportBatch) -> Progress:
    """The counts of a batch, while it runs and afterwards."""
    return Progress(
        rows=batch.rows,
        accepted=batch.imported.count(),
        duplicates=batch.duplicates,
        refused=batch.refused.count(),
    )


def refused(batch: ImportBatch) -> QuerySet[RefusedRow]:
    """The refused rows with their reasons, in the order of the file."""
    return batch.refused.order_by("row_number")


def refused_lines(batch: ImportBatch) -> Iterator[tuple[int, str]]:
    """Row numbers and reasons, for a spreadsheet of what to put right."""
    yield from refused(batch).values_list("row_number", "reason").iterator()
