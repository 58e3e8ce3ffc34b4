"""The mail server is down for a while: an e-mail comes late, and comes once."""

import re
import time

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import assert_accessible_in_both_widths
from tests.journeys.conftest import Site
from tests.journeys.signing_in import INSIDE

pytestmark = pytest.mark.browser

ATTEMPTED = "SELECT count(*) FROM notifications_email WHERE state = 'waiting' AND due_at > created_at"


def test_a_sign_in_code_comes_late_and_once(site: Site, page: Page) -> None:
    moderator = site.places["durham"]["moderator"]
    site.mailbox.clear()
    site.mailbox.refuse()
    page.goto(f"{site.url}/account/login/")
    page.get_by_label("E-mail address").fill(moderator)
    page.get_by_role("button", name="Send me a code").click()
    expect(page.get_by_role("heading", name="Enter your code")).to_be_visible()
    assert_accessible_in_both_widths(page)
    _wait_until_it_was_tried(site)
    assert not site.mailbox.messages()

    site.mailbox.accept()
    letter = site.mailbox.wait_for(moderator, "Your sign-in code", timeout=40)
    code = re.search(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b", letter.text)
    assert code
    page.get_by_label("Code", exact=True).fill(code[0])
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(INSIDE)
    assert len(site.mailbox.messages()) == 1


def _wait_until_it_was_tried(site: Site) -> None:
    deadline = time.monotonic() + 30
    while site.number(ATTEMPTED) == 0:
        assert time.monotonic() < deadline, "nobody tried to send it"
        time.sleep(0.2)
