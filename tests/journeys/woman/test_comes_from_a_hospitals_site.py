"""A hospital shows our card on its own site: the woman who reads it there is followed by nobody."""

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Page, Request, expect

from tests.journeys.axe import assert_accessible, assert_accessible_in_both_widths
from tests.journeys.conftest import Site

pytestmark = pytest.mark.browser


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def hospital(site: Site, tmp_path: Path) -> Iterator[str]:
    """A page of another site, with our card in it as the desk tells hospitals to write it."""
    frame = (
        f'<iframe src="{site.url}/{site.known["site"]}/embed" title="Your care" width="320" height="400"'
        ' sandbox="allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer"></iframe>'
    )
    (tmp_path / "index.html").write_text(f"<!doctype html><title>A hospital</title>{frame}")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    Thread(target=server.serve_forever, daemon=True).start()
    # By another name than ours, so that the browser takes it for another site.
    yield f"http://localhost:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_the_card_on_another_site_tracks_nobody(page: Page, site: Site, hospital: str) -> None:
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))  # noqa: PLW0108 - Playwright takes no built-in
    page.goto(hospital)
    card = page.frame_locator("iframe")
    expect(
        card.get_by_role("heading", name="How was your maternity care at Leicester Hospital?")
    ).to_be_visible()
    ours = [request for request in asked if request.url.startswith(site.url)]

    kinds = [request.resource_type for request in ours]
    assert kinds == ["document", "stylesheet"]
    for request in ours:
        sent = request.all_headers()
        assert "cookie" not in sent
        assert "referer" not in sent
    assert page.context.cookies() == []
    # Its style arrived, so what the sandbox leaves of it is what she should see.
    assert card.get_by_role("link").evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(76, 29, 85)"


def test_its_link_opens_the_journey_by_itself_and_says_nothing_of_where_it_stood(
    page: Page, site: Site, hospital: str
) -> None:
    page.goto(hospital)
    with page.context.expect_page() as opened:
        page.frame_locator("iframe").get_by_role("link").click()
    journey = opened.value
    journey.wait_for_load_state()

    assert journey.url == f"{site.url}/{site.known['site']}"
    assert journey.evaluate("[document.referrer, window.opener, window.top === window]") == ["", None, True]
    journey.get_by_label("Labour and birth").check()
    journey.locator("form").get_by_role("button", name="Continue", exact=True).click()
    expect(journey.get_by_text("Question 2 of")).to_be_visible()
    assert page.context.cookies() == []


def test_the_journey_itself_is_never_shown_in_a_frame(page: Page, site: Site, hospital: str) -> None:
    page.goto(hospital)
    with page.expect_event("framenavigated") as navigated:
        page.locator("iframe").evaluate("(e, there) => e.src = there", f"{site.url}/{site.known['site']}")

    assert navigated.value.url.startswith("chrome-error:")


def test_cards_and_the_mvps_page_are_accessible(page: Page, site: Site) -> None:
    for address in (
        f"/{site.known['site']}/embed",
        f"/m/{site.known['mvp']}/embed",
        f"/ar/{site.known['site']}/embed",
    ):
        page.goto(site.url + address)
        assert_accessible(page)
    page.goto(f"{site.url}/m/{site.known['mvp']}/")
    assert_accessible_in_both_widths(page)
