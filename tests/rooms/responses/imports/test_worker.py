"""What a chair hands to the worker is read to the end, whatever happens to the worker."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connections

from surveys.core.errors import Conflict, DomainError, NotAllowed
from surveys.responses import services as responses
from surveys.responses.imports import files, queries, running, services, sorting
from surveys.responses.imports.models import ImportBatch, ImportChunk, ImportedRow
from surveys.responses.models import Response
from tests.factories.spreadsheets import (
    MAPPING,
    NO_IDENTITY,
    as_csv,
    brought_in,
    checked_by_worker,
    numbered,
    uploaded,
    written,
)
from tests.factories.world import NOW, Place, place

State = ImportBatch.State
ODD = [("R900", "31/02/2022", "1", ""), ("R1", "01/02/2022", "1", "Words 1"), ("", "01/02/2022", "1", "")]


class Killed(BaseException):
    """What `kill -9` looks like from inside: nothing is caught, nothing is tidied."""


def at(moment: datetime) -> Callable[[], datetime]:
    return lambda: moment


def read_all(moment: datetime = NOW) -> None:
    running.run_waiting(now=at(moment))


def counts(batch: ImportBatch) -> queries.Progress:
    batch.refresh_from_db()
    return queries.progress(batch)


def test_a_file_is_checked_and_then_brought_in(leicester: Place) -> None:
    batch = checked_by_worker(leicester, as_csv(*numbered(3), *ODD))

    assert batch.state == State.CHECKED
    assert counts(batch) == queries.Progress(rows=6, accepted=3, duplicates=1, refused=2)
    assert not Response.objects.exists()

    services.start(batch.pk, by=leicester.chair, now=NOW)
    read_all()

    assert counts(batch) == queries.Progress(rows=6, accepted=3, duplicates=1, refused=2)
    assert batch.state == State.DONE
    assert Response.objects.count() == 3
    assert not ImportChunk.objects.exists()


def test_an_uploaded_file_is_encrypted_until_it_has_been_read(leicester: Place) -> None:
    batch = uploaded(leicester, as_csv(*numbered(1)))

    assert b"Words" not in bytes(batch.chunks.get().ciphertext)


@pytest.mark.parametrize("mapping", [MAPPING, NO_IDENTITY])
@pytest.mark.parametrize("dies_at", [1, 2, 3])
def test_a_worker_that_is_killed_leaves_an_import_that_ends_as_if_it_had_lived(
    leicester: Place, monkeypatch: pytest.MonkeyPatch, dies_at: int, mapping: str
) -> None:
    rows = [*numbered(1200), *ODD, *numbered(600, first=1000)]
    batch = checked_by_worker(leicester, as_csv(*rows), mapping=mapping)
    expected = counts(batch)
    services.start(batch.pk, by=leicester.chair, now=NOW)
    _die_at(monkeypatch, dies_at)

    with pytest.raises(Killed):
        read_all()
    monkeypatch.undo()
    read_all(NOW)
    assert counts(batch).rows == 500 * (dies_at - 1)
    read_all(NOW + running.LEASE)

    assert counts(batch) == expected
    assert batch.state == State.DONE
    assert Response.objects.count() == expected.accepted


def _die_at(monkeypatch: pytest.MonkeyPatch, call: int) -> None:
    calls = []
    real = responses.receive_many

    def dying(*args: Any, **kwargs: Any) -> Any:
        calls.append(1)
        stored = real(*args, **kwargs)
        if len(calls) == call:
            raise Killed
        return stored

    monkeypatch.setattr(responses, "receive_many", dying)


def test_a_check_whose_worker_was_killed_begins_again(leicester: Place) -> None:
    batch = checked_by_worker(leicester, as_csv(*numbered(3), *ODD))
    ImportBatch.objects.filter(pk=batch.pk).update(state=State.CHECKING, leased_until=NOW)

    read_all(NOW)

    assert counts(batch) == queries.Progress(rows=6, accepted=3, duplicates=1, refused=2)


def test_a_worker_that_was_thought_dead_stores_nothing_once_another_has_taken_over(leicester: Place) -> None:
    batch = checked_by_worker(leicester, as_csv(*numbered(3)))
    services.start(batch.pk, by=leicester.chair, now=NOW)
    batch.refresh_from_db()
    batch.state = State.RUNNING
    running.lease(batch, now=NOW)
    ImportBatch.objects.filter(pk=batch.pk).update(leased_until=NOW + timedelta(hours=1))

    with pytest.raises(running.TakenOverError):
        running.run(batch, as_csv(*numbered(3)), now=at(NOW))

    assert not Response.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_imports_of_one_file_at_once_store_nothing_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sorting, "ROWS_AT_ONCE", 20)
    leicester = place("Leicester")

    def bring(_: int) -> sorting.Outcome:
        try:
            return brought_in(leicester, as_csv(*numbered(200)))
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as both:
        outcomes = list(both.map(bring, range(2)))

    assert sum(outcome.accepted for outcome in outcomes) == 200
    assert sum(outcome.duplicates for outcome in outcomes) == 200
    assert Response.objects.count() == ImportedRow.objects.count() == 200


def test_a_file_that_turns_out_damaged_can_be_matched_again_and_what_was_stored_stays(
    leicester: Place,
) -> None:
    good = written(numbered(500))
    batch = uploaded(leicester, as_csv())
    ImportChunk.objects.all().delete()
    content = (good + 'x,"a" b\n' * 1001).encode()
    files.keep(batch, [content])
    ImportBatch.objects.filter(pk=batch.pk).update(state=State.WAITING, mapping=MAPPING)

    read_all()

    batch.refresh_from_db()
    assert (batch.state, batch.accepted) == (State.FAILED, 500)
    assert "quotation marks" in batch.problem
    services.match(batch.pk, mapping=MAPPING, by=leicester.chair, now=NOW)
    assert counts(batch) == queries.Progress(0, 0, 0, 0)


def test_a_command_that_was_killed_is_shown_as_stopped(leicester: Place) -> None:
    batch = ImportBatch.objects.create(partnership=leicester.mvp, file_name="a.csv", state=State.RUNNING)
    running.lease(batch, now=NOW)

    read_all(NOW)
    batch.refresh_from_db()
    assert batch.state == State.RUNNING
    read_all(NOW + running.LEASE)

    batch.refresh_from_db()
    assert (batch.state, batch.problem) == (State.FAILED, running.STOPPED)


def test_a_fault_of_ours_is_shown_and_raised_for_the_log(
    leicester: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = checked_by_worker(leicester, as_csv(*numbered(3)))
    services.start(batch.pk, by=leicester.chair, now=NOW)
    monkeypatch.setattr(responses, "receive_many", lambda *args, **kwargs: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        read_all()

    batch.refresh_from_db()
    assert (batch.state, batch.problem) == (State.FAILED, running.OUR_FAULT)
    assert queries.has_file(batch)


def test_only_somebody_who_may_import_there_can_do_any_of_it(leicester: Place, durham: Place) -> None:
    batch = checked_by_worker(leicester, as_csv(*numbered(1)))
    for person in (durham.chair, leicester.moderator, leicester.lms_officer):
        with pytest.raises(NotAllowed):
            services.match(batch.pk, mapping=MAPPING, by=person, now=NOW)
        for verb in (services.check, services.start, services.discard):
            with pytest.raises(NotAllowed):
                verb(batch.pk, by=person, now=NOW)
        with pytest.raises(NotAllowed):
            services.upload([b"a,b\n"], file_name="a", partnership=leicester.mvp, by=person, now=NOW)


def test_a_file_is_checked_before_it_is_brought_in_and_brought_in_once(leicester: Place) -> None:
    batch = uploaded(leicester, as_csv(*numbered(1)))
    with pytest.raises(DomainError, match="Match the columns"):
        services.check(batch.pk, by=leicester.chair, now=NOW)
    services.match(batch.pk, mapping=MAPPING, by=leicester.chair, now=NOW)
    with pytest.raises(DomainError, match="Check this spreadsheet first"):
        services.start(batch.pk, by=leicester.chair, now=NOW)
    services.check(batch.pk, by=leicester.chair, now=NOW)
    read_all()
    services.start(batch.pk, by=leicester.chair, now=NOW)

    with pytest.raises(Conflict):
        services.start(batch.pk, by=leicester.chair, now=NOW)
    read_all()
    with pytest.raises(Conflict):
        services.match(batch.pk, mapping=MAPPING, by=leicester.chair, now=NOW)


def test_a_file_that_is_too_large_or_no_table_is_not_kept(
    leicester: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MOST_BYTES", 10)
    with pytest.raises(DomainError, match="larger than 50 MB"):
        uploaded(leicester, as_csv(*numbered(1)))
    monkeypatch.undo()
    with pytest.raises(DomainError, match="not a spreadsheet"):
        services.upload([b"%PDF-"], file_name="a", partnership=leicester.mvp, by=leicester.chair, now=NOW)

    assert not ImportBatch.objects.exists()


def test_a_file_that_is_not_wanted_is_deleted(leicester: Place) -> None:
    batch = uploaded(leicester, as_csv(*numbered(1)))

    services.discard(batch.pk, by=leicester.chair, now=NOW)

    assert not ImportBatch.objects.exists()
    assert not ImportChunk.objects.exists()


def test_the_next_file_with_the_same_columns_is_read_like_the_last(leicester: Place, durham: Place) -> None:
    brought_in(leicester, as_csv(*numbered(1)))
    asked = queries.asked_of(leicester.mvp)

    def before(where: Place, *names: str) -> Any:
        return queries.mapping_used_before(where.mvp, definition=asked, names=names)

    assert before(leicester, "ID", "Date", "Score", "Words", "New").date_column == "Date"
    assert before(leicester, "ID", "Date", "Score") is None
    assert before(durham, "ID", "Date", "Score", "Words") is None
