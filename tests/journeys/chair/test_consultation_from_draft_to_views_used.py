"""A consultation from draft to "how your views were used": a chair, Ada who forgets and Bea who answers."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from surveys.core import clock
from surveys.notifications.quiet_hours import is_quiet, next_allowed
from tests.journeys.axe import assert_accessible, assert_accessible_in_both_widths
from tests.journeys.conftest import Site
from tools.mailbox import Letter

pytestmark = pytest.mark.browser

TITLE = "Partners staying overnight"
DECISION = "Partners may stay every night from January. The head of midwifery decided it."
VIEWS_USED = "Most of you asked for every night, so it is every night."
ADA, BEA = "ada@example.org", "bea@example.org"
REMINDER, RESULT = "The reminder that you asked for", "How your views were used"
TWO_DAYS = timedelta(hours=48)
MINUTE = timedelta(minutes=1)
CLOCK = "tests.journeys.clock_program"


def test_from_draft_to_how_views_were_used(
    site: Site, page: Page, desk: Page, sign_in: Callable[[Page, str], None], phone: Callable[[], Any]
) -> None:
    site.mailbox.clear()
    closes_at = _a_good_time_to_close()
    sign_in(desk, site.known["chair"])
    _the_chair_drafts(desk, site, closes_at.date())
    _the_chair_previews_and_opens(desk)

    _ada_asks_to_be_reminded(page, site)
    with phone() as bea:
        _bea_answers_and_asks_to_hear(bea, site)

    reminder = _only_ada_is_reminded_once(site, closes_at)
    _ada_follows_it_and_stops_all_messages(page, reminder)

    _the_chair_closes_decides_and_tells(desk)
    _only_bea_hears_once(site)
    _everybody_can_read_it(page, site)
    _it_is_in_the_report(desk, site)


@pytest.fixture
def phone(browser: Browser, browser_context_args: dict[str, Any]) -> Callable[[], Any]:
    """Another woman's phone."""

    @contextmanager
    def phone() -> Iterator[Page]:
        with browser.new_context(**browser_context_args) as context:
            yield context.new_page()

    return phone


def _a_good_time_to_close() -> datetime:
    """Five in the afternoon in some three weeks, with no quiet hours two days before."""
    day = clock.local_date(clock.now()) + timedelta(weeks=3)
    closing = datetime.combine(day, time(17), tzinfo=clock.LONDON)
    while is_quiet(closing - TWO_DAYS):
        closing += timedelta(days=1)
    return closing


def _the_chair_drafts(desk: Page, site: Site, closes_on: date) -> None:
    desk.goto(f"{site.url}/desk/{site.known['mvp']}/consultations/")
    assert_accessible_in_both_widths(desk)
    desk.get_by_text("Write a consultation", exact=True).click()
    assert_accessible_in_both_widths(desk)
    desk.get_by_label("What is it about?").fill(TITLE)
    desk.get_by_label("What is proposed?").fill("Partners may stay on the ward at night.")
    desk.get_by_label("Why?").fill("Many of you told us that nights alone are hard.")
    desk.get_by_label("L1 Partners may stay").check()
    desk.get_by_label("Option 1", exact=True).fill("Every night")
    desk.get_by_label("Option 2", exact=True).fill("The first night only")
    desk.get_by_label("Question 1", exact=True).fill("What would help you most?")
    for part, value in (("Day", closes_on.day), ("Month", closes_on.month), ("Year", closes_on.year)):
        desk.get_by_role("group", name="Which day").get_by_label(part, exact=True).fill(str(value))
    desk.get_by_role("button", name="Keep the draft").last.click()
    expect(desk.get_by_text("Your draft is kept. Only your MVP can see it.")).to_be_visible()


def _the_chair_previews_and_opens(desk: Page) -> None:
    assert_accessible_in_both_widths(desk)
    desk.get_by_role("button", name="See it as women will").click()
    expect(desk.get_by_text("This is a preview.")).to_be_visible()
    expect(desk.get_by_role("heading", name="What would help you most?")).to_be_visible()
    assert_accessible_in_both_widths(desk)
    desk.get_by_role("link", name="Back to the draft").click()
    desk.get_by_role("button", name="Check and open").click()
    assert_accessible(desk)
    desk.get_by_label("Nothing has been decided yet").check()
    desk.get_by_label("Somebody who has never heard of it").check()
    desk.get_by_role("button", name="Open it").click()
    expect(desk.get_by_text("It is open. Women can find it on your page and answer.")).to_be_visible()
    assert_accessible(desk)


def _find_it(page: Page, site: Site) -> None:
    """From the MVP's page to the consultation."""
    page.goto(f"{site.url}/m/{site.known['mvp']}/")
    assert_accessible_in_both_widths(page)
    page.get_by_role("link", name=TITLE).click()
    assert_accessible_in_both_widths(page)


def _ada_asks_to_be_reminded(page: Page, site: Site) -> None:
    _find_it(page, site)
    _ask_for_both(page, ADA)
    assert_accessible(page)


def _ask_for_both(page: Page, address: str) -> None:
    page.get_by_label("Your e-mail address").fill(address)
    page.get_by_label("Remind me two days before it closes").check()
    page.get_by_label("Tell me what was decided").check()
    page.get_by_role("button", name="Write to me").click()
    expect(page.get_by_role("heading", name="We have noted it")).to_be_visible()


def _bea_answers_and_asks_to_hear(page: Page, site: Site) -> None:
    """She had asked to be reminded too, and answers on the same day."""
    _find_it(page, site)
    _ask_for_both(page, BEA)
    page.get_by_role("link", name="Back to the consultation").click()
    page.get_by_role("button", name="Give your views").first.click()
    page.get_by_label("Every night").check()
    while page.get_by_role("button", name="Send", exact=True).count() == 0:
        if page.get_by_role("textbox", name="What would help you most?").count():
            page.get_by_role("textbox", name="What would help you most?").fill("A chair that lies flat.")
        assert_accessible(page)
        page.locator("form").get_by_role("button", name="Continue", exact=True).click()
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_text("This is your receipt code")).to_be_visible()
    assert_accessible_in_both_widths(page)
    page.get_by_label("Your e-mail address").fill(BEA)
    page.get_by_role("button", name="Tell me the result").click()
    expect(page.get_by_role("heading", name="We have noted it")).to_be_visible()


def _only_ada_is_reminded_once(site: Site, closes_at: datetime) -> Letter:
    """Two days before it closes: not before, not at night, not twice, and not who has answered."""
    due = closes_at - TWO_DAYS
    site.run(CLOCK, (due - MINUTE).isoformat())
    assert not _letters(site, REMINDER)
    site.run(CLOCK, due.isoformat(), (due + MINUTE).isoformat(), (closes_at - MINUTE).isoformat())
    (reminder,) = _letters(site, REMINDER)
    assert reminder.to == (ADA,)
    assert TITLE in reminder.text
    return reminder


def _letters(site: Site, subject: str) -> list[Letter]:
    """Those about what this MVP asks; other journeys lead to letters of other MVPs."""
    ours = f"/m/{site.known['mvp']}/"
    return [each for each in site.mailbox.messages() if each.subject == subject and ours in each.text]


def _ada_follows_it_and_stops_all_messages(page: Page, reminder: Letter) -> None:
    view, stop, _kept = re.findall(r"http\S+", reminder.text)
    page.goto(view)
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    page.goto(stop)
    assert_accessible_in_both_widths(page)
    page.get_by_role("button", name="Stop all messages").click()
    expect(page.get_by_role("heading", name="We have stopped all messages")).to_be_visible()
    assert_accessible(page)


def _the_chair_closes_decides_and_tells(desk: Page) -> None:
    desk.reload()
    expect(desk.get_by_text("1 person has answered.")).to_be_visible()
    desk.get_by_role("button", name="Close it now").click()
    expect(desk.get_by_text("It is closed. Nobody can answer any more.")).to_be_visible()
    assert_accessible_in_both_widths(desk)
    desk.get_by_role("button", name="Write the decision").click()
    assert_accessible(desk)
    desk.get_by_label("What was decided?").fill(DECISION)
    desk.get_by_role("button", name="Put it on our page").click()
    desk.get_by_role("button", name="Tell people").click()
    assert_accessible(desk)
    desk.get_by_label("How were people’s views used?").fill(VIEWS_USED)
    desk.get_by_role("button", name="Tell people").click()
    expect(desk.get_by_text("It is finished.")).to_be_visible()
    assert_accessible_in_both_widths(desk)


def _only_bea_hears_once(site: Site) -> None:
    """In waking hours at once; else in the morning, which is then brought about. Ada has said stop."""
    site.wait_for_the_worker()
    now = clock.now()
    if is_quiet(now):
        assert not _letters(site, RESULT)
        site.run(CLOCK, next_allowed(now).isoformat())
    letter = site.mailbox.wait_for(BEA, RESULT)
    assert DECISION in " ".join(letter.text.split())
    assert VIEWS_USED in " ".join(letter.text.split())
    assert [each.to for each in _letters(site, RESULT)] == [(BEA,)]


def _everybody_can_read_it(page: Page, site: Site) -> None:
    _find_it(page, site)
    expect(page.get_by_text(DECISION)).to_be_visible()
    expect(page.get_by_text(VIEWS_USED)).to_be_visible()


def _it_is_in_the_report(desk: Page, site: Site) -> None:
    """Under the promise that it was about, and by itself; the one answer is not told."""
    desk.goto(f"{site.url}/desk/{site.known['mvp']}/reports/new/")
    today = clock.local_date(clock.now())
    desk.get_by_label("Other days").check()
    for name in ("First day", "Last day, included"):
        group = desk.get_by_role("group", name=name)
        for part, value in (("Day", today.day), ("Month", today.month), ("Year", today.year)):
            group.get_by_label(part, exact=True).fill(str(value))
    desk.get_by_role("button", name="Compile the draft").click()

    desk.get_by_text("The plan: what was heard, asked and done").click()
    expect(desk.get_by_role("row", name="L1 Partners may stay")).to_contain_text(TITLE)
    expect(desk.get_by_role("row", name="L2 The same midwife")).not_to_contain_text(TITLE)
    desk.get_by_text("Consultations", exact=True).last.click()
    expect(desk.get_by_text(VIEWS_USED)).to_be_visible()
    expect(desk.locator("#consultations")).to_contain_text("People who answered: hidden")
    assert_accessible_in_both_widths(desk)
