"""What the journeys share: the running site, Chromium, and ways to sign in."""

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.languages import PREFIXES, as_read_in
from tests.journeys.signing_in import by_code, has_a_desk
from tests.journeys.site import Site as Site
from tests.journeys.site import running_site

CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The Chromium that `make test` found."""
    where = os.environ.get("CHROMIUM")
    if not where:
        pytest.fail("Set CHROMIUM to the path of a Chromium, or run: make test")
    return browser_type_launch_args | {"executable_path": where, "args": list(CHROMIUM_FLAGS)}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A small phone, British English."""
    return browser_context_args | {"viewport": {"width": 360, "height": 740}, "locale": "en-GB"}


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    """The product, whole and real, for all journeys of a run."""
    with running_site() as site:
        yield site


@pytest.fixture(params=PREFIXES)
def her_site(site: Site, request: pytest.FixtureRequest) -> Site:
    """The same as a woman reads it: in English, then in Arabic and in Polish."""
    return as_read_in(site, PREFIXES[request.param])


@pytest.fixture
def page_without_scripts(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    """The same small phone with scripts switched off."""
    with browser.new_context(**browser_context_args, java_script_enabled=False) as context:
        yield context.new_page()


@pytest.fixture
def desk(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    """A wide screen in a browser of its own, for somebody at a desk."""
    wide = browser_context_args | {"viewport": {"width": 1280, "height": 900}}
    with browser.new_context(**wide) as context:
        yield context.new_page()


@pytest.fixture(scope="session")
def _sessions() -> dict[str, Any]:
    """The cookies of those who have signed in before in this run, by address."""
    return {}


@pytest.fixture
def sign_in(site: Site, _sessions: dict[str, Any]) -> Callable[[Page, str], None]:
    """Signs somebody in by the code that is e-mailed to her; later in a run, by the cookie that she has.

    More codes than five in ten minutes would be refused, as they should be.
    """

    def sign_in(page: Page, email: str) -> None:
        page.context.add_cookies(_sessions.get(email, []))
        page.goto(f"{site.url}/desk/")
        if not has_a_desk(page):
            by_code(page, site, email)
            _sessions[email] = page.context.cookies()

    return sign_in
