"""She is told what is wrong in her language, where it is and what to do; nothing that she typed is lost."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import assert_accessible_in_both_widths
from tests.journeys.conftest import Site
from tests.journeys.languages import said, story
from tests.journeys.woman.steps import (
    HAVE_IT,
    NOBODYS_CODE,
    SUMMARY,
    answer_everything,
    button,
    code_of,
    first_page,
    heading,
    press_for,
    to_last_look,
    wants_an_answer,
)

pytestmark = pytest.mark.browser

MOST = 5000
NOTHING = "Please answer at least one question before you send."
TOO_LONG = "Your words are %(has)s letters long. Please shorten them to %(most)s."
NO_ADDRESS = "Write your e-mail address, or take the tick away above it"
WRONG_ADDRESS = "Enter an e-mail address in the right form, like name@example.org"
ONE_WRONG = "One letter or number is not right. Look at each one again, and at their order."
NOBODYS = "We cannot find feedback with this code. Check each letter and try again."
HERS = "her.own@example.org"


def is_told(page: Page, problem: str, **values: int) -> None:
    """The title says it first; the summary has the focus, and leads to the box that says it too."""
    words = said(page, problem, **values)
    expect(page).to_have_title(re.compile(f"^{re.escape(said(page, 'Error:'))}"))
    expect(page.locator(SUMMARY)).to_be_focused()
    assert_accessible_in_both_widths(page)
    page.locator(SUMMARY).get_by_role("link", name=words).click()
    expect(page.locator(":focus")).to_have_accessible_description(words_in(words))


def words_in(words: str) -> re.Pattern[str]:
    return re.compile(re.escape(words))


def test_on_the_way_to_the_receipt(page: Page, her_site: Site) -> None:
    first_page(page, her_site)
    to_last_look(page)
    button(page, "Send").click()
    expect(page.get_by_role("alert")).to_contain_text(said(page, NOTHING))
    assert_accessible_in_both_widths(page)

    page.locator("button[name=change][value=care-3]").click()
    page.get_by_role("textbox").fill(story(page).ljust(MOST + 4, "x"))
    button(page, "Continue").click()
    is_told(page, TOO_LONG, has=MOST + 4, most=MOST)
    expect(page.get_by_role("textbox")).to_have_value(story(page).ljust(MOST + 4, "x"))
    page.get_by_role("textbox").fill(story(page))
    button(page, "Continue").click()

    wants_an_answer(page)
    is_told(page, NO_ADDRESS)
    page.locator("input[name=contact]").fill("her.own@")
    button(page, "Continue").click()
    is_told(page, WRONG_ADDRESS)
    expect(page.locator("input[name=contact]")).to_have_value("her.own@")
    page.locator("input[name=contact]").fill(HERS)
    button(page, "Continue").click()

    expect(page.locator("dl")).to_contain_text(story(page))
    button(page, "Send").click()
    heading(page, HAVE_IT)


def test_when_she_comes_back(page: Page, her_site: Site) -> None:
    first_page(page, her_site)
    answer_everything(page)
    button(page, "Send").click()
    heading(page, HAVE_IT)
    code = code_of(page)

    page.goto(f"{her_site.url}/r")
    for wrong, problem in (
        ("", "Write your code"),
        (code[:-1], "A code has 16 letters and numbers. You wrote %(has)s."),
        (code[:-1] + ("B" if code[-1] == "A" else "A"), ONE_WRONG),
        (NOBODYS_CODE, NOBODYS),
    ):
        page.get_by_role("textbox").fill(wrong)
        button(page, "Continue").click()
        is_told(page, problem, has=len(wrong))
        expect(page.get_by_role("textbox")).to_have_value(wrong)
    page.get_by_role("textbox").fill(code)
    button(page, "Continue").click()
    heading(page, "We have your feedback")

    press_for(page, "more")
    press_for(page, "add")
    is_told(page, "Write a few words here")
    page.get_by_role("textbox").fill(story(page))
    press_for(page, "add")
    heading(page, "We have your feedback")
