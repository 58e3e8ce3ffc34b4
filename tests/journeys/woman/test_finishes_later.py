"""She begins on one phone and finishes on another device: by a code that she types, by a link to herself."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.axe import assert_accessible, assert_accessible_in_both_widths
from tests.journeys.conftest import Site
from tests.journeys.languages import said, story
from tests.journeys.woman.steps import button, code_of, first_page, heading, option

pytestmark = pytest.mark.browser

HER = "her.own@example.org"
DRAFTS = "SELECT count(*) FROM responses_draft"
RESPONSES = "SELECT count(*) FROM responses_response"
SAVE = "Save and finish later"
RECEIPT = ".mv-receipt"
NOTHING_SAVED = (
    "We have nothing saved under this. Check each letter of your code. "
    "Perhaps you have sent it already, or its time is over and we have deleted it."
)
Phones = Callable[..., Page]


@pytest.fixture
def phones(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Phones]:
    """Gives as many phones as she has: nothing of one is on the other."""
    contexts = []

    def phone(**settings: Any) -> Page:
        contexts.append(browser.new_context(**browser_context_args | settings))
        return contexts[-1].new_page()

    yield phone
    for context in contexts:
        context.close()


def half_told(page: Page, site: Site) -> None:
    """She is in the middle of a sentence."""
    first_page(page, site)
    option(page, "q-stage", "birth").check()
    button(page, "Continue").click()
    button(page, "Skip").click()
    page.get_by_role("textbox").fill(story(page))


def save(page: Page) -> str:
    """Her code, as she reads it."""
    button(page, SAVE).click()
    heading(page, "We have saved it for you")
    assert re.fullmatch(r"[0-9A-Z]{12}", code_of(page))
    return code_of(page)


def go_on(page: Page, site: Site, code: str) -> None:
    """On another device she types the address and her code."""
    page.goto(f"{site.url}/go-on")
    page.get_by_role("textbox").fill(f"{code[:4]} {code[4:8]}-{code[8:]}".lower())
    button(page, "Go on").click()


def finish(page: Page) -> None:
    """From the middle of her story to the receipt."""
    expect(page.get_by_role("textbox")).to_have_value(story(page))
    button(page, "Continue").click()
    button(page, "Skip").click()
    for _page in range(2):
        button(page, "Continue").click()
    expect(page.locator("main")).to_contain_text(story(page))
    button(page, "Send").click()


def test_half_a_story_on_one_phone_is_finished_on_another(phones: Phones, her_site: Site) -> None:
    begins_and_finishes(phones(), phones(), her_site)


def test_without_scripts_it_is_the_same(phones: Phones, site: Site) -> None:
    begins_and_finishes(phones(java_script_enabled=False), phones(java_script_enabled=False), site)


def begins_and_finishes(first: Page, second: Page, site: Site) -> None:
    """Half a story on one phone, the rest on another; afterwards the first finds nothing any more."""
    before, sent = site.number(DRAFTS), site.number(RESPONSES)
    half_told(first, site)
    code = save(first)
    assert site.number(DRAFTS) == before + 1

    go_on(second, site, code)
    finish(second)

    expect(second.locator(RECEIPT)).to_be_visible()
    assert (site.number(DRAFTS), site.number(RESPONSES)) == (before, sent + 1)
    go_on(first, site, code)
    expect(first.locator("main")).to_contain_text(said(first, NOTHING_SAVED))
    assert first.context.cookies() == second.context.cookies() == []


def test_sent_from_both_it_is_one_response_with_one_receipt(phones: Phones, site: Site) -> None:
    sent = site.number(RESPONSES)
    first, second = phones(), phones()
    half_told(first, site)
    code = save(first)
    go_on(second, site, code)
    finish(second)
    first.go_back()
    finish(first)

    assert code_of(first) == code_of(second)
    expect(first.get_by_text("You had sent this before")).to_be_visible()
    assert site.number(RESPONSES) == sent + 1


def test_the_link_that_is_sent_to_her_goes_on_in_her_language(phones: Phones, site: Site) -> None:
    first, second = phones(), phones()
    first.goto(f"{site.url}/ar/{site.known['site']}")
    first.get_by_role("radio").first.check()
    first.locator('button[name="later"]').click()
    first.locator('input[name="email"]').fill(HER)
    first.locator('button[name="send-link"]').click()
    expect(first.locator(".mv-banner--done")).to_be_visible()

    letter = site.mailbox.wait_for(HER)
    link = re.search(rf"{re.escape(site.url)}/ar/go-on/[\w-]+", letter.text)
    assert link, letter.text
    second.goto(link[0])
    assert_accessible(second)
    second.locator("main button").click()

    expect(second.locator("html")).to_have_attribute("dir", "rtl")
    expect(second.get_by_role("radio").first).to_be_checked()
    assert link[0] not in second.content()


def test_every_page_of_it_is_accessible(page: Page, site: Site) -> None:
    half_told(page, site)
    code = save(page)
    assert_accessible_in_both_widths(page)
    page.get_by_label("Your e-mail address").fill("her@")
    button(page, "Send me a link").click()
    expect(page).to_have_title(re.compile("^Error:"))
    assert_accessible(page)

    page.goto(f"{site.url}/go-on")
    assert_accessible_in_both_widths(page)
    page.get_by_role("textbox").fill("not a code")
    button(page, "Go on").click()
    assert_accessible(page)
    page.get_by_role("textbox").fill(code)
    button(page, "Delete what I saved").click()
    assert_accessible(page)
    button(page, "Yes, delete it").click()
    expect(page.get_by_role("heading", name="What you saved is deleted")).to_be_visible()
    assert_accessible(page)


def test_go_on_now_and_the_keyboard_meets_saving_last(page: Page, site: Site) -> None:
    half_told(page, site)
    order = [page.get_by_role("textbox"), *(button(page, name) for name in ("Continue", "Skip", SAVE))]
    order[0].focus()
    for control in order[1:]:
        page.keyboard.press("Tab")
        expect(control).to_be_focused()

    save(page)
    button(page, "Go on now").click()
    expect(page.get_by_role("textbox")).to_have_value(story(page))
