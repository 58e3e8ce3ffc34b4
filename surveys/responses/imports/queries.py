"""How far imports are, and which rows were refused."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, QuerySet

from surveys.organisations.models import Organisation
from surveys.questionnaires.definition import Definition
from surveys.responses.imports.mapping import ColumnMapping, parse
from surveys.responses.imports.models import ImportBatch as ImportBatch
from surveys.responses.imports.models import RefusedRow
from surveys.responses.imports.readers import asked_of as asked_of
from surveys.responses.imports.sorting import Outcome, Refusal


@dataclass(frozen=True)
class Progress:
    """What has become of a batch's rows so far; `rows` is always the sum of the others."""

    rows: int
    accepted: int
    duplicates: int
    refused: int


def batches(partnership_ids: Collection[UUID]) -> QuerySet[ImportBatch]:
    """The spreadsheets of these MVPs, the latest first, each with the count `refused_rows`."""
    found = ImportBatch.objects.filter(partnership_id__in=partnership_ids).select_related("brought_by")
    return found.annotate(refused_rows=Count("refused")).order_by("-created_at", "-pk")


def of(partnership: Organisation, batch_id: UUID) -> ImportBatch | None:
    """One of an MVP's spreadsheets."""
    return batches([partnership.pk]).filter(pk=batch_id).first()


def has_file(batch: ImportBatch) -> bool:
    """Whether the uploaded file is still kept."""
    return batch.chunks.exists()


def progress(batch: ImportBatch) -> Progress:
    """The counts of a batch, while it is read and afterwards."""
    return Progress(batch.rows, batch.accepted, batch.duplicates, batch.refused.count())


def outcome(batch: ImportBatch) -> Outcome:
    """The counts with every refused row."""
    batch.refresh_from_db()
    refused_rows = [Refusal(*line) for line in refused_lines(batch)]
    return Outcome(batch.rows, batch.accepted, batch.duplicates, refused_rows)


def refused(batch: ImportBatch) -> QuerySet[RefusedRow]:
    """The refused rows with their reasons, in the order of the file."""
    return batch.refused.order_by("row_number", "pk")


def refused_lines(batch: ImportBatch) -> Iterator[tuple[int, str]]:
    """Row numbers and reasons, for a spreadsheet of what to put right."""
    yield from refused(batch).values_list("row_number", "reason").iterator()


def reasons(batch: ImportBatch, *, most: int) -> list[tuple[str, int]]:
    """The commonest reasons with how many rows each refused."""
    found = batch.refused.values_list("reason").annotate(rows=Count("pk"))
    return list(found.order_by("-rows", "reason")[:most])


def mapping_used_before(
    partnership: Organisation, *, definition: Definition, names: Collection[str]
) -> ColumnMapping | None:
    """How the last spreadsheet that was brought in was read, where this one has the columns for it."""
    done = ImportBatch.objects.filter(partnership=partnership, state=ImportBatch.State.DONE)
    text = done.order_by("-finished_at").values_list("mapping", flat=True).first()
    if not text:
        return None
    mapping = parse(text, definition=definition)
    return mapping if mapping.columns() <= set(names) else None
