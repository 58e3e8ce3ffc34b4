"""A risk that nobody decides about is told to more people, once each, also when the worker is killed."""

import time
from collections.abc import Callable

import psycopg
import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import assert_accessible_in_both_widths
from tests.journeys.conftest import Site
from tests.journeys.telling import tell

pytestmark = pytest.mark.browser

# As if it had come three hours ago and been due two hours ago.
LONG_AGO = """
UPDATE moderation_riskcase SET clock_from = now() - interval '3 hours', due_at = now() - interval '2 hours',
    escalates_at = now() - interval '2 hours'
WHERE decided_at IS NULL AND free_text_id IN (SELECT t.id FROM responses_freetext t
    JOIN organisations_organisation o ON o.id = t.partnership_id WHERE o.slug = %s)
RETURNING 1
"""
ESCALATED = """
SELECT coalesce(max(escalated), 0) FROM moderation_riskcase c JOIN responses_freetext t
ON t.id = c.free_text_id JOIN organisations_organisation o ON o.id = t.partnership_id WHERE o.slug = %s
"""
E_MAILS = """
SELECT count(*) FROM notifications_email e JOIN people_user u ON u.id = e.recipient_id
WHERE u.email = %s AND e.purpose = 'risk' AND e.subject LIKE %s
"""
STUCK = """
SELECT count(*) FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
JOIN pg_database d ON d.oid = l.database
WHERE NOT granted AND relname = 'notifications_email' AND datname = current_database()
"""


def test_a_killed_worker_escalates_nothing_twice(
    site: Site, page: Page, sign_in: Callable[[Page, str], None]
) -> None:
    durham = site.places["durham"]
    sign_in(page, durham["chair"])
    tell(site, "durham", better="I want to end my life tonight")
    site.wait_for_the_worker()
    with psycopg.connect(site.environment["DATABASE_URL"]) as connection:
        connection.execute("LOCK TABLE notifications_email IN EXCLUSIVE MODE")
        assert site.number(LONG_AGO, durham["mvp"]) == 1
        _wait_until(site, STUCK)
        site.post.kill()
    assert site.number(ESCALATED, durham["mvp"]) == 0
    site.post.start()

    letter = site.mailbox.wait_for(durham["chair"], "A comment is overdue", timeout=60)
    assert "Nobody has it in hand" in letter.text
    letter = site.mailbox.wait_for(durham["lms_officer"], "still overdue", timeout=60)
    assert "You cannot open it yourself" in letter.text
    assert site.number(E_MAILS, durham["chair"], "A comment is overdue%") == 1
    assert site.number(E_MAILS, durham["lms_officer"], "%still overdue%") == 1

    page.goto(f"{site.url}/desk/{durham['mvp']}/risks/")
    expect(page.get_by_text("Overdue by 2 hours")).to_be_visible()
    assert_accessible_in_both_widths(page)
    page.get_by_role("link", name="Danger now").click()
    expect(page.get_by_text("Overdue: an e-mail was sent").first).to_be_visible()
    assert_accessible_in_both_widths(page)


def _wait_until(site: Site, question: str) -> None:
    deadline = time.monotonic() + 60
    while not site.number(question):
        assert time.monotonic() < deadline, question
        time.sleep(0.1)
