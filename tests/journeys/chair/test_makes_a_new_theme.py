"""The real worker finds what no theme explains, and a chair makes a theme of it."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import assert_accessible_in_both_widths
from tests.journeys.conftest import Site

pytestmark = pytest.mark.browser


def test_a_prompt_becomes_a_theme(site: Site, desk: Page, sign_in: Callable[[Page, str], None]) -> None:
    york = json.loads(site.run("tests.journeys.spoken", "York", "unexplained"))
    here = f"{site.url}/desk/{york['mvp']}/understand/"
    sign_in(desk, york["chair"])
    desk.goto(here + "emerging/")
    expect(desk.get_by_text("Nothing to ask")).to_be_visible()
    desk.get_by_role("button", name="Look again now").click()
    expect(desk.get_by_text("The machine looks again.")).to_be_visible()
    site.wait_for_the_worker()

    desk.goto(here + "emerging/")
    expect(desk.get_by_text("times the vending machine was empty, no snacks at night.")).to_have_count(3)
    assert_accessible_in_both_widths(desk)
    desk.get_by_role("button", name="Make it a theme").click()
    assert_accessible_in_both_widths(desk)
    desk.get_by_label("What is the theme called?").fill("Food at night")
    desk.get_by_label("What does it mean?").fill(
        "Whether there is something to eat when the kitchen is shut."
    )
    desk.get_by_label("Why?").fill("Several women speak of it, and no theme says it")
    desk.get_by_role("button", name="Add it").click()
    expect(desk.get_by_role("link", name="Food at night")).to_be_visible()

    desk.goto(here + "emerging/")
    expect(desk.get_by_text("Made a theme: Food at night")).to_be_visible()
    assert_accessible_in_both_widths(desk)
