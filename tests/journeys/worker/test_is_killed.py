"""A worker that is killed in the middle of its work loses nothing and does nothing twice."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from psycopg import sql

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
SUGGESTED = """
SELECT count(DISTINCT t.id) FROM themes_themesuggestion s JOIN responses_freetext t ON t.id = s.free_text_id
JOIN responses_response r ON r.id = t.response_id
JOIN organisations_organisation o ON o.id = r.partnership_id WHERE o.slug = %s
"""
WAITING = "SELECT count(*) FROM outbox_message WHERE topic = %s"
STUCK = """
SELECT count(*) FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
JOIN pg_database d ON d.oid = l.database
WHERE NOT granted AND relname = %s AND datname = current_database()
"""
WOMEN = 6


@pytest.mark.parametrize(
    ("held", "topic"),
    [("moderation_screening", "responses.received"), ("themes_themesuggestion", "moderation.screened")],
)
def test_killed_in_the_middle_it_loses_nothing_and_counts_nothing_twice(
    site: Site, held: str, topic: str
) -> None:
    site.wait_for_the_worker()
    durham = site.places["durham"]["mvp"]
    before = [site.number(question, durham) for question in (SCREENED, SUGGESTED, COUNTED)]
    with _worker_held_up(site, held):
        for _ in range(WOMEN):
            tell(site, "durham", good="They were kind.")
        _wait_until(site, STUCK, held)
        site.worker.kill()
        # Some may stand between the two tables still; none is lost.
        assert 0 < site.number(WAITING, topic) <= WOMEN
    site.worker.start()
    site.wait_for_the_worker()

    after = [site.number(question, durham) for question in (SCREENED, SUGGESTED, COUNTED)]
    assert after == [number + WOMEN for number in before]
    assert "Every kept count equals a full recount" in site.manage("recount", "--check")


@contextmanager
def _worker_held_up(site: Site, table: str) -> Iterator[None]:
    """The worker can take messages and read, but stands still when it wants to write what it has found."""
    with psycopg.connect(site.environment["DATABASE_URL"]) as connection:
        connection.execute(sql.SQL("LOCK TABLE {} IN EXCLUSIVE MODE").format(sql.Identifier(table)))
        yield


def _wait_until(site: Site, question: str, *about: str) -> None:
    deadline = time.monotonic() + 30
    while not site.number(question, *about):
        assert time.monotonic() < deadline, question
        time.sleep(0.1)
