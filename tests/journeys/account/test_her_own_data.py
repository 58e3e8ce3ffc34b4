"""Somebody with an account sees what is held about her, takes it with her, and leaves."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import assert_accessible, assert_accessible_in_both_widths
from tests.journeys.conftest import Site

pytestmark = pytest.mark.browser

HER = "leaving@leicester.test"


def test_she_reads_it_downloads_it_and_deletes_her_account(
    desk: Page, site: Site, sign_in: Callable[[Page, str], None]
) -> None:
    site.manage("give_role", HER, "moderator", site.known["mvp"], "--name", "Grace Leaving")
    sign_in(desk, HER)
    desk.get_by_text("Grace Leaving").first.click()
    desk.get_by_role("link", name="What we keep about you").click()
    expect(desk.locator("main")).to_contain_text(HER)
    assert_accessible_in_both_widths(desk)

    with desk.expect_download() as download:
        desk.get_by_role("button", name="Download all of it").click()
    assert json.loads(download.value.path().read_text())["account"]["name"] == "Grace Leaving"

    desk.get_by_role("link", name="Delete your account").click()
    assert_accessible_in_both_widths(desk)
    desk.get_by_label("Type your e-mail address").fill("somebody@else.test")
    desk.get_by_role("button", name="Delete my account").click()
    expect(desk).to_have_title(re.compile("^Error:"))
    assert_accessible(desk)
    desk.get_by_label("Type your e-mail address").fill(HER)
    desk.get_by_role("button", name="Delete my account").click()

    expect(desk.get_by_role("heading", name="Your account is deleted")).to_be_visible()
    assert_accessible(desk)
    desk.goto(f"{site.url}/desk/")
    expect(desk.get_by_role("heading", name="Sign in")).to_be_visible()
    assert site.number("SELECT count(*) FROM people_user u WHERE strpos(u::text, %s) > 0", HER) == 0
