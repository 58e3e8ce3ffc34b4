"""Scripts are switched off, or did not arrive: every way works, and nothing that she typed is lost.

The telling itself, finishing later, help at once and waiting at a full ward are walked without scripts in
their own files.
"""

import re
from collections.abc import Callable
from contextlib import suppress

import pytest
from playwright.sync_api import Error, Page, expect

from tests.journeys.conftest import Site
from tests.journeys.languages import STORIES, more, said, story
from tests.journeys.woman.steps import (
    HAVE_IT,
    NOBODYS_CODE,
    QUIET,
    SUMMARY,
    answer_everything,
    button,
    code_of,
    first_page,
    heading,
    is_last_look,
    main_button,
    open_page,
    option,
    press,
    press_for,
    to_last_look,
    wants_an_answer,
)

pytestmark = pytest.mark.browser

RESPONSES = "SELECT count(*) FROM responses_response"
TOLD = f"{RESPONSES} WHERE stage = 'after_loss'"
ANSWERS = f"{RESPONSES} WHERE consultation_id IS NOT NULL"
WISHES = "SELECT count(*) FROM notifications_subscription"
NO_ADDRESS = "Write your e-mail address, or take the tick away above it"
NOTHING = "Please answer at least one question before you send."
NOBODYS = "We cannot find feedback with this code. Check each letter and try again."
ADDED = "We have what you added. Thank you. A person will read it."


def changes_the_language(page: Page, site: Site) -> None:
    """In the middle of her story; and she sends it in that language."""
    before = site.number(RESPONSES)
    first_page(page, site)
    main_button(page).click()
    main_button(page).click()
    page.locator("textarea").fill(STORIES["ar"])
    page.locator(".mv-languages summary").click()
    page.get_by_role("button", name="العربية").click()
    expect(page).to_have_url(re.compile("/ar/"))
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("textarea")).to_have_value(STORIES["ar"])
    to_last_look(page)
    expect(page.locator("dl")).to_contain_text(STORIES["ar"])
    button(page, "Send").click()
    heading(page, HAVE_IT)
    assert site.number(RESPONSES) == before + 1


def tells_after_a_loss(page: Page, site: Site) -> None:
    """What she had answered before comes back when she returns to the other road."""
    before = site.number(TOLD)
    first_page(page, site)
    option(page, "q-stage", "birth").check()
    button(page, QUIET).click()
    heading(page, "We are so sorry")
    button(page, "Take me to the other questions").click()
    expect(option(page, "q-stage", "birth")).to_be_checked()
    button(page, QUIET).click()
    button(page, "Go on when you are ready").click()
    option(page, "q-happened", "late").check()
    button(page, "Continue").click()
    page.get_by_role("textbox").fill(story(page))
    to_last_look(page)
    expect(page.locator("dl")).to_contain_text(story(page))
    button(page, "Send").click()
    heading(page, "We have it. Thank you for telling us")
    assert site.number(TOLD) == before + 1


def answers_a_consultation(page: Page, site: Site) -> None:
    """From the consultation's page to the receipt; and she asks to hear the result."""
    before = site.number(ANSWERS), site.number(WISHES)
    open_page(page, site, "m/{mvp}/c/{asked}/")
    page.get_by_role("button", name="Give your views").first.click()
    page.get_by_label("Every night").check()
    while not is_last_look(page):
        if page.locator("textarea").count():
            page.locator("textarea").fill(story(page))
        main_button(page).click()
    expect(page.locator("dl")).to_contain_text("Every night")
    expect(page.locator("dl")).to_contain_text(story(page))
    button(page, "Send").click()
    heading(page, HAVE_IT)
    page.locator("input[name=email]").fill("dora@example.org")
    button(page, "Tell me the result").click()
    heading(page, "We have noted it")
    assert (site.number(ANSWERS), site.number(WISHES)) == (before[0] + 1, before[1] + 1)


def asks_to_hear(page: Page, site: Site) -> None:
    """Only to be told; first she forgets to say what."""
    before = site.number(WISHES)
    open_page(page, site, "m/{mvp}/c/{asked}/")
    page.locator("input[name=email]").fill("emma@example.org")
    press(page, "Write to me")
    is_told(page, "Tick what we may send you")
    expect(page.locator("input[name=email]")).to_have_value("emma@example.org")
    option(page, "wants", "reminder").check()
    option(page, "wants", "result").check()
    press(page, "Write to me")
    heading(page, "We have noted it")
    assert site.number(WISHES) == before + 1


def comes_back(page: Page, site: Site) -> None:
    """With her receipt code: she adds something, thinks twice, and takes all of it back."""
    first_page(page, site)
    answer_everything(page)
    button(page, "Send").click()
    heading(page, HAVE_IT)
    expect(page.get_by_role("button", name="Print this code")).to_have_count(0)
    code = code_of(page)
    with_code(page, site, code)
    press_for(page, "more")
    press_for(page, "add")
    is_told(page, "Write a few words here")
    page.get_by_role("textbox").fill(more(page))
    press_for(page, "add")
    expect(page.get_by_role("status").filter(has_text=ADDED)).to_be_visible()
    press_for(page, "ask")
    press_for(page, "look")
    heading(page, "We have your feedback")
    press_for(page, "ask")
    press_for(page, "take-back")
    heading(page, "Your feedback is taken back")
    with_code(page, site, code)
    is_told(page, NOBODYS)


def tells_on_a_wards_tablet(page: Page, site: Site) -> None:
    """She presses the button that clears the screen: whoever goes back afterwards finds nothing."""
    before = site.number(RESPONSES)
    page.goto(f"{site.url}/{site.known['site']}/kiosk")
    answer_everything(page)
    button(page, "Send").click()
    heading(page, HAVE_IT)
    code, told = code_of(page), story(page)
    button(page, "Finish: clear the screen").click()
    expect(option(page, "q-stage", "birth")).not_to_be_checked()
    for _press in range(8):
        # Chromium asks whether it shall send the page again; a reload says yes.
        with suppress(Error):
            page.go_back()
        with suppress(Error):
            page.reload()
        page.wait_for_load_state()
        shown = page.locator("body").inner_text()
        assert told not in shown
        assert code not in shown
    assert site.number(RESPONSES) == before + 1


def puts_right_what_is_wrong(page: Page, site: Site) -> None:
    """Nothing answered, then an address that is missing; and a code that is nobody's."""
    first_page(page, site)
    to_last_look(page)
    button(page, "Send").click()
    expect(page.get_by_role("alert")).to_contain_text(said(page, NOTHING))
    page.locator("button[name=change][value=care-3]").click()
    page.get_by_role("textbox").fill(story(page))
    button(page, "Continue").click()
    wants_an_answer(page)
    is_told(page, NO_ADDRESS)
    page.locator("input[name=contact]").fill("her.own@example.org")
    button(page, "Continue").click()
    expect(page.locator("dl")).to_contain_text(story(page))
    button(page, "Send").click()
    heading(page, HAVE_IT)
    page.goto(f"{site.url}/go-on")
    page.get_by_role("textbox").fill(NOBODYS_CODE[:12])
    button(page, "Go on").click()
    expect(page.locator(SUMMARY)).to_be_visible()
    expect(page.get_by_role("textbox")).to_have_value(NOBODYS_CODE[:12])


WAYS = (
    changes_the_language,
    tells_after_a_loss,
    answers_a_consultation,
    asks_to_hear,
    comes_back,
    tells_on_a_wards_tablet,
    puts_right_what_is_wrong,
)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__.replace("_", " "))
def test_without_scripts(page_without_scripts: Page, site: Site, way: Callable[[Page, Site], None]) -> None:
    way(page_without_scripts, site)

    expect(page_without_scripts.locator("html")).not_to_have_class(re.compile("js-enabled"))
    assert page_without_scripts.context.cookies() == []


def with_code(page: Page, site: Site, code: str) -> None:
    page.goto(f"{site.url}/r")
    page.get_by_role("textbox").fill(code)
    button(page, "Continue").click()


def is_told(page: Page, problem: str) -> None:
    """In the title, in the summary, and beside what is wrong."""
    expect(page).to_have_title(re.compile(f"^{re.escape(said(page, 'Error:'))}"))
    expect(page.locator(SUMMARY).get_by_role("link", name=said(page, problem))).to_be_visible()
    expect(page.locator("main .nhsuk-error-message").filter(has_text=said(page, problem))).to_be_visible()
