"""The worker's part: checks uploaded files and brings them in, some rows in one transaction at a time.

A batch says how many of its rows have been read. That, the rows themselves and the counts go together:
a worker that takes over from a dead one goes on behind them, and the outcome is as if nobody had died.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import BinaryIO

from django.db import Error as DatabaseError
from django.db import connection, transaction
from django.db.models import Exists, F, OuterRef, Q

from surveys.core import audit
from surveys.core.actors import SYSTEM, Actor
from surveys.core.errors import DomainError
from surveys.responses import services as responses
from surveys.responses.imports import files
from surveys.responses.imports.models import ImportBatch, ImportChunk, ImportedRow, RefusedRow
from surveys.responses.imports.readers import check_columns, reader_for
from surveys.responses.imports.sheets import table
from surveys.responses.imports.sheets.rows import SheetRow
from surveys.responses.imports.sorting import Sorted, Sorter, some_at_once

State = ImportBatch.State
LEASE = timedelta(minutes=2)
WORK = {State.TO_CHECK: State.CHECKING, State.WAITING: State.RUNNING}
END = {State.CHECKING: State.CHECKED, State.RUNNING: State.DONE}
OUR_FAULT = "Something went wrong on our side while this was read. Nothing is lost: please try again."
STOPPED = "The command was stopped before the end. Run it again: nothing will be stored twice."


class TakenOverError(Exception):
    """Another worker has this batch now."""


@dataclass(frozen=True)
class Work:
    """One batch in this worker's hands."""

    batch: ImportBatch
    sorter: Sorter
    now: Callable[[], datetime]

    @property
    def stores(self) -> bool:
        return self.batch.state == State.RUNNING


def run_waiting(*, now: Callable[[], datetime]) -> None:
    """Read the uploaded files that wait, and those whose worker died; each by one worker at a time."""
    _give_up_on_commands(now=now())
    while (batch := _claim(now=now())) is not None:
        # What is wrong with the file is written on the batch, for the person who brought it.
        with files.opened(batch) as file, suppress(DomainError, TakenOverError):
            run(batch, file, now=now)


def run(batch: ImportBatch, file: BinaryIO, *, now: Callable[[], datetime]) -> None:
    """Check or bring in the rows behind those already read. Raises DomainError when that cannot be done."""
    try:
        _read(batch, file, now=now)
    except DomainError as problem:
        _finish(batch, State.FAILED, problem=str(problem), now=now())
        raise
    except (TakenOverError, DatabaseError):
        raise
    except Exception:
        _finish(batch, State.FAILED, problem=OUR_FAULT, now=now())
        raise
    _finish(batch, END[State(batch.state)], problem="", now=now())


def lease(batch: ImportBatch, *, now: datetime) -> None:
    """Hold a batch that is about to be read."""
    batch.started_at = batch.started_at or now
    batch.leased_until = now + LEASE
    batch.save(update_fields=["state", "started_at", "leased_until", "rows", "accepted", "duplicates"])


@transaction.atomic
def _claim(*, now: datetime) -> ImportBatch | None:
    abandoned = Q(state__in=list(END), leased_until__lte=now)
    batch = (
        ImportBatch.objects.select_for_update(skip_locked=True)
        .filter(Q(state__in=list(WORK)) | abandoned, Exists(ImportChunk.objects.filter(batch=OuterRef("pk"))))
        .order_by("created_at")
        .first()
    )
    if batch is None:
        return None
    if batch.state == State.CHECKING:
        # What a check has seen is in the memory of the worker that died.
        start_again(batch)
    batch.state = WORK.get(State(batch.state), batch.state)
    lease(batch, now=now)
    return batch


def start_again(batch: ImportBatch) -> None:
    """Forget what became of the rows; for the caller to save."""
    batch.rows = batch.accepted = batch.duplicates = 0
    batch.refused.all().delete()


def _give_up_on_commands(*, now: datetime) -> None:
    """A killed command leaves a batch without a file, which nobody can take over."""
    held = ImportBatch.objects.filter(state=State.RUNNING, leased_until__lte=now)
    lost = held.exclude(Exists(ImportChunk.objects.filter(batch=OuterRef("pk"))))
    lost.update(state=State.FAILED, problem=STOPPED, leased_until=None, finished_at=now)


def _read(batch: ImportBatch, file: BinaryIO, *, now: Callable[[], datetime]) -> None:
    reader = reader_for(batch.partnership, mapping=batch.mapping, now=now())
    opened = table.read(file, sheet=reader.mapping.sheet)
    check_columns(reader.mapping, opened.names)
    work = Work(batch, Sorter(reader, remember=batch.state == State.CHECKING), now)
    read_before, passed = batch.rows, 0
    for some in some_at_once(opened.rows):
        if passed < read_before:
            work.sorter.pass_over(some)
        else:
            _settle(work, some)
        passed += len(some)


@transaction.atomic
def _settle(work: Work, some: list[SheetRow]) -> None:
    _one_at_a_time(work.batch)
    result = work.sorter.sort(some)
    if work.stores:
        _store(work, result)
    RefusedRow.objects.bulk_create(
        RefusedRow(batch=work.batch, row_number=refusal.row, reason=refusal.reason)
        for refusal in result.refused
    )
    _count(work, result)


def _one_at_a_time(batch: ImportBatch) -> None:
    # Two imports into one partnership at once would each think the other's rows new.
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [str(batch.partnership_id)])


def _store(work: Work, result: Sorted) -> None:
    by: Actor = work.batch.brought_by or SYSTEM
    responses.receive_many([row.submission for row in result.fresh], by=by, now=work.now())
    ImportedRow.objects.bulk_create(
        ImportedRow(
            submission_key=row.submission.key,
            batch=work.batch,
            row_number=row.number,
            content_digest=row.digest,
        )
        for row in result.fresh
    )


def _count(work: Work, result: Sorted) -> None:
    batch, until = work.batch, work.now() + LEASE
    held = ImportBatch.objects.filter(pk=batch.pk, leased_until=batch.leased_until).update(
        rows=F("rows") + result.rows,
        accepted=F("accepted") + len(result.fresh),
        duplicates=F("duplicates") + result.duplicates,
        leased_until=until,
    )
    if not held:
        raise TakenOverError
    batch.leased_until = until


@transaction.atomic
def _finish(batch: ImportBatch, state: State, *, problem: str, now: datetime) -> None:
    batch.refresh_from_db(fields=["rows", "accepted", "duplicates"])
    batch.state, batch.problem, batch.finished_at, batch.leased_until = state, problem, now, None
    batch.total = batch.rows
    batch.save(update_fields=["state", "problem", "finished_at", "leased_until", "total"])
    if state == State.DONE:
        files.forget(batch)
    audit.record(
        "check spreadsheet" if state == State.CHECKED else "import",
        subject=batch,
        organisation_id=batch.partnership_id,
        by=batch.brought_by or SYSTEM,
        now=now,
        facts={"state": state, "rows": batch.rows, "accepted": batch.accepted},
    )
