"""A chair sees how right the machine is; a second person codes blind, and what differs is settled."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import assert_accessible_in_both_widths
from tests.journeys.conftest import Site

pytestmark = pytest.mark.browser


def test_accuracy_and_a_second_coder(site: Site, desk: Page, sign_in: Callable[[Page, str], None]) -> None:
    kent = json.loads(site.run("tests.journeys.spoken", "Kent", "decided"))
    here = f"{site.url}/desk/{kent['mvp']}/understand/"
    sign_in(desk, kent["chair"])

    desk.goto(here + "accuracy/")
    expect(desk.get_by_text("Of what the machine suggested, people kept 75%")).to_be_visible()
    expect(desk.get_by_text("From 40 decided comments.")).to_be_visible()
    assert_accessible_in_both_widths(desk)

    _draw(desk, here)
    _code(desk, here)
    desk.goto(here + "agreement/")
    desk.get_by_role("table").get_by_role("link").click()
    expect(desk.get_by_text("From 10 comments that both have coded.")).to_be_visible()
    assert_accessible_in_both_widths(desk)
    _settle(desk)


def _draw(desk: Page, here: str) -> None:
    desk.goto(here + "agreement/")
    desk.get_by_role("button", name="Draw it").click()
    expect(desk.get_by_role("alert").get_by_text("Choose who codes them a second time")).to_be_visible()
    assert_accessible_in_both_widths(desk)
    desk.get_by_label("Who codes them a second time?").select_option("Chair")
    desk.get_by_label("How many comments?").fill("10")
    desk.get_by_role("button", name="Draw it").click()
    expect(desk.get_by_text("0 of 10 coded")).to_be_visible()


def _code(desk: Page, here: str) -> None:
    """Nine times kindness, once pain relief: that is never what the first person had said."""
    desk.goto(here + "code/")
    assert_accessible_in_both_widths(desk)
    desk.get_by_role("link", name="Begin").click()
    expect(desk.get_by_text("Suggested")).to_have_count(0)
    assert_accessible_in_both_widths(desk)
    for number in range(1, 11):
        expect(desk.get_by_role("heading", name=f"Comment {number} of 10")).to_be_visible()
        theme = "Pain relief" if number == 1 else "Kindness and respect"
        desk.get_by_label("Add a theme").select_option(theme)
        desk.get_by_label("What did she say about it?").select_option("Good")
        desk.get_by_role("button", name="Save and go on").click()
    expect(desk.get_by_text("You have coded every comment of the sample.")).to_be_visible()


def _settle(desk: Page) -> None:
    desk.get_by_role("link", name="Settle it").first.click()
    assert_accessible_in_both_widths(desk)
    desk.get_by_role("group", name="Pain relief").get_by_label("Not this").check()
    desk.get_by_role("button", name="This is what it is about").click()
    expect(desk.get_by_text("Settled by Chair")).to_be_visible()
    assert_accessible_in_both_widths(desk)
