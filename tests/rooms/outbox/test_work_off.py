"""A message waits until what it asks for has been done; a failure delays it and nothing else."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from threading import Barrier, Thread
from uuid import UUID, uuid4

import pytest
from django.db import connection

from surveys.outbox import queries, services
from surveys.outbox.models import Message
from tests.factories.world import NOW

pytestmark = pytest.mark.django_db


def now() -> datetime:
    return NOW


def silent(topic: str, failure: Exception) -> None:
    """Nothing needs to be said in a test."""


def test_what_is_handled_is_forgotten() -> None:
    subjects = [uuid4(), uuid4()]
    services.publish("a topic", subjects=subjects, due_at=NOW)
    handled: list[UUID] = []

    settled = services.work_off("a topic", handled.extend, now=now, on_failure=silent)

    assert settled == 2
    assert set(handled) == set(subjects)
    assert not Message.objects.exists()


def test_one_bad_message_delays_only_itself_and_longer_each_time() -> None:
    good, bad = uuid4(), uuid4()
    services.publish("a topic", subjects=[good, bad], due_at=NOW)

    def handle(subjects: Sequence[UUID]) -> None:
        if bad in subjects:
            raise LookupError("words that must not be kept")

    assert services.work_off("a topic", handle, now=now, on_failure=silent) == 1
    waiting = Message.objects.get()
    assert (waiting.subject_id, waiting.error, waiting.attempts) == (bad, "LookupError", 1)
    assert waiting.due_at == NOW + timedelta(seconds=5)

    later = waiting.due_at
    services.work_off("a topic", handle, now=lambda: later, on_failure=silent)
    assert Message.objects.get().due_at == later + timedelta(seconds=10)


def test_what_a_failing_handler_did_is_undone() -> None:
    services.publish("a topic", subjects=[uuid4()], due_at=NOW)

    def handle(subjects: Sequence[UUID]) -> None:
        services.publish("another topic", subjects=subjects, due_at=NOW)
        raise LookupError

    services.work_off("a topic", handle, now=now, on_failure=silent)

    assert [topic.topic for topic in queries.waiting()] == ["a topic"]


def test_a_message_is_not_taken_before_it_is_due() -> None:
    services.publish("a topic", subjects=[uuid4()], due_at=NOW + timedelta(hours=1))

    assert services.work_off("a topic", len, now=now, on_failure=silent) == 0
    assert [(topic.topic, topic.messages) for topic in queries.waiting()] == [("a topic", 1)]


@pytest.mark.django_db(transaction=True)
def test_two_workers_never_act_on_one_message() -> None:
    services.publish("a topic", subjects=[uuid4() for _ in range(40)], due_at=NOW)
    acted: list[UUID] = []
    together = Barrier(2)

    def slowly(subjects: Sequence[UUID]) -> None:
        together.wait(10)
        acted.extend(subjects)

    def worker() -> None:
        services.work_off("a topic", slowly, now=now, on_failure=silent, most=20)
        connection.close()

    workers = [Thread(target=worker) for _ in range(2)]
    for each in workers:
        each.start()
    for each in workers:
        each.join()

    assert len(acted) == len(set(acted)) == 40
    assert not Message.objects.exists()
