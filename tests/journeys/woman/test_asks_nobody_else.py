"""Who hears of a visit: our own address alone, and only when she goes on, never while she types."""

from collections.abc import Callable
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Page, Request

from tests.journeys.conftest import Site
from tests.journeys.woman.steps import STORY, button, code_of, first_page, heading, main_button, option

pytestmark = pytest.mark.browser
HERS = "her.own@example.org"
OFFLINE = "offline=1"


@pytest.fixture
def asked(page: Page) -> list[Request]:
    """Every request of this browser so far, its worker's too, wherever it goes."""
    seen: list[Request] = []
    page.context.on("request", lambda request: seen.append(request))  # noqa: PLW0108 - Playwright takes no built-in
    return seen


def test_a_whole_visit_asks_our_own_address_only_and_nothing_is_sent_while_she_types(
    page: Page, site: Site, asked: list[Request]
) -> None:
    sockets: list[str] = []
    page.on("websocket", lambda socket: sockets.append(socket.url))
    page.clock.install()
    first_page(page, site)
    _wait_for_the_worker(page, asked)
    main_button(page).click()
    main_button(page).click()
    _nothing_is_sent(page, asked, lambda: page.get_by_role("textbox").press_sequentially(STORY))
    main_button(page).click()
    main_button(page).click()
    option(page, "consents", "contact").check()
    _nothing_is_sent(page, asked, lambda: page.locator("input[name=contact]").press_sequentially(HERS))
    main_button(page).click()
    main_button(page).click()
    button(page, "Send").click()
    heading(page, "We have it. Thank you")
    code = code_of(page)
    page.goto(f"{site.url}/r")
    _nothing_is_sent(page, asked, lambda: page.get_by_role("textbox").press_sequentially(code))
    button(page, "Continue").click()
    heading(page, "We have your feedback")

    assert {urlsplit(request.url).netloc for request in asked} == {urlsplit(site.url).netloc}
    assert sockets == []
    assert page.context.cookies() == []
    addresses = " ".join(unquote(request.url) for request in asked)
    assert not any(words in addresses for words in (STORY, "midwife", HERS, code))


def _wait_for_the_worker(page: Page, asked: list[Request]) -> None:
    """It fetches the page without a signal; so the list has its requests too."""
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    for _try in range(100):
        if any(OFFLINE in request.url for request in asked):
            break
        page.wait_for_timeout(100)
    assert sum(OFFLINE in request.url for request in asked) == 1
    page.wait_for_load_state("networkidle")


def _nothing_is_sent(page: Page, asked: list[Request], type_: Callable[[], None]) -> None:
    """While she types, and in the two minutes in which she looks up from the phone."""
    page.wait_for_load_state("networkidle")
    before = len(asked)
    type_()
    page.clock.run_for("02:00")
    page.wait_for_timeout(500)
    assert [request.url for request in asked[before:]] == []
