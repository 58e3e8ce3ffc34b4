"""What waits for a signal goes without her: the browser wakes the worker when no page of ours is open.

Chromium does so by Background Sync, when it thinks fit. The test says when, as its developer tools can.
"""

from typing import Any

import pytest
from playwright.sync_api import BrowserContext, CDPSession, Page, expect

from tests.journeys.axe import assert_accessible
from tests.journeys.conftest import Site
from tests.journeys.woman.signal import (
    cut,
    first_page,
    kept_on_the_phone,
    mend,
    stored,
    tell,
)
from tests.journeys.woman.steps import HAVE_IT, STORY, button, heading

pytestmark = pytest.mark.browser
MOST_PAGES = 12
ANSWERS = "SELECT count(*) FROM responses_response WHERE consultation_id IS NOT NULL"


class Workers:
    """The browser's workers, as its developer tools see them."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._tools: CDPSession = page.context.new_cdp_session(page)
        self._known: dict[str, str] = {}
        self._tools.on("ServiceWorker.workerRegistrationUpdated", self._note)
        self._tools.send("ServiceWorker.enable")

    def _note(self, event: dict[str, Any]) -> None:
        self._known |= {each["scopeURL"]: each["registrationId"] for each in event["registrations"]}

    def wake(self, scope: str) -> None:
        """What the browser does by itself, some time after the signal has come back."""
        while scope not in self._known:
            self._page.wait_for_timeout(100)
        origin = "/".join(scope.split("/")[:3])
        sync = {"origin": origin, "registrationId": self._known[scope], "tag": "send", "lastChance": False}
        self._tools.send("ServiceWorker.dispatchSyncEvent", sync)


def test_the_browser_sends_what_waits_when_no_page_of_ours_is_open(
    page: Page, context: BrowserContext, site: Site
) -> None:
    before, address = stored(site), f"{site.url}/{site.known['site']}"
    first_page(page, site)
    cut(context)
    page.reload()
    tell(page)
    button(page, "Send").click()
    heading(page, "Not sent yet")

    page.goto("about:blank")
    workers = Workers(page)
    assert stored(site) == before
    # From here on the browser may also wake the worker by itself.
    mend(context)
    for _try in range(100):
        workers.wake(address)
        page.wait_for_timeout(100)
        if stored(site) > before:
            break
    assert stored(site) == before + 1

    page.goto(address)
    expect(page.get_by_text("It is sent, and we have it")).to_be_visible()
    assert STORY not in kept_on_the_phone(page)


def test_a_consultation_is_answered_without_a_signal(page: Page, context: BrowserContext, site: Site) -> None:
    before, lincoln = site.number(ANSWERS), site.places["lincoln"]
    page.goto(f"{site.url}/m/{lincoln['mvp']}/c/{lincoln['asked']}/answer")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    cut(context)
    page.reload()
    expect(page.get_by_text("No signal. You can go on.")).to_be_visible()
    page.get_by_label("Every night").check()
    assert_accessible(page)
    for _page in range(MOST_PAGES):
        if button(page, "Send").is_visible():
            break
        box = page.get_by_role("textbox")
        if box.is_visible():
            box.fill(STORY)
        button(page, "Continue").click()
    expect(page.locator("main")).to_contain_text("Every night")
    expect(page.locator("main")).to_contain_text(STORY)
    button(page, "Send").click()
    heading(page, "Not sent yet")
    assert site.number(ANSWERS) == before

    mend(context)
    expect(page.get_by_text("It is sent, and we have it")).to_be_visible(timeout=15_000)
    heading(page, HAVE_IT)
    assert site.number(ANSWERS) == before + 1
