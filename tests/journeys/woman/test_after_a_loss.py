"""After a loss: from the poster by the quiet link to the receipt; who reads it, and who never knows of it."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import partial

import pytest
from playwright.sync_api import Page, expect

from surveys.core import clock
from tests.journeys.axe import assert_accessible_in_both_widths
from tests.journeys.conftest import Site
from tests.journeys.languages import said, story
from tests.journeys.woman.steps import QUIET, button, heading, main_button, option

pytestmark = pytest.mark.browser

WORDS = "Midwife Sarah Whitfield gave us two nights with him."
OTHERS = ("chair", "moderator", "lms_chair", "lms_officer")
SENT = "SELECT count(*) FROM notifications_email WHERE purpose <> 'account'"
TOLD = "SELECT count(*) FROM responses_response WHERE stage = 'after_loss'"

SignIn = Callable[[Page, str], None]


def test_what_a_parent_tells_reaches_the_specialist_and_nobody_else(
    site: Site, page: Page, desk: Page, sign_in: SignIn
) -> None:
    # What was made before may still be on its way.
    site.wait_for_the_worker()
    durham, sent = site.places["durham"], site.number(SENT)
    _tells(page, site, WORDS)
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


def test_every_page_of_it_is_kind_to_her_in_her_language(her_site: Site, page: Page) -> None:
    her_site.wait_for_the_worker()
    told, sent = her_site.number(TOLD), her_site.number(SENT)
    _tells(page, her_site, "", look=True)

    assert page.context.cookies() == []
    assert (her_site.number(TOLD), her_site.number(SENT)) == (told + 1, sent)


def test_an_lms_report_tells_of_it_once_there_are_enough(
    site: Site, page: Page, desk: Page, sign_in: SignIn
) -> None:
    durham = site.places["durham"]
    sign_in(desk, durham["lms_chair"])
    if site.number(TOLD) < 5:
        _compiles(desk, site, durham["lms"])
        expect(desk.get_by_text("Too few parents have told anything")).to_be_attached()
    while site.number(TOLD) < 5:
        _tells(page, site, "They used her name.")
    site.wait_for_the_worker()

    _compiles(desk, site, durham["lms"])

    expect(desk.get_by_text("Parents who told us something after a loss: 5")).to_be_attached()
    expect(desk.get_by_text("They used her name.")).to_have_count(0)
    assert_accessible_in_both_widths(desk)
    _compiles(desk, site, durham["lms"], whose=durham["mvp"])
    expect(desk.get_by_text("is counted for a whole LMS only")).to_be_attached()


def _tells(page: Page, site: Site, words: str, *, look: bool = False) -> None:
    """A parent with a small phone, from Durham's poster to the receipt; `look`: axe looks at every page."""
    seen = assert_accessible_in_both_widths if look else _pass
    page.goto(f"{site.url}/{site.places['durham']['site']}")
    button(page, QUIET).click()
    heading(page, "We are so sorry")
    words = words or story(page)
    for answer in (_goes_on, _chooses, partial(_writes, words), _goes_on, _goes_on, _agrees, _goes_on):
        seen(page)
        answer(page)
        main_button(page).click()
    expect(page.locator("dl").get_by_text(words)).to_be_visible()
    seen(page)
    button(page, "Send").click()
    heading(page, "We have it. Thank you for telling us")
    expect(page.locator(".mv-receipt")).to_be_visible()
    expect(
        page.get_by_text(said(page, "We are sorry for your loss. We will not write to you."))
    ).to_be_visible()
    expect(page.locator('input[type="email"]')).to_have_count(0)
    seen(page)


def _goes_on(_page: Page) -> None:
    """There is nothing that she wants to say here."""


def _chooses(page: Page) -> None:
    option(page, "q-happened", "late").check()


def _writes(words: str, page: Page) -> None:
    page.get_by_role("textbox").fill(words)


def _agrees(page: Page) -> None:
    option(page, "consents", "themes").check()


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
