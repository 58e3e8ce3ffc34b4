"""Her signal goes at any step: no letter is lost, she is told how it stands, and it is sent once."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.axe import assert_accessible_in_both_widths
from tests.journeys.conftest import Site
from tests.journeys.languages import said, story
from tests.journeys.woman.line import line_to
from tests.journeys.woman.signal import (
    IT_IS_SENT,
    NO_SIGNAL,
    NOT_YET,
    STEPS,
    cut,
    first_page,
    kept_on_the_phone,
    mend,
    restart,
    step_two,
    stored,
    tell,
)
from tests.journeys.woman.steps import HAVE_IT, QUIET, STORY, button, heading, option

pytestmark = pytest.mark.browser
NEEDS_SIGNAL = "These questions need one to open."
# Until the other road has its worker too. (wait_for_function does not wait for what a promise brings.)
BOTH_ROADS = """async () => {
    const all = () => navigator.serviceWorker.getRegistrations();
    const soon = () => new Promise((again) => setTimeout(again, 50));
    while ((await all()).filter(({ active }) => active).length < 2) await soon();
}"""
CODE = re.compile(r"[0-9A-Z]{16}")


@pytest.fixture
def dead(site: Site) -> Iterator[Site]:
    """The site, whose web server a test may kill; it is up again afterwards."""
    yield site
    site.web.kill()
    restart(site)


def code(page: Page) -> str:
    return re.sub(r"\s", "", page.locator(".mv-receipt__code").inner_text())


def is_told_that_it_waits(page: Page) -> None:
    heading(page, "Not sent yet")
    expect(page.get_by_role("status").filter(has_text=said(page, NOT_YET))).to_be_visible()


def is_told_that_it_was_sent(page: Page) -> str:
    expect(page.get_by_text(said(page, IT_IS_SENT))).to_be_visible(timeout=15_000)
    assert CODE.fullmatch(code(page))
    return code(page)


def send_now(page: Page) -> None:
    """What a page does by itself every half minute."""
    page.evaluate("navigator.serviceWorker.ready.then(({ active }) => active.postMessage('send'))")


def wait_until(is_so: Callable[[], bool], page: Page) -> None:
    for _try in range(100):
        if is_so():
            return
        send_now(page)
        page.wait_for_timeout(100)
    raise AssertionError("It never was so.")


def words_of(site: Site) -> int:
    return site.number("SELECT count(*) FROM responses_freetext")


@pytest.mark.parametrize("online", range(len(STEPS) + 1))
def test_the_signal_may_go_before_any_step(
    page: Page, context: BrowserContext, site: Site, online: int
) -> None:
    before = stored(site)
    first_page(page, site)
    tell(page, steps=online)
    cut(context)
    for step in STEPS[online:]:
        step(page)
    expect(page.locator("main")).to_contain_text(STORY)
    expect(page.locator("main")).to_contain_text("30 to 34")
    expect(page.locator("main")).to_contain_text("Quote")
    button(page, "Send").click()
    is_told_that_it_waits(page)
    assert stored(site) == before

    mend(context)
    is_told_that_it_was_sent(page)
    heading(page, HAVE_IT)
    assert stored(site) == before + 1
    assert STORY not in kept_on_the_phone(page)


def test_a_woman_who_comes_without_a_signal_tells_it_all_the_same(
    page: Page, context: BrowserContext, her_site: Site
) -> None:
    before = stored(her_site)
    first_page(page, her_site)
    cut(context)
    page.goto(f"{her_site.url}/{her_site.known['site']}")
    expect(page.get_by_text(said(page, NO_SIGNAL))).to_be_visible()
    tell(page)
    expect(page.locator("main")).to_contain_text(story(page))
    expect(page.locator("main")).to_contain_text(said(page, "Quote my words, without my name"))
    button(page, "Send").click()
    is_told_that_it_waits(page)
    assert_accessible_in_both_widths(page)

    mend(context)
    is_told_that_it_was_sent(page)
    heading(page, HAVE_IT)
    assert_accessible_in_both_widths(page)
    assert stored(her_site) == before + 1
    assert story(page) not in kept_on_the_phone(page)


def test_every_page_without_a_signal_is_accessible(page: Page, context: BrowserContext, site: Site) -> None:
    first_page(page, site)
    cut(context)
    page.reload()
    for step in STEPS:
        assert_accessible_in_both_widths(page)
        step(page)
    assert_accessible_in_both_widths(page)
    button(page, "Send").click()
    is_told_that_it_waits(page)
    assert_accessible_in_both_widths(page)
    mend(context)
    is_told_that_it_was_sent(page)
    assert_accessible_in_both_widths(page)


def test_the_road_after_a_loss_is_open_without_a_signal_once_she_is_on_it(
    page: Page, context: BrowserContext, site: Site
) -> None:
    told = "SELECT count(*) FROM responses_response WHERE stage = 'after_loss'"
    before = site.number(told)
    first_page(page, site)
    button(page, QUIET).click()
    heading(page, "We are so sorry")
    page.evaluate(BOTH_ROADS)
    cut(context)
    page.reload()
    heading(page, "We are so sorry")
    assert_accessible_in_both_widths(page)
    button(page, "Go on when you are ready").click()
    page.get_by_role("textbox").or_(page.get_by_role("button", name="Skip")).first.wait_for()
    while not page.get_by_role("textbox").is_visible():
        button(page, "Skip").click()
    page.get_by_role("textbox").fill(STORY)
    while not button(page, "Send").is_visible():
        button(page, "Continue").click()
    button(page, "Send").click()
    is_told_that_it_waits(page)

    mend(context)
    is_told_that_it_was_sent(page)
    heading(page, "We have it. Thank you for telling us")
    assert site.number(told) == before + 1


def test_without_a_signal_the_other_road_opens_only_where_she_has_been(
    page: Page, context: BrowserContext, site: Site
) -> None:
    asks = "Which part of your care do you want to tell us about?"
    first_page(page, site)
    cut(context)
    for _page in ("with a signal when it opened", "without"):
        button(page, QUIET).click()
        expect(page.get_by_text(NEEDS_SIGNAL)).to_be_in_viewport()
        heading(page, asks)
        assert_accessible_in_both_widths(page)
        page.reload()
        expect(page.get_by_text("No signal. You can go on.")).to_be_visible()
    mend(context)
    button(page, QUIET).click()
    heading(page, "We are so sorry")
    page.evaluate(BOTH_ROADS)

    cut(context)
    button(page, "Take me to the other questions").click()
    heading(page, asks)
    button(page, QUIET).click()
    heading(page, "We are so sorry")
    assert_accessible_in_both_widths(page)


def test_a_server_that_is_gone_is_the_same_as_no_signal(page: Page, dead: Site) -> None:
    before = stored(dead)
    first_page(page, dead)
    tell(page, steps=2)
    dead.web.kill()
    for step in STEPS[2:]:
        step(page)
    button(page, "Send").click()
    is_told_that_it_waits(page)

    restart(dead)
    page.reload()
    is_told_that_it_was_sent(page)
    assert stored(dead) == before + 1


def test_what_waits_survives_the_tab_and_is_sent_from_the_next_page(
    page: Page, context: BrowserContext, site: Site
) -> None:
    before = stored(site)
    first_page(page, site)
    tell(page, steps=3)
    cut(context)
    tell_the_rest(page, 3)
    button(page, "Send").click()
    is_told_that_it_waits(page)
    page.close()

    later = context.new_page()
    later.goto(f"{site.url}/{site.known['site']}")
    expect(later.get_by_text(NOT_YET)).to_be_visible()
    mend(context)
    is_told_that_it_was_sent(later)
    assert stored(site) == before + 1
    later.get_by_role("button", name="I have written it down").click()
    expect(later.get_by_text(IT_IS_SENT)).to_have_count(0)
    later.reload()
    expect(later.get_by_text(IT_IS_SENT)).to_have_count(0)


def tell_the_rest(page: Page, done: int) -> None:
    for step in STEPS[done:]:
        step(page)


def test_going_back_without_a_signal_keeps_everything(
    page: Page, context: BrowserContext, site: Site
) -> None:
    first_page(page, site)
    tell(page, steps=2)
    cut(context)
    page.get_by_role("textbox").fill(STORY)
    button(page, "Continue").click()
    heading(page, "What could have been better?")
    page.get_by_role("button", name="Back", exact=True).click()
    heading(page, "What was good about your care?")
    expect(page.get_by_role("textbox")).to_have_value(STORY)
    page.get_by_role("textbox").fill(STORY + " Every night.")
    page.get_by_role("button", name="Back", exact=True).click()
    expect(page.get_by_label("Good", exact=True)).to_be_checked()
    step_two(page)
    expect(page.get_by_role("textbox")).to_have_value(STORY + " Every night.")
    page.go_back()
    heading(page, "Overall, how was your experience of our service?")


def test_reloading_without_a_signal_keeps_everything(page: Page, context: BrowserContext, site: Site) -> None:
    first_page(page, site)
    tell(page, steps=1)
    cut(context)
    step_two(page)
    page.get_by_role("textbox").fill(STORY)
    page.reload()
    heading(page, "What was good about your care?")
    expect(page.get_by_role("textbox")).to_have_value(STORY)


def test_two_tabs_are_two_tellings_and_both_are_sent_once(
    page: Page, context: BrowserContext, site: Site
) -> None:
    before, texts = stored(site), words_of(site)
    first_page(page, site)
    other = context.new_page()
    first_page(other, site)
    tell(page, steps=1)
    cut(context)
    for tab, steps, words in (
        (page, STEPS[1:2], "In the first tab"),
        (other, STEPS[:2], "In the second tab"),
    ):
        tab.bring_to_front()
        for step in steps:
            step(tab)
        tab.get_by_role("textbox").fill(words)
        button(tab, "Continue").click()
        tell_the_rest(tab, 3)
    expect(page.locator("main")).to_contain_text("In the first tab")
    expect(other.locator("main")).to_contain_text("In the second tab")
    for tab in (page, other):
        button(tab, "Send").click()
        heading(tab, "Not sent yet")

    mend(context)
    for tab in (page, other):
        expect(tab.get_by_text(IT_IS_SENT)).to_have_count(2, timeout=15_000)
        heading(tab, HAVE_IT)
    assert len(set(page.locator(".mv-receipt__code").all_inner_texts())) == 2
    assert (stored(site), words_of(site)) == (before + 2, texts + 2)


def test_an_answer_that_is_lost_when_she_sends_is_one_telling(page: Page, site: Site) -> None:
    before = stored(site)
    with line_to(site.url) as line:
        first_page(page, site, line.url)
        tell(page)
        line.loses = b"POST /"
        button(page, "Send").click()
        is_told_that_it_waits(page)
        assert (line.lost > 0, stored(site)) == (True, before + 1)

        line.loses = None
        send_now(page)
        is_told_that_it_was_sent(page)
        heading(page, HAVE_IT)
    assert stored(site) == before + 1


@pytest.mark.parametrize("begins", ["with a signal", "without a signal"])
def test_an_answer_that_is_lost_when_it_is_sent_later_is_one_telling(
    page: Page, context: BrowserContext, site: Site, begins: str
) -> None:
    before = stored(site)
    with line_to(site.url) as line:
        first_page(page, site, line.url)
        if begins == "with a signal":
            tell(page, steps=1)
            cut(context)
            tell_the_rest(page, 1)
        else:
            cut(context)
            page.reload()
            tell(page)
        button(page, "Send").click()
        is_told_that_it_waits(page)

        line.loses = b"POST /"
        mend(context)
        wait_until(lambda: line.lost >= 2, page)
        expect(page.get_by_text(NOT_YET)).to_be_visible()
        assert stored(site) == before + 1

        line.loses = None
        send_now(page)
        is_told_that_it_was_sent(page)
    assert stored(site) == before + 1


def test_a_line_that_says_nothing_is_no_signal(page: Page, site: Site) -> None:
    before = stored(site)
    with line_to(site.url) as line:
        first_page(page, site, line.url)
        line.hangs = True
        option(page, "q-stage", "birth").check()
        button(page, "Continue").click()
        expect(page.get_by_text(NO_SIGNAL)).to_be_visible(timeout=30_000)
        tell_the_rest(page, 1)
        line.hangs = False
        button(page, "Send").click()
        is_told_that_it_was_sent(page)
    assert stored(site) == before + 1


def test_one_telling_that_many_tabs_send_is_sent_once(
    page: Page, context: BrowserContext, site: Site
) -> None:
    before = stored(site)
    first_page(page, site)
    cut(context)
    page.reload()
    tell(page)
    button(page, "Send").click()
    is_told_that_it_waits(page)
    others = [context.new_page() for _tab in range(3)]
    for tab in others:
        tab.goto(f"{site.url}/{site.known['site']}")
        expect(tab.get_by_text(NOT_YET)).to_be_visible()

    mend(context)
    for tab in (page, *others):
        tab.evaluate(
            """async () => {
                const { active } = await navigator.serviceWorker.ready;
                for (const _ of [1, 2, 3]) active.postMessage("send");
            }"""
        )
    codes = {is_told_that_it_was_sent(tab) for tab in (page, *others)}
    assert len(codes) == 1
    assert stored(site) == before + 1
