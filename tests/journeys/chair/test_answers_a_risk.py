"""A comment speaks of danger: who is on call gets an e-mail, opens it, takes it in hand and decides."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import assert_accessible_in_both_widths
from tests.journeys.conftest import Site
from tests.journeys.telling import tell

pytestmark = pytest.mark.browser

WORDS = "My husband hits me and I am afraid of him"
SignIn = Callable[[Page, str], None]


def test_from_the_rota_to_the_decision(site: Site, page: Page, desk: Page, sign_in: SignIn) -> None:
    lincoln = site.places["lincoln"]
    risks = f"{site.url}/desk/{lincoln['mvp']}/risks/"
    sign_in(page, lincoln["moderator"])
    sign_in(desk, lincoln["chair"])
    _put_on_call(desk, risks)

    site.mailbox.clear()
    tell(site, "lincoln", better=WORDS)
    letter = site.mailbox.wait_for(lincoln["moderator"], "A comment needs somebody now")
    assert "Safeguarding" in letter.text
    for body in (letter.text, letter.html):
        assert "husband" not in body
        assert "Hospital" not in body

    address = next(word for word in letter.text.split() if word.startswith(risks))
    page.goto(address)
    expect(page.get_by_text(WORDS)).to_be_visible()
    expect(page.get_by_text("Nobody has taken this in hand yet")).to_be_visible()
    expect(page.get_by_text("hours left")).to_be_visible()
    assert_accessible_in_both_widths(page)

    page.get_by_role("button", name="Take it in hand").click()
    expect(page.get_by_text("It is in your hands now.")).to_be_visible()
    _note(page)
    _decide(page)
    expect(page.get_by_text("Your decision is recorded")).to_be_visible()
    expect(page.get_by_role("heading", name="The safeguarding lead was told")).to_be_visible()
    assert_accessible_in_both_widths(page)

    page.get_by_role("link", name="The log, to print").click()
    expect(page.get_by_role("heading", name="Log of a risk")).to_be_visible()
    expect(page.get_by_text("husband")).to_have_count(0)
    assert_accessible_in_both_widths(page)

    desk.goto(risks)
    expect(desk.get_by_role("table", name="Decided in the last 90 days")).to_be_visible()
    assert_accessible_in_both_widths(desk)
    assert len(site.mailbox.messages()) == 1


def _put_on_call(desk: Page, risks: str) -> None:
    desk.goto(risks)
    expect(desk.get_by_text("Nobody is on call").first).to_be_visible()
    desk.get_by_role("link", name="Say who is on call").click()
    assert_accessible_in_both_widths(desk)
    desk.get_by_label("Who is on call?").select_option(label="Moderator")
    desk.get_by_label("From what time?").fill("midnight")
    end = desk.get_by_role("group", name="Until which day?")
    for part, value in (("Day", "1"), ("Month", "1"), ("Year", "2099")):
        end.get_by_label(part, exact=True).fill(value)
    desk.get_by_role("button", name="Put on call").click()
    expect(desk.get_by_role("alert")).to_contain_text("Enter a time like 9am, 5:30pm or 17:30")
    assert_accessible_in_both_widths(desk)
    desk.get_by_label("From what time?").fill("00:00")
    desk.get_by_role("button", name="Put on call").click()
    expect(desk.get_by_text("Moderator is on call now.")).to_be_visible()


def _note(page: Page) -> None:
    page.get_by_text("Note a step, without deciding").click()
    page.get_by_label("What did you do?").fill("Rang the duty midwife, who rings back.")
    page.get_by_role("button", name="Note it").click()
    expect(page.get_by_text("Rang the duty midwife, who rings back.")).to_be_visible()


def _decide(page: Page) -> None:
    page.get_by_label("The safeguarding lead was told").check()
    page.get_by_role("button", name="Record the decision").click()
    expect(page.get_by_role("alert")).to_contain_text("Write who was told, or “nobody”")
    assert_accessible_in_both_widths(page)
    expect(page.get_by_label("The safeguarding lead was told")).to_be_checked()
    deciding = page.locator("form", has=page.get_by_role("button", name="Record the decision"))
    deciding.get_by_label("Why?").fill("She may be hurt again.")
    deciding.get_by_label("Who was told?").fill("Safeguarding midwife, by phone")
    deciding.get_by_role("button", name="Record the decision").click()
