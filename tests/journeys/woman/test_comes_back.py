"""She comes back with her receipt: it was read, she answers, it is in a report, she takes it back."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from surveys.core import clock
from tests.journeys.axe import assert_accessible_in_both_widths
from tests.journeys.conftest import Site
from tests.journeys.languages import language, more, said, story
from tests.journeys.woman.steps import button, code_of, heading, option, press_for

pytestmark = pytest.mark.browser

STORY = "The night staff were kind and never rushed me."
QUESTION = "Which ward were you on?"
ANSWER = "On the ward with the blue doors."
ON_ITS_WAY = "We send your code now. If you once told us to stop all messages to this address, we do not."
NOBODYS = "We cannot find feedback with this code. Check each letter and try again."
ADA = "ada.receipt.{}@example.org"

SignIn = Callable[[Page, str], None]


def test_her_receipt_shows_the_whole_way(site: Site, page: Page, desk: Page, sign_in: SignIn) -> None:
    durham = site.places["durham"]
    code = _she_tells(page, site, durham["site"], STORY)
    site.wait_for_the_worker()

    sign_in(desk, durham["chair"])
    _the_chair_checks(desk, site, durham["mvp"], STORY)
    _the_chair_asks(desk)

    _she_comes_back(page, site, code)
    expect(_done(page, "has read it")).to_be_visible()
    _she_answers(page)
    site.wait_for_the_worker()
    _the_chair_reads_the_answer(desk, site, durham["mvp"])

    _the_chair_issues_a_report(desk, site, durham["mvp"])
    _she_comes_back(page, site, code)
    expect(_done(page, "It is counted in the report of Durham MVP")).to_be_visible()
    _she_adds_something(page)
    _she_takes_it_back(page, site, code)


def test_paper_gets_the_code_what_it_is_for_and_where_to_type_it(site: Site, page: Page) -> None:
    code = _she_tells(page, site, site.known["site"])
    _assert_prints_the_slip_alone(page, site, code)
    page.evaluate("print = () => document.body.dataset.printed = 1")
    page.get_by_role("button", name="Print this code").click()
    assert page.locator("body").get_attribute("data-printed") == "1"

    _she_comes_back(page, site, code)
    _assert_prints_the_slip_alone(page, site, code)


def test_her_code_comes_by_e_mail_and_with_it_she_adds_something_and_takes_all_of_it_back(
    her_site: Site, page: Page
) -> None:
    code = _she_tells(page, her_site, her_site.known["site"])
    subject, hers = said(page, "The code that you asked for"), ADA.format(language(page))
    _press(page, "Send this code to my e-mail")
    assert_accessible_in_both_widths(page)
    page.locator("input[name=email]").fill(hers)
    _press(page, "Send the e-mail")
    expect(page.get_by_role("status").filter(has_text=said(page, ON_ITS_WAY))).to_be_visible()

    letter = her_site.mailbox.wait_for(hers, subject)
    assert code in _letters(letter.text)
    assert f"{her_site.url}/r" in letter.text
    _she_comes_back(page, her_site, code)
    _she_adds_something(page)
    _she_takes_it_back(page, her_site, code)


def _she_tells(page: Page, site: Site, short_code: str, words: str = "") -> str:
    """From the poster to the receipt. Returns her code."""
    page.goto(f"{site.url}/{short_code}")
    option(page, "q-stage", "birth").check()
    _press(page, "Continue")
    option(page, "q-fft", "very_good").check()
    _press(page, "Continue")
    page.get_by_role("textbox").fill(words or story(page))
    _press(page, "Continue")
    _press(page, "Skip")
    option(page, "consents", "themes").check()
    _press(page, "Continue")
    _press(page, "Skip")
    _press(page, "Send")
    heading(page, "We have it. Thank you")
    assert_accessible_in_both_widths(page)
    return code_of(page)


def _she_comes_back(page: Page, site: Site, code: str) -> None:
    page.goto(f"{site.url}/r")
    page.get_by_role("textbox").fill(code.lower())
    _press(page, "Continue")
    heading(page, "We have your feedback")
    assert_accessible_in_both_widths(page)
    assert page.url == f"{site.url}/r"


def _the_chair_checks(desk: Page, site: Site, mvp: str, words: str) -> None:
    desk.goto(f"{site.url}/desk/{mvp}/listen/check/")
    expect(desk.get_by_text(words)).to_be_visible()
    desk.get_by_role("button", name=re.compile("ark safe")).click()
    expect(desk.get_by_text("The last comment is safe to read.")).to_be_visible()


def _the_chair_asks(desk: Page) -> None:
    desk.get_by_role("link", name="Feedback", exact=True).first.click()
    desk.locator("article").first.get_by_role("heading").get_by_role("link").click()
    expect(desk.get_by_text("she may never do that")).to_be_visible()
    assert_accessible_in_both_widths(desk)
    desk.get_by_label("Your question").fill(QUESTION)
    desk.get_by_role("button", name="Leave the question for her").click()
    expect(desk.get_by_role("heading", name="She is asked")).to_be_visible()
    assert_accessible_in_both_widths(desk)


def _she_answers(page: Page) -> None:
    expect(page.get_by_text(QUESTION)).to_be_visible()
    _press(page, "Send my answer")
    expect(page.get_by_role("link", name="Write a few words here")).to_be_visible()
    assert_accessible_in_both_widths(page)
    page.get_by_label("Your answer").fill(ANSWER)
    _press(page, "Send my answer")
    expect(page.get_by_text("We have your answer.")).to_be_visible()
    expect(page.get_by_text(QUESTION)).to_have_count(0)
    assert_accessible_in_both_widths(page)


def _the_chair_reads_the_answer(desk: Page, site: Site, mvp: str) -> None:
    """It waits in the queue like any comment, with the question beside it."""
    desk.goto(f"{site.url}/desk/{mvp}/listen/check/")
    expect(desk.get_by_role("heading", name=QUESTION)).to_be_visible()
    assert_accessible_in_both_widths(desk)
    _the_chair_checks(desk, site, mvp, ANSWER)
    desk.get_by_role("link", name="Feedback", exact=True).first.click()
    desk.locator("article").first.get_by_role("heading").get_by_role("link").click()
    answered = desk.locator("section.mv-heard").filter(has_text=QUESTION)
    expect(answered).to_contain_text(ANSWER)
    assert_accessible_in_both_widths(desk)


def _the_chair_issues_a_report(desk: Page, site: Site, mvp: str) -> None:
    desk.goto(f"{site.url}/desk/{mvp}/reports/new/")
    today = clock.local_date(clock.now())
    desk.get_by_label("Other days").check()
    _type_date(desk, "First day", today - timedelta(days=75))
    _type_date(desk, "Last day, included", today)
    desk.get_by_role("button", name="Compile the draft").click()
    desk.get_by_role("button", name="Sign off and send").click()
    expect(desk.get_by_text("It can no longer change.")).to_be_visible(timeout=30_000)


def _type_date(desk: Page, name: str, day: date) -> None:
    group = desk.get_by_role("group", name=name)
    for part, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        group.get_by_label(part, exact=True).fill(str(value))


def _she_adds_something(page: Page) -> None:
    press_for(page, "more")
    assert_accessible_in_both_widths(page)
    page.get_by_role("textbox").fill(more(page))
    page.locator("button[name=step][value=add]").dblclick()
    expect(
        page.get_by_text(said(page, "We have what you added. Thank you. A person will read it."))
    ).to_be_visible()
    expect(_done(page, said(page, "You added something"))).to_be_visible()


def _she_takes_it_back(page: Page, site: Site, code: str) -> None:
    press_for(page, "ask")
    heading(page, "Take your feedback back?")
    assert_accessible_in_both_widths(page)
    press_for(page, "take-back")
    heading(page, "Your feedback is taken back")
    site.wait_for_the_worker()
    page.goto(f"{site.url}/r")
    page.get_by_role("textbox").fill(code)
    _press(page, "Continue")
    expect(page.get_by_role("link", name=said(page, NOBODYS))).to_be_visible()


def _assert_prints_the_slip_alone(page: Page, site: Site, code: str) -> None:
    page.emulate_media(media="print")
    printed = page.locator("body").inner_text()
    page.emulate_media(media="screen")
    assert _letters(code) in _letters(printed)
    assert f"{site.url.split('://')[1]}/r" in printed
    assert "With this code you can see what happens to what you told us" in printed
    for unwanted in ("999", "Leicester", "Print this code", "What happens next", "Where it is now"):
        assert unwanted not in printed


def _press(page: Page, name: str) -> None:
    button(page, name).click()


def _done(page: Page, text: str) -> Locator:
    return page.locator(".mv-timeline__step--done").filter(has_text=text)


def _letters(text: str) -> str:
    return re.sub(r"[^0-9A-Z]", "", text)
