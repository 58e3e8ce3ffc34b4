"""A message waits until what it asks for has been done; a failure delays it and nothing else."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest

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
    assert (waiting.subject_id, waiting.error, waiting.leased_until) == (bad, "LookupError", None)
    assert waiting.due_at == NOW + timedelta(seconds=5)

    later = waiting.due_at
    services.work_off("a topic", handle, now=lambda: later, on_failure=silent)
    assert Message.objects.get().due_at == later + timedelta(seconds=10)


def test_a_claimed_message_is_nobody_elses_until_its_lease_runs_out() -> None:
    services.publish("a topic", subjects=[uuid4()], due_at=NOW)

    first = services.claim("a topic", now=NOW)
    second = services.claim("a topic", now=NOW + timedelta(minutes=4))
    third = services.claim("a topic", now=NOW + timedelta(minutes=6))

    assert [len(claims) for claims in (first, second, third)] == [1, 0, 1]
    assert third[0].attempts == 2


def test_a_message_is_not_claimed_before_it_is_due() -> None:
    services.publish("a topic", subjects=[uuid4()], due_at=NOW + timedelta(hours=1))

    assert services.claim("a topic", now=NOW) == []
    assert [(topic.topic, topic.messages) for topic in queries.waiting()] == [("a topic", 1)]
