"""Very many send from one address: a script does a little work, without one she waits; all get through."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from surveys.web.journey import slowing
from tests.journeys.axe import assert_accessible
from tests.journeys.conftest import Site
from tests.journeys.languages import said
from tests.journeys.programs import Program, Watchdog
from tests.journeys.waiting import answers_at
from tests.journeys.woman.steps import HAVE_IT, STORY, answer_everything, button, heading, option
from tools.processes import free_port
from tools.product import GUNICORN

pytestmark = pytest.mark.browser

NO_WORK = "Object.defineProperty(window, 'crypto', { value: undefined })"
WAIT_A_MOMENT = "Please wait a moment: we send it for you."
DOUBTS = "SELECT count(*) FROM responses_response WHERE doubts = 'flood'"


@contextmanager
def full_ward(site: Site, *, wait: int) -> Iterator[str]:
    """A second web server of the same site, on which every sending is one too many."""
    bind = f"127.0.0.1:{free_port()}"
    given = {
        "SENDS_AN_HOUR": "0",
        "SEND_WAIT_SECONDS": str(wait),
        "SITE_URL": f"http://{bind}",
        "TRUSTED_PROXY_COUNT": "1",
    }
    with Watchdog() as watchdog:
        web = Program([*GUNICORN, f"--bind={bind}"], {**os.environ, **site.environment, **given}, watchdog)
        try:
            answers_at(f"http://{bind}/health/ready")
            yield f"http://{bind}{urlsplit(site.url).path}/{site.known['site']}"
        finally:
            web.end()


def to_review(page: Page, address: str) -> None:
    page.goto(address)
    answer_everything(page)


def test_with_a_script_the_page_works_and_sends_by_itself(page: Page, site: Site) -> None:
    before = site.number(DOUBTS)
    with full_ward(site, wait=600) as address:
        to_review(page, address)
        button(page, "Send").click()

        # Ten minutes of waiting would be too long for this test: only the work can have sent it.
        expect(page.get_by_text("This is your receipt code")).to_be_visible(timeout=60_000)
    assert site.number(DOUBTS) == before + 1


def test_what_she_saves_waits_its_turn_and_is_saved_without_another_press(page: Page, site: Site) -> None:
    with full_ward(site, wait=600) as address:
        page.goto(address)
        option(page, "q-stage", "birth").check()
        button(page, "Save and finish later").click()

        expect(page.get_by_role("heading", name="We have saved it for you")).to_be_visible(timeout=60_000)


def test_where_many_wrong_codes_were_typed_hers_waits_its_turn_and_opens_without_another_press(
    page: Page, site: Site
) -> None:
    ward = {"X-Forwarded-For": "203.0.113.7"}
    page.set_extra_http_headers(ward)
    page.add_init_script(NO_WORK)
    with full_ward(site, wait=6) as address:
        door = f"{address.rpartition('/')[0]}/r"
        for _code in range(slowing.MOST_WRONG_AN_HOUR):
            page.request.post(door, form={"code": "0" * 16}, headers=ward)
        page.goto(door)
        page.get_by_role("textbox").fill(site.places["lincoln"]["receipt"])
        button(page, "Continue").click()
        expect(page.get_by_text("Too many codes were tried. Please wait a minute")).to_be_visible()
        assert_accessible(page)

        expect(page.get_by_role("heading", name="We have your feedback")).to_be_visible(timeout=60_000)


def test_asking_to_hear_waits_its_turn_and_goes_without_another_press(page: Page, site: Site) -> None:
    wishes = "SELECT count(*) FROM notifications_subscription"
    before, lincoln = site.number(wishes), site.places["lincoln"]
    with full_ward(site, wait=600) as address:
        page.goto(f"{address.rpartition('/')[0]}/m/{lincoln['mvp']}/c/{lincoln['asked']}/")
        page.get_by_label("Your e-mail address").fill("carol@example.org")
        page.get_by_label("Tell me what was decided").check()
        page.get_by_role("button", name="Write to me").click()

        expect(page.get_by_role("heading", name="We have noted it")).to_be_visible(timeout=60_000)
    assert site.number(wishes) == before + 1


def test_where_the_browser_cannot_work_the_page_waits_and_sends_by_itself(page: Page, her_site: Site) -> None:
    before = her_site.number(DOUBTS)
    page.add_init_script(NO_WORK)
    with full_ward(her_site, wait=4) as address:
        to_review(page, address)
        button(page, "Send").click()
        expect(page.get_by_role("alert")).to_contain_text(said(page, "Many people are sending now."))
        expect(page.get_by_role("alert")).to_contain_text(said(page, "Nothing is lost."))
        expect(page.get_by_role("alert")).to_contain_text(said(page, WAIT_A_MOMENT))
        assert_accessible(page)

        heading(page, HAVE_IT, seconds=60)
    assert her_site.number(DOUBTS) == before + 1


def test_without_scripts_she_waits_a_little_and_presses_send_again(
    browser: Browser, browser_context_args: dict[str, Any], site: Site
) -> None:
    before = site.number(DOUBTS)
    with (
        full_ward(site, wait=2) as address,
        browser.new_context(**browser_context_args, java_script_enabled=False) as context,
    ):
        page = context.new_page()
        to_review(page, address)
        button(page, "Send").click()
        expect(
            page.get_by_text(re.compile(r"Please wait \d seconds?, then press Send again"))
        ).to_be_visible()
        expect(page.get_by_text(STORY)).to_be_visible()

        receipt = page.get_by_text("This is your receipt code")
        while not receipt.is_visible():
            button(page, "Send").click()
    assert site.number(DOUBTS) == before + 1


def test_what_waited_for_a_signal_waits_its_turn_and_is_sent(
    page: Page, context: BrowserContext, site: Site
) -> None:
    before = site.number(DOUBTS)
    with full_ward(site, wait=2) as address:
        page.goto(address)
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        answer_everything(page)
        context.set_offline(True)
        button(page, "Send").click()
        expect(page.get_by_role("heading", name="Not sent yet")).to_be_visible()
        context.set_offline(False)

        sent = page.get_by_text("It is sent, and we have it")
        for _try in range(20):
            # What a page does by itself every half minute.
            page.evaluate("navigator.serviceWorker.ready.then(({ active }) => active.postMessage('send'))")
            page.wait_for_timeout(1000)
            if sent.is_visible():
                break
        expect(sent).to_be_visible()
    assert site.number(DOUBTS) == before + 1
