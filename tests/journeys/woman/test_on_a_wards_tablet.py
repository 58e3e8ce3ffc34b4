"""A tablet on a ward is handed to a woman, and after her to somebody else, who finds nothing of hers."""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from tests.journeys.axe import assert_accessible, assert_accessible_in_both_widths
from tests.journeys.conftest import Site
from tests.journeys.languages import said, story
from tests.journeys.woman.steps import STORY, button, option

pytestmark = pytest.mark.browser


@pytest.fixture
def tablet(browser: Browser, browser_context_args: dict[str, Any], site: Site) -> Iterator[Page]:
    """A tablet at the kiosk's first page."""
    args = browser_context_args | {"viewport": {"width": 1024, "height": 768}}
    with browser.new_context(**args) as context:
        page = context.new_page()
        # A clock that tests can let run ahead; standing still, it would hold up Playwright too.
        page.clock.install()
        page.goto(kiosk(site))
        yield page


def kiosk(site: Site) -> str:
    return f"{site.url}/{site.known['site']}/kiosk"


def go_on(page: Page, name: str = "Continue") -> None:
    button(page, name).click()


def tell(page: Page) -> None:
    """Her words, on the third page."""
    option(page, "q-stage", "birth").check()
    go_on(page)
    option(page, "q-fft", "good").check()
    go_on(page)
    page.get_by_role("textbox").fill(story(page))
    # The script that watches the clock comes last.
    page.wait_for_load_state()


def finds_nothing(page: Page, site: Site, words: str = STORY) -> None:
    """Whoever presses Back as often as she likes, and reloads, reads nothing of hers. English again."""
    expect(page).to_have_url(kiosk(site))
    expect(option(page, "q-stage", "birth")).not_to_be_checked()
    for _press in range(7):
        # Chromium asks whether it shall send the page again; a reload says yes.
        with suppress(Error):
            page.go_back()
        with suppress(Error):
            page.reload()
        for hers in (
            page.get_by_text(words),
            page.locator(f'[value="{words}"]'),
            page.locator("p.mv-receipt"),
        ):
            expect(hers).to_have_count(0)


def test_from_the_first_page_to_a_cleared_screen(page: Page, site: Site, her_site: Site) -> None:
    page.clock.install()
    page.goto(kiosk(her_site))
    assert_accessible_in_both_widths(page)
    tell(page)
    is_asked_and_stays(page)
    hers = story(page)
    for name in ("Continue", "Skip", "Continue", "Skip", "Send"):
        assert_accessible_in_both_widths(page)
        go_on(page, name)
    expect(page.locator(".mv-receipt")).to_be_visible()
    assert_accessible_in_both_widths(page)

    page.get_by_role("button", name=said(page, "Finish: clear the screen")).click()
    finds_nothing(page, site, hers)


def is_asked_and_stays(page: Page) -> None:
    page.clock.run_for("02:00")
    asked = page.get_by_role("dialog", name=said(page, "Are you still there?"))
    expect(asked).to_be_visible()
    assert_accessible(page)
    asked.get_by_role("button", name=said(page, "I am still here")).click()
    expect(asked).to_be_hidden()


def test_it_asks_and_whoever_is_still_there_loses_nothing(tablet: Page) -> None:
    tell(tablet)
    asked = tablet.get_by_role("dialog", name="Are you still there?")
    for _time in range(2):
        expect(asked).to_be_hidden()
        tablet.clock.run_for("02:00")
        expect(asked.get_by_role("status")).to_have_text(re.compile("[456]0 seconds left"))
        expect(asked.get_by_role("button", name="I am still here")).to_be_focused()
        tablet.clock.run_for("00:20")
        expect(asked.get_by_role("status")).to_have_text(re.compile("[1234]0 seconds left"))
        stays(tablet)

    expect(asked).to_be_hidden()
    expect(tablet.get_by_role("textbox")).to_have_value(STORY)


def stays(page: Page) -> None:
    """Press the button that has the focus. The page waits anew when it hears that the question was closed."""
    page.evaluate("""() => {
        const asked = document.getElementById("still-there");
        window.heard = new Promise((hear) => asked.addEventListener("close", () => hear(), { once: true }));
    }""")
    page.keyboard.press("Enter")
    page.evaluate("heard")


def test_it_clears_itself_when_she_has_gone(tablet: Page, site: Site) -> None:
    tell(tablet)
    go_on(tablet)
    with tablet.expect_navigation():
        tablet.clock.run_for("03:00")

    finds_nothing(tablet, site)


def test_a_first_page_that_nobody_has_touched_stays_quiet(tablet: Page, site: Site) -> None:
    tablet.clock.run_for("30:00")

    expect(tablet.get_by_role("dialog")).to_be_hidden()
    expect(tablet).to_have_url(kiosk(site))


def test_a_page_that_the_browser_had_kept_in_its_memory_is_not_shown_again(tablet: Page, site: Site) -> None:
    option(tablet, "q-stage", "birth").check()
    tablet.evaluate("sessionStorage.setItem('cleared', Date.now() + 1)")
    with tablet.expect_navigation():
        tablet.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")

    expect(tablet).to_have_url(kiosk(site))
    expect(option(tablet, "q-stage", "birth")).not_to_be_checked()


def test_nothing_is_kept_on_the_tablet(tablet: Page) -> None:
    tell(tablet)
    go_on(tablet)
    tablet.get_by_role("button", name="Clear the screen and start again").click()

    kept = tablet.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert STORY not in kept
    assert re.fullmatch(r'\[\{\},\{"cleared":"\d+"\}\]', kept)
    assert tablet.context.cookies() == []
