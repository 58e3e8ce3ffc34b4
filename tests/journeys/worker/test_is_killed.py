"""A worker that is killed in the middle of its work loses nothing and does nothing twice."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest

from tests.journeys.conftest import Site
from tests.journeys.telling import tell

pytestmark = pytest.mark.browser

SCREENED = """
SELECT count(*) FROM moderation_screening s JOIN responses_freetext t ON t.id = s.free_text_id
JOIN responses_response r ON r.id = t.response_id
JOIN organisations_organisation o ON o.id = r.partnership_id WHERE o.slug = %s
"""
COUNTED = """
SELECT coalesce(sum(count), 0) FROM reports_monthlycount c
JOIN organisations_organisation o ON o.id = c.partnership_id WHERE o.slug = %s AND measure = 'responses'
"""
WAITING = "SELECT count(*) FROM outbox_message WHERE topic = 'responses.received'"
STUCK = """
SELECT count(*) FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
JOIN pg_database d ON d.oid = l.database
WHERE NOT granted AND relname = 'moderation_screening' AND datname = current_database()
"""
WOMEN = 6


def test_killed_in_the_middle_it_loses_nothing_and_counts_nothing_twice(site: Site) -> None:
    site.wait_for_the_worker()
    durham = site.places["durham"]["mvp"]
    with _worker_held_up(site):
        for _ in range(WOMEN):
            tell(site, "durham", good="They were kind.")
        _wait_until(site, STUCK)
        site.worker.kill()
        assert site.number(WAITING) == WOMEN
    site.worker.start()
    site.wait_for_the_worker()

    assert site.number(SCREENED, durham) == WOMEN
    assert site.number(COUNTED, durham) == WOMEN
    assert "Every kept count equals a full recount" in site.manage("recount", "--check")


@contextmanager
def _worker_held_up(site: Site) -> Iterator[None]:
    """The worker can take messages and read, but stands still when it wants to write what it has found."""
    with psycopg.connect(site.environment["DATABASE_URL"]) as connection:
        connection.execute("LOCK TABLE moderation_screening IN EXCLUSIVE MODE")
        yield


def _wait_until(site: Site, question: str) -> None:
    deadline = time.monotonic() + 30
    while not site.number(question):
        assert time.monotonic() < deadline, question
        time.sleep(0.1)
