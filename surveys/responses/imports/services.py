"""Bring in a spreadsheet: upload, match its columns, check, start; the same file twice adds nothing."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import BinaryIO
from uuid import UUID

from django.db import transaction

from surveys.core import audit
from surveys.core.actors import Actor
from surveys.core.errors import Conflict, DomainError, require
from surveys.organisations.models import Organisation
from surveys.people.models import User
from surveys.people.roles import Permission
from surveys.responses.imports import files, queries, running
from surveys.responses.imports.models import ImportBatch
from surveys.responses.imports.readers import check_columns, reader_for
from surveys.responses.imports.sheets import table
from surveys.responses.imports.sorting import Outcome, Sorter, some_at_once

State = ImportBatch.State
AT_REST = (State.UPLOADED, State.CHECKED, State.FAILED)
BUSY = "This spreadsheet is being read, or has been brought in already."
NO_FILE = "The file is no longer here. Upload it again."


def dry_run(file: BinaryIO, *, partnership: Organisation, mapping: str, now: datetime) -> Outcome:
    """What would become of the rows of a file; nothing is stored."""
    reader = reader_for(partnership, mapping=mapping, now=now)
    opened = table.read(file, sheet=reader.mapping.sheet)
    check_columns(reader.mapping, opened.names)
    outcome, sorter = Outcome(), Sorter(reader, remember=True)
    for some in some_at_once(opened.rows):
        result = sorter.sort(some)
        outcome.rows += result.rows
        outcome.accepted += len(result.fresh)
        outcome.duplicates += result.duplicates
        outcome.refused += result.refused
    return outcome


def import_file(
    file: BinaryIO,
    *,
    file_name: str,
    partnership: Organisation,
    mapping: str,
    by: Actor,
    now: Callable[[], datetime],
) -> Outcome:
    """Bring in a file from the command line, at once."""
    reader_for(partnership, mapping=mapping, now=now())
    batch = ImportBatch.objects.create(
        partnership=partnership,
        file_name=file_name,
        mapping=mapping,
        brought_by=by if isinstance(by, User) else None,
        state=State.RUNNING,
    )
    running.lease(batch, now=now())
    running.run(batch, file, now=now)
    return queries.outcome(batch)


@transaction.atomic
def upload(
    pieces: Iterable[bytes], *, file_name: str, partnership: Organisation, by: User, now: datetime
) -> ImportBatch:
    """Keep an uploaded file, encrypted, until its rows have been read. Raises DomainError without a table."""
    require(by.may(Permission.IMPORT, partnership.pk))
    batch = ImportBatch.objects.create(partnership=partnership, file_name=file_name, brought_by=by)
    files.keep(batch, pieces)
    with files.opened(batch) as file:
        table.read(file)
    audit.record("upload spreadsheet", subject=batch, organisation_id=partnership.pk, by=by, now=now)
    return batch


@transaction.atomic
def match(batch_id: UUID, *, mapping: str, by: User, now: datetime) -> ImportBatch:
    """Say how the columns are read; what a check found before is forgotten.

    Raises DomainError when the mapping is wrong or the file lacks a column.
    """
    batch = _at_rest(batch_id, by=by)
    fitting = reader_for(batch.partnership, mapping=mapping, now=now).mapping
    with files.opened(batch) as file:
        check_columns(fitting, table.read(file, sheet=fitting.sheet).names)
    batch.mapping, batch.state, batch.problem, batch.total = mapping, State.UPLOADED, "", 0
    running.start_again(batch)
    batch.save()
    audit.record("match columns", subject=batch, organisation_id=batch.partnership_id, by=by, now=now)
    return batch


@transaction.atomic
def check(batch_id: UUID, *, by: User, now: datetime) -> ImportBatch:
    """Let a worker say what would become of each row; nothing is stored."""
    batch = _at_rest(batch_id, by=by)
    if not batch.mapping:
        raise DomainError("Match the columns of this spreadsheet first.")
    return _hand_over(batch, State.TO_CHECK, verb="check", by=by, now=now)


@transaction.atomic
def start(batch_id: UUID, *, by: User, now: datetime) -> ImportBatch:
    """Let a worker bring in a spreadsheet that has been checked."""
    batch = _at_rest(batch_id, by=by)
    if batch.state != State.CHECKED:
        raise DomainError("Check this spreadsheet first.")
    return _hand_over(batch, State.WAITING, verb="start import", by=by, now=now)


def _hand_over(batch: ImportBatch, state: State, *, verb: str, by: User, now: datetime) -> ImportBatch:
    batch.state, batch.problem, batch.started_at, batch.finished_at = state, "", None, None
    running.start_again(batch)
    batch.save()
    audit.record(verb, subject=batch, organisation_id=batch.partnership_id, by=by, now=now)
    return batch


@transaction.atomic
def discard(batch_id: UUID, *, by: User, now: datetime) -> None:
    """Delete an uploaded file that is not wanted; answers that came from it stay."""
    batch = _at_rest(batch_id, by=by)
    audit.record("discard spreadsheet", subject=batch, organisation_id=batch.partnership_id, by=by, now=now)
    if batch.imported.exists():
        files.forget(batch)
    else:
        batch.delete()


def _at_rest(batch_id: UUID, *, by: User) -> ImportBatch:
    """The batch, locked, when no worker reads it and its file is here."""
    batch = ImportBatch.objects.select_for_update().get(pk=batch_id)
    require(by.may(Permission.IMPORT, batch.partnership_id))
    if batch.state not in AT_REST:
        raise Conflict(BUSY)
    if not batch.chunks.exists():
        raise Conflict(NO_FILE)
    return batch
