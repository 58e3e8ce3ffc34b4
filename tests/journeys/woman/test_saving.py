"""What she types is kept on her phone only until it is sent, and put back when she returns."""

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.journeys.axe import assert_accessible_in_both_widths
from tests.journeys.conftest import Site
from tests.journeys.languages import said, story
from tests.journeys.woman.signal import (
    cut,
    first_page,
    kept_on_the_phone,
    mend,
    step_one,
    stored,
    tell,
)
from tests.journeys.woman.steps import HAVE_IT, STORY, button, heading, option

pytestmark = pytest.mark.browser
KEPT_HERE = "What you type is kept on this phone only, until you send it or for 3 days."
PUT_BACK = "We put back what you typed"
RETURNED = "We put back what you typed before. It was kept on this phone only. It is not sent."
FORGET = "Forget what I typed on this device"
GOOD = "What was good about your care?"


def types_a_story(page: Page, site: Site) -> None:
    first_page(page, site)
    tell(page, steps=2)
    page.get_by_role("textbox").fill(story(page))
    expect(page.get_by_text(said(page, KEPT_HERE))).to_be_visible()


def test_what_she_typed_is_there_after_reloading(page: Page, site: Site) -> None:
    types_a_story(page, site)
    page.reload()

    expect(page.get_by_role("textbox")).to_have_value(STORY)
    expect(page.get_by_role("status").filter(has_text=PUT_BACK)).to_be_visible()
    assert_accessible_in_both_widths(page)


def test_a_tab_that_was_closed_is_taken_up_where_she_stopped(
    page: Page, context: BrowserContext, her_site: Site
) -> None:
    before = stored(her_site)
    types_a_story(page, her_site)
    assert_accessible_in_both_widths(page)
    page.close()
    later = context.new_page()
    first_page(later, her_site)
    expect(later.get_by_role("status").filter(has_text=said(later, RETURNED))).to_be_visible()
    expect(option(later, "q-stage", "birth")).to_be_checked()
    assert_accessible_in_both_widths(later)

    later.get_by_role("button", name=said(later, "Go on where you stopped")).click()
    heading(later, GOOD)
    expect(later.get_by_role("textbox")).to_have_value(story(later))
    for _step in range(4):
        button(later, "Continue").click()
    button(later, "Send").click()
    heading(later, HAVE_IT)
    assert stored(her_site) == before + 1
    assert story(later) not in kept_on_the_phone(later)


def test_what_was_sent_is_kept_no_longer(page: Page, context: BrowserContext, site: Site) -> None:
    types_a_story(page, site)
    assert STORY in kept_on_the_phone(page)
    for _step in range(4):
        button(page, "Continue").click()
    button(page, "Send").click()
    heading(page, HAVE_IT)

    assert STORY not in kept_on_the_phone(page)
    later = context.new_page()
    first_page(later, site)
    later.wait_for_timeout(1000)
    expect(later.get_by_text(PUT_BACK)).to_have_count(0)
    expect(later.get_by_label("Labour and birth")).not_to_be_checked()


def test_she_says_that_it_is_to_be_forgotten(page: Page, site: Site) -> None:
    types_a_story(page, site)
    page.get_by_role("button", name=FORGET).click()
    heading(page, "Which part of your care do you want to tell us about?")
    expect(page.get_by_role("status").filter(has_text="It is forgotten")).to_be_visible()

    assert STORY not in kept_on_the_phone(page)
    expect(page.get_by_label("Labour and birth")).not_to_be_checked()


def test_another_tab_does_not_get_what_is_open_in_this_one(
    page: Page, context: BrowserContext, site: Site
) -> None:
    types_a_story(page, site)
    other = context.new_page()
    first_page(other, site)
    other.wait_for_timeout(1500)

    expect(other.get_by_text(PUT_BACK)).to_have_count(0)
    step_one(other)
    button(other, "Skip").click()
    expect(other.get_by_role("textbox")).to_have_value("")
    page.reload()
    expect(page.get_by_role("textbox")).to_have_value(STORY)


def test_an_answer_that_she_skipped_does_not_come_back(page: Page, site: Site) -> None:
    first_page(page, site)
    step_one(page)
    page.get_by_label("Good", exact=True).check()
    button(page, "Skip").click()
    heading(page, GOOD)
    page.get_by_role("textbox").fill(STORY)
    page.get_by_role("button", name="Back", exact=True).click()

    heading(page, "Overall, how was your experience of our service?")
    page.wait_for_timeout(1000)
    expect(page.get_by_label("Good", exact=True)).not_to_be_checked()


def test_what_is_three_days_old_is_gone(page: Page, site: Site) -> None:
    types_a_story(page, site)
    page.evaluate(
        """() => {
            for (const [key, text] of Object.entries(localStorage)) {
                const kept = JSON.parse(text);
                kept.saved -= 3 * 24 * 60 * 60 * 1000;
                localStorage.setItem(key, JSON.stringify(kept));
            }
        }"""
    )
    page.goto(f"{site.url}/{site.known['site']}")

    page.wait_for_timeout(1000)
    expect(page.get_by_text(PUT_BACK)).to_have_count(0)
    assert STORY not in kept_on_the_phone(page)


def test_a_phone_of_the_ward_keeps_nothing(page: Page, context: BrowserContext, site: Site) -> None:
    def as_kiosk(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("<body ", "<body data-kiosk ", 1))

    context.route(re.compile(rf"/{site.known['site']}$"), as_kiosk)
    page.goto(f"{site.url}/{site.known['site']}")
    tell(page, steps=2)
    page.get_by_role("textbox").fill(STORY)
    page.wait_for_timeout(1500)

    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
    assert kept_on_the_phone(page) == "[{},{},[],[]]"


def test_how_much_room_is_left_is_said_in_words_near_the_end_only(page: Page, site: Site) -> None:
    first_page(page, site)
    tell(page, steps=2)
    box, room = page.get_by_role("textbox"), page.locator("[data-left]")
    box.fill("x" * 4000)
    expect(room).to_be_empty()
    box.fill("x" * 4650)
    expect(room).to_have_text("Letters left: 300")
    box.fill("x" * 4690)
    expect(room).to_have_text("Letters left: 300")
    box.fill("x" * 5004)
    expect(room).to_have_text("Too many letters: 10. Please take some out.")
    assert_accessible_in_both_widths(page)

    button(page, "Continue").click()
    expect(page.locator(".nhsuk-error-summary")).to_be_focused()
    expect(page.get_by_role("alert")).to_contain_text("5004 letters long")


def test_what_the_site_refuses_stays_on_the_phone_until_it_is_put_right(
    page: Page, context: BrowserContext, site: Site
) -> None:
    before = stored(site)
    first_page(page, site)
    tell(page, steps=4)
    cut(context)
    page.get_by_label("may contact me").check()
    button(page, "Continue").click()
    expect(page.get_by_role("link", name="Write your e-mail address")).to_be_visible()
    page.get_by_label("Your e-mail address").fill("her@home")
    button(page, "Continue").click()
    button(page, "Skip").click()
    button(page, "Send").click()
    heading(page, "Not sent yet")
    mend(context)

    expect(page.get_by_text("It is still on this phone")).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="e-mail address in the right form")).to_be_visible()
    assert_accessible_in_both_widths(page)
    assert (STORY in kept_on_the_phone(page), stored(site)) == (True, before)

    page.get_by_role("button", name="Open it").click()
    heading(page, "Check what you have told us")
    expect(page.locator("main")).to_contain_text(STORY)
    page.get_by_role("button", name=re.compile("^Change.*What we may do")).click()
    page.get_by_label("Your e-mail address").fill("her@home.example")
    button(page, "Continue").click()
    button(page, "Send").click()
    heading(page, HAVE_IT)
    assert (STORY in kept_on_the_phone(page), stored(site)) == (False, before + 1)


def test_the_worker_has_no_part_in_any_other_page(browser: Browser, site: Site) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        first_page(page, site)
        for address in ("/r", "/account/login/", f"/{site.known['site']}/help", "/privacy"):
            answer = page.goto(site.url + address)
            assert answer
            assert not answer.from_service_worker, address
        kept = page.evaluate(
            """async () => (await Promise.all((await caches.keys()).map(
                async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)
            ))).flat()"""
        )
    # Nobody's words: what it says of those that her phone keeps.
    ours = [url for url in kept if "/static/" not in url and "/kept/words.html?" not in url]
    # And nothing of the road after a loss, since she was not on it (decision 0062).
    assert ours == [f"{site.url}/{site.known['site']}?offline=1"]
