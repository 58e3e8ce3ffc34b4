"""After a loss: from the poster by the quiet link to the receipt; who reads it, and who never knows of it."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from surveys.core import clock
from tests.journeys.axe import assert_accessible, assert_accessible_in_both_widths
from tests.journeys.conftest import Site

pytestmark = pytest.mark.browser

QUIET = "My baby died, or I lost my pregnancy"
WORDS = "Midwife Sarah Whitfield gave us two nights with him."
OTHERS = ("chair", "moderator", "lms_chair", "lms_officer")
SENT = "SELECT count(*) FROM notifications_email WHERE purpose <> 'account'"
TOLD = "SELECT count(*) FROM responses_response WHERE stage = 'after_loss'"

SignIn = Callable[[Page, str], None]


def test_what_a_parent_tells_reaches_the_specialist_and_nobody_else(
    site: Site, page: Page, desk: Page, sign_in: SignIn
) -> None:
    durham, sent = site.places["durham"], site.number(SENT)
    _tells(page, site, durham["site"], WORDS, look=True)
    site.wait_for_the_worker()

    for other in OTHERS:
        desk.context.clear_cookies()
        sign_in(desk, durham[other])
        _finds_nothing(desk, site, durham)
    desk.context.clear_cookies()
    sign_in(desk, durham["loss_moderator"])
    _the_specialist_checks(desk)
    site.wait_for_the_worker()
    assert site.number(SENT) == sent


def test_an_lms_report_tells_of_it_once_there_are_enough(
    site: Site, page: Page, desk: Page, sign_in: SignIn
) -> None:
    durham = site.places["durham"]
    sign_in(desk, durham["lms_chair"])
    if site.number(TOLD) < 5:
        _compiles(desk, site, durham["lms"])
        expect(desk.get_by_text("Too few parents have told anything")).to_be_attached()
    while site.number(TOLD) < 5:
        _tells(page, site, durham["site"], "They used her name.")
    site.wait_for_the_worker()

    _compiles(desk, site, durham["lms"])

    expect(desk.get_by_text("Parents who told us something after a loss: 5")).to_be_attached()
    expect(desk.get_by_text("They used her name.")).to_have_count(0)
    assert_accessible_in_both_widths(desk)
    _compiles(desk, site, durham["lms"], whose=durham["mvp"])
    expect(desk.get_by_text("is counted for a whole LMS only")).to_be_attached()


def _tells(page: Page, site: Site, code: str, words: str, *, look: bool = False) -> None:
    """A parent with a small phone, from the poster to the receipt; `look`: axe looks at every page."""
    seen = assert_accessible if look else _pass
    page.goto(f"{site.url}/{code}")
    page.get_by_role("button", name=QUIET).click()
    expect(page.get_by_role("heading", name="We are so sorry")).to_be_visible()
    for answer in ("Go on when you are ready", "stillborn", words, "", "", "Put my words together", ""):
        seen(page)
        _answers(page, answer)
    expect(page.get_by_text(words)).to_be_visible()
    seen(page)
    _press(page, "Send")
    expect(page.get_by_role("heading", name="We have it. Thank you for telling us")).to_be_visible()
    expect(page.get_by_text("This is your receipt code")).to_be_visible()
    expect(page.locator('input[type="email"]')).to_have_count(0)
    seen(page)
    assert page.context.cookies() == []


def _answers(page: Page, answer: str) -> None:
    if page.get_by_role("textbox").is_visible() and answer:
        page.get_by_role("textbox").fill(answer)
    elif answer and not answer.startswith("Go on"):
        page.get_by_label(answer).check()
    _press(page, answer if answer.startswith("Go on") else "Continue")


def _press(page: Page, name: str) -> None:
    page.locator("form").get_by_role("button", name=name, exact=True).click()


def _pass(_page: Page) -> None:
    """Look at nothing."""


def _finds_nothing(desk: Page, site: Site, durham: Mapping[str, str]) -> None:
    """Somebody at another desk: no words, no count, no page."""
    for slug in (durham["lms"], durham["mvp"]):
        for where in ("", "listen/", "listen/check/", "listen/themes/"):
            desk.goto(f"{site.url}/desk/{slug}/{where}")
            expect(desk.get_by_text("two nights with him")).to_have_count(0)
            expect(desk.get_by_text("After a loss")).to_have_count(0)
            expect(desk.get_by_text("comment to check")).to_have_count(0)
        answer = desk.goto(f"{site.url}/desk/{slug}/loss/")
        assert answer is not None
        assert answer.status == 404


def _the_specialist_checks(desk: Page) -> None:
    """Straight to her own desk; she hides the name and says what it is about."""
    expect(desk.get_by_role("heading", name="After a loss")).to_be_visible()
    assert_accessible_in_both_widths(desk)
    desk.get_by_role("link", name="comment to check").click()
    expect(desk.get_by_text("two nights with him")).to_be_visible()
    assert_accessible_in_both_widths(desk)
    desk.get_by_role("button", name="Mark safe and go on").click()
    expect(desk.get_by_text("The last comment is safe to read")).to_be_visible()
    assert_accessible_in_both_widths(desk)
    desk.get_by_role("link", name="What needs you").click()
    desk.get_by_role("table").get_by_role("link").first.click()
    expect(desk.get_by_text("gave us two nights with him")).to_be_visible()
    expect(desk.get_by_text("Whitfield")).to_have_count(0)
    assert_accessible_in_both_widths(desk)


def _compiles(desk: Page, site: Site, lms: str, whose: str = "") -> None:
    """A draft of the last days, for the LMS (or for one of its MVPs)."""
    today = clock.local_date(clock.now())
    desk.goto(f"{site.url}/desk/{lms}/reports/new/")
    desk.get_by_label("Whose report?").select_option(whose or lms)
    desk.get_by_label("Other days").check()
    _day(desk, "First day", today - timedelta(days=20))
    _day(desk, "Last day, included", today)
    desk.get_by_role("button", name="Compile the draft").click()


def _day(desk: Page, name: str, day: date) -> None:
    group = desk.get_by_role("group", name=name)
    for part, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        group.get_by_label(part, exact=True).fill(str(value))
