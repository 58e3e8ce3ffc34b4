"""A chair checks comments and finds them by word and by filter, on a phone and at a desk."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import assert_accessible_in_both_widths
from tests.journeys.conftest import Site

pytestmark = pytest.mark.browser


def test_words_and_filters_find_what_has_been_checked(
    site: Site, desk: Page, sign_in: Callable[[Page, str], None]
) -> None:
    exeter = json.loads(site.run("tests.journeys.spoken", "Exeter"))
    site.wait_for_the_worker()
    sign_in(desk, exeter["chair"])
    here = f"{site.url}/desk/{exeter['mvp']}"
    desk.goto(f"{here}/search/")
    expect(desk.get_by_role("heading", name="Nothing to search yet")).to_be_visible()
    assert_accessible_in_both_widths(desk)

    _check_all(desk, f"{here}/listen/check/list/?all=1")
    site.wait_for_the_worker()
    desk.goto(f"{here}/listen/")
    desk.get_by_role("link", name="Search what women said").click()
    _search(desk, "midwife")

    expect(desk.get_by_role("heading", name="3 comments with these words")).to_be_visible()
    assert desk.locator("mark.mv-found").all_inner_texts() == ["midwives"] * 3
    assert "midwi" not in desk.url
    assert_accessible_in_both_widths(desk)

    desk.get_by_text("Filters", exact=False).first.click()
    desk.get_by_label("Theme", exact=True).select_option("Pain relief")
    assert_accessible_in_both_widths(desk)
    _search(desk, "“pain relief”")
    expect(desk.get_by_role("heading", name="3 comments with these words")).to_be_visible()
    expect(desk.get_by_text("Theme: Pain relief")).to_be_visible()
    _search(desk, "elephant")
    expect(desk.get_by_role("heading", name="Nothing found")).to_be_visible()
    assert_accessible_in_both_widths(desk)

    desk.get_by_role("link", name="Start again").click()
    _search(desk, "staff were lovely and gentle")
    # The worker reads the question; the page asks for its answer by itself.
    expect(desk.get_by_text("3 comments without these words")).to_be_visible()
    expect(desk.locator("#close").get_by_text("The midwives were kind and caring.")).to_have_count(3)
    assert_accessible_in_both_widths(desk)

    _search(desk, "…")
    expect(desk.get_by_role("alert").get_by_text("Write at least one word")).to_be_visible()
    expect(desk.get_by_label("Words", exact=True)).to_have_value("…")
    assert_accessible_in_both_widths(desk)


def _check_all(desk: Page, waiting: str) -> None:
    desk.goto(waiting)
    desk.get_by_role("button", name="Mark safe, as suggested").click()
    expect(desk.get_by_text("6 comments: accepted as suggested")).to_be_visible()


def _search(desk: Page, words: str) -> None:
    """With the keyboard alone."""
    desk.get_by_label("Words", exact=True).fill(words)
    desk.get_by_label("Words", exact=True).press("Enter")
