"""A woman gives feedback on her phone: with scripts and without, in a hurry, back and forth."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import assert_accessible
from tests.journeys.conftest import Site
from tests.journeys.waiting import answers_at
from tests.journeys.woman.steps import STORY, answer_everything, button, first_page

pytestmark = pytest.mark.browser


def to_review(page: Page, site: Site) -> None:
    """From the poster to the last look."""
    first_page(page, site)
    answer_everything(page)


def receipt(page: Page) -> str:
    return page.locator(".mv-receipt").inner_text()


def test_from_the_poster_to_the_receipt_every_page_is_accessible(page: Page, site: Site) -> None:
    first_page(page, site)
    for _page in range(6):
        assert_accessible(page)
        if page.get_by_role("textbox").is_visible():
            page.get_by_role("textbox").fill(STORY)
        button(page, "Continue").click()
    assert_accessible(page)
    button(page, "Send").click()

    expect(page.get_by_text("This is your receipt code")).to_be_visible()
    assert_accessible(page)
    assert page.context.cookies() == []


def test_without_scripts_it_is_the_same(page_without_scripts: Page, site: Site) -> None:
    page = page_without_scripts
    to_review(page, site)
    expect(page.get_by_text(STORY)).to_be_visible()
    button(page, "Send").click()

    assert re.search(r"[0-9A-Z]{4}", receipt(page))


def test_a_double_click_sends_once(page: Page, site: Site) -> None:
    to_review(page, site)
    button(page, "Send").dblclick()

    expect(page.get_by_text("This is your receipt code")).to_be_visible()
    expect(page.get_by_text("You had sent this before")).to_have_count(0)


def test_a_double_click_without_scripts_sends_once(page_without_scripts: Page, site: Site) -> None:
    to_review(page_without_scripts, site)
    button(page_without_scripts, "Send").dblclick()

    expect(page_without_scripts.get_by_text("This is your receipt code")).to_be_visible()


def test_back_after_sending_and_sending_again_shows_the_same_receipt(page: Page, site: Site) -> None:
    to_review(page, site)
    button(page, "Send").click()
    first = receipt(page)
    page.go_back()
    expect(page.get_by_text(STORY)).to_be_visible()
    button(page, "Send").click()

    assert receipt(page) == first
    expect(page.get_by_text("You had sent this before")).to_be_visible()


def test_the_browsers_back_button_shows_her_words_not_an_error(page: Page, site: Site) -> None:
    to_review(page, site)
    expect(page.get_by_role("heading", name="Check what you have told us")).to_be_visible()
    for heading in ("About you", "What may we do", "What could have been better?", "What was good"):
        page.go_back()
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
    expect(page.get_by_role("textbox")).to_have_value(STORY)


def test_enter_goes_on_and_not_back(page: Page, site: Site) -> None:
    first_page(page, site)
    page.get_by_label("Pregnancy").check()
    button(page, "Continue").click()
    page.get_by_label("Very good").check()
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="What was good about your care?")).to_be_visible()


def test_a_server_that_dies_between_two_pages_costs_her_nothing(page: Page, site: Site) -> None:
    everybody = "SELECT count(*) FROM responses_response"
    before = site.number(everybody)
    first_page(page, site)
    page.get_by_label("Labour and birth").check()
    button(page, "Continue").click()
    button(page, "Skip").click()
    page.get_by_role("textbox").fill(STORY)

    for next_page in (
        "What could have been better?",
        "What may we do",
        "About you",
        "Check what you have told us",
    ):
        site.web.kill()
        site.web.start()
        answers_at(f"{site.url}/health/ready")
        button(page, "Continue").click()
        # Between two pages: killed while it answers, she would see the page without a signal instead.
        expect(page.get_by_role("heading", name=next_page)).to_be_visible()

    expect(page.locator("main")).to_contain_text(STORY)
    button(page, "Send").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("We have it")
    assert site.number(everybody) == before + 1
