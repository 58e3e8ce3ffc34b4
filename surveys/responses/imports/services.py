"""Bring in a spreadsheet: upload, match its columns, read its rows; the same file twice adds nothing."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from django.db import connection, models, transaction

from surveys.core import audit
from surveys.core.actors import SYSTEM, Actor
from surveys.core.clock import local_date
from surveys.core.errors import Conflict, DomainError, require
from surveys.core.secrets import decrypt_bytes, encrypt_bytes
from surveys.organisations import queries as organisations
from surveys.organisations.models import Organisation
from surveys.people.models import User
from surveys.people.roles import Permission
from surveys.questionnaires import queries as questionnaires
from surveys.questionnaires.models import Questionnaire
from surveys.responses import services as responses
from surveys.responses.imports import mapping as mappings
from surveys.responses.imports import sheets
from surveys.responses.imports.models import ImportBatch, ImportChunk, ImportedRow, RefusedRow
from surveys.responses.imports.reading import Reader, content_digest
from surveys.responses.imports.sheets import Numbered
from surveys.responses.submission import Submission

ROWS_AT_ONCE = 500
LEASE = timedelta(minutes=10)
CHANGED = (
    "An answer with the same identity has been brought in before and says something else. "
    "Give this row an identity of its own."
)
TOO_MANY_CELLS = "The row has more cells than there are columns. Look for a stray comma or quotation mark."


@dataclass(frozen=True)
class Refusal:
    """A row that was not stored, and what to put right."""

    row: int
    reason: str


@dataclass
class Outcome:
    """What became of the rows: each is accepted, a duplicate of what is known, or refused."""

    rows: int = 0
    accepted: int = 0
    duplicates: int = 0
    refused: list[Refusal] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True)
class _Row:
    number: int
    submission: Submission
    digest: str


def reader_for(partnership: Organisation, *, mapping: str, now: datetime) -> Reader:
    """How the rows of a partnership's spreadsheet are read. Raises DomainError when the mapping is wrong."""
    version = questionnaires.current_version(partnership, purpose=Questionnaire.Purpose.IMPORT)
    if version is None:
        raise DomainError("This partnership has no questions that a spreadsheet could answer yet.")
    definition = questionnaires.definition(version)
    units = organisations.units(partnership, on=local_date(now))
    return Reader(
        partnership_id=partnership.pk,
        version_id=version.pk,
        definition=definition,
        mapping=mappings.parse(mapping, definition=definition),
        units=dict(units.values_list("slug", "pk")),
        now=now,
    )


def check_columns(path: Path, reader: Reader) -> None:
    """Raise DomainError naming the columns that the mapping wants and the file lacks."""
    names = sheets.column_names(path)
    missing = sorted(reader.mapping.columns() - set(names))
    if missing:
        raise DomainError(f"The file has no column “{missing[0]}”. It has: {', '.join(filter(None, names))}.")


def dry_run(path: Path, *, reader: Reader) -> Outcome:
    """What would become of the rows; nothing is stored."""
    check_columns(path, reader)
    outcome = Outcome()
    seen: dict[UUID, str] = {}
    for chunk in _chunks(sheets.rows(path)):
        rows = _read(chunk, reader, outcome)
        known = seen | _known(rows)
        for row in rows:
            _sort(row, known, outcome)
            seen[row.submission.key] = known[row.submission.key]
    return outcome


def import_file(
    path: Path,
    *,
    partnership: Organisation,
    mapping: str,
    by: Actor,
    now: Callable[[], datetime],
) -> Outcome:
    """Bring in a file from the command line, at once."""
    batch = ImportBatch.objects.create(
        partnership=partnership,
        file_name=path.name,
        mapping=mapping,
        brought_by=by if isinstance(by, User) else None,
        state=ImportBatch.State.RUNNING,
        started_at=now(),
    )
    return _run(batch, path, now=now)


@transaction.atomic
def upload(
    pieces: Iterable[bytes], *, file_name: str, partnership: Organisation, by: User, now: datetime
) -> ImportBatch:
    """Keep an uploaded file, encrypted, until its columns have been matched and its rows read."""
    require(by.may(Permission.IMPORT, partnership.pk))
    batch = ImportBatch.objects.create(
        partnership=partnership, file_name=file_name, brought_by=by, state=ImportBatch.State.UPLOADED
    )
    for position, piece in enumerate(pieces):
        ImportChunk.objects.create(batch=batch, position=position, ciphertext=encrypt_bytes(piece))
    audit.record("upload spreadsheet", subject=batch, organisation_id=partnership.pk, by=by, now=now)
    return batch


@transaction.atomic
def start(batch_id: UUID, *, mapping: str, by: User, now: datetime) -> ImportBatch:
    """Let the worker read an uploaded file with this mapping. Raises DomainError when the mapping does not fit."""
    batch = ImportBatch.objects.select_for_update().get(pk=batch_id)
    require(by.may(Permission.IMPORT, batch.partnership_id))
    if batch.state not in (ImportBatch.State.UPLOADED, ImportBatch.State.FAILED):
        raise Conflict("This spreadsheet is already being brought in.")
    reader = reader_for(batch.partnership, mapping=mapping, now=now)
    with as_file(batch) as path:
        check_columns(path, reader)
    batch.mapping = mapping
    batch.state = ImportBatch.State.WAITING
    batch.save(update_fields=["mapping", "state"])
    audit.record(
        "start import", subject=batch, organisation_id=batch.partnership_id, by=by, now=now
    )
    return batch


@contextmanager
def as_file(batch: ImportBatch) -> Iterator[Path]:
    """An uploaded file on disk, readable by this process only, for as long as the `with` lasts."""
    with TemporaryDirectory(prefix="import-") as folder:
        path = Path(folder) / "upload"
        with path.open("wb") as file:
            for chunk in batch.chunks.order_by("position").iterator(chunk_size=1):
                file.write(decrypt_bytes(chunk.ciphertext))
        yield path


def run_waiting(*, now: Callable[[], datetime]) -> None:
    """Read the uploaded files that wait, and those whose worker died; each by one worker at a time."""
    while (batch := _claim(now=now())) is not None:
        # What is wrong with the file is written on the batch, for the person who brought it.
        with as_file(batch) as path, suppress(DomainError):
            _run(batch, path, now=now)


@transaction.atomic
def _claim(*, now: datetime) -> ImportBatch | None:
    abandoned = models.Q(state=ImportBatch.State.RUNNING, leased_until__lte=now)
    batch = (
        ImportBatch.objects.select_for_update(skip_locked=True)
        .filter(models.Q(state=ImportBatch.State.WAITING) | abandoned)
        .order_by("created_at")
        .first()
    )
    if batch is not None:
        batch.state = ImportBatch.State.RUNNING
        batch.started_at = now
        batch.leased_until = now + LEASE
        batch.save(update_fields=["state", "started_at", "leased_until"])
    return batch


def _run(batch: ImportBatch, path: Path, *, now: Callable[[], datetime]) -> Outcome:
    outcome = Outcome()
    batch.refused.all().delete()
    try:
        reader = reader_for(batch.partnership, mapping=batch.mapping, now=now())
        check_columns(path, reader)
        for chunk in _chunks(sheets.rows(path)):
            _store(batch, chunk, reader, outcome, now=now())
    except DomainError as problem:
        _finish(batch, outcome, ImportBatch.State.FAILED, problem=str(problem), now=now())
        raise
    _finish(batch, outcome, ImportBatch.State.DONE, problem="", now=now())
    return outcome


@transaction.atomic
def _store(
    batch: ImportBatch, chunk: list[Numbered], reader: Reader, outcome: Outcome, *, now: datetime
) -> None:
    refused_before = len(outcome.refused)
    with connection.cursor() as cursor:
        # Two imports into one partnership at once would each think the other's rows new.
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [str(batch.partnership_id)])
    rows = _read(chunk, reader, outcome)
    known = _known(rows, batch=batch)
    fresh = [row for row in rows if _sort(row, known, outcome)]
    actor: Actor = batch.brought_by or SYSTEM
    responses.receive_many([row.submission for row in fresh], by=actor, now=now)
    ImportedRow.objects.bulk_create(
        [
            ImportedRow(
                submission_key=row.submission.key,
                batch=batch,
                row_number=row.number,
                content_digest=row.digest,
            )
            for row in fresh
        ],
        ignore_conflicts=True,
    )
    RefusedRow.objects.bulk_create(
        RefusedRow(batch=batch, row_number=refusal.row, reason=refusal.reason)
        for refusal in outcome.refused[refused_before:]
    )
    batch.rows, batch.duplicates, batch.leased_until = outcome.rows, outcome.duplicates, now + LEASE
    batch.save(update_fields=["rows", "duplicates", "leased_until"])


def _chunks(rows: Iterator[Numbered]) -> Iterator[list[Numbered]]:
    while chunk := list(islice(rows, ROWS_AT_ONCE)):
        yield chunk


def _read(chunk: list[Numbered], reader: Reader, outcome: Outcome) -> list[_Row]:
    read = []
    for number, cells in chunk:
        outcome.rows += 1
        try:
            if cells is None:
                raise DomainError(TOO_MANY_CELLS)
            read.append(_Row(number, reader.submission(cells), content_digest(cells)))
        except DomainError as refusal:
            outcome.refused.append(Refusal(number, str(refusal)))
    return read


def _known(rows: list[_Row], *, batch: ImportBatch | None = None) -> dict[UUID, str]:
    """The fingerprints of what was brought in before, by key.

    Left out: what this very batch stored from the same row before its worker died. That row is accepted, not a
    duplicate of itself.
    """
    numbers = {row.submission.key: row.number for row in rows}
    imported = ImportedRow.objects.filter(submission_key__in=numbers)
    return {
        row.submission_key: row.content_digest
        for row in imported
        if batch is None or (row.batch_id, row.row_number) != (batch.pk, numbers[row.submission_key])
    }


def _sort(row: _Row, known: dict[UUID, str], outcome: Outcome) -> bool:
    """Whether the row is new; counts it either way, and remembers it as known from here on."""
    before = known.get(row.submission.key)
    if before is None:
        known[row.submission.key] = row.digest
        outcome.accepted += 1
        return True
    if before == row.digest:
        outcome.duplicates += 1
    else:
        outcome.refused.append(Refusal(row.number, CHANGED))
    return False


def _finish(
    batch: ImportBatch, outcome: Outcome, state: ImportBatch.State, *, problem: str, now: datetime
) -> None:
    batch.state, batch.problem, batch.finished_at, batch.leased_until = state, problem, now, None
    batch.save(update_fields=["state", "problem", "finished_at", "leased_until"])
    if state == ImportBatch.State.DONE:
        batch.chunks.all().delete()
    audit.record(
        "import",
        subject=batch,
        organisation_id=batch.partnership_id,
        by=batch.brought_by or SYSTEM,
        now=now,
        facts={"rows": outcome.rows, "accepted": outcome.accepted, "refused": len(outcome.refused)},
    )
