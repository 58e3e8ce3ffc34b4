"""A chair prints a poster and gives a hospital the lines for its website."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.journeys.axe import assert_accessible_in_both_widths
from tests.journeys.conftest import Site

pytestmark = pytest.mark.browser


def test_a_chair_prints_a_poster(site: Site, desk: Page, sign_in: Callable[[Page, str], None]) -> None:
    sign_in(desk, site.known["chair"])
    desk.goto(f"{site.url}/desk/{site.known['mvp']}/")
    desk.get_by_role("link", name="Ask").click()
    desk.get_by_role("link", name="Posters and cards").click()
    assert_accessible_in_both_widths(desk)

    desk.get_by_label("For which place?").select_option("Leicester Hospital")
    desk.get_by_role("button", name="Make the PDF").click()
    expect(desk.get_by_role("alert")).to_contain_text("Choose a size")
    assert_accessible_in_both_widths(desk)

    desk.get_by_label("Poster, A4").check()
    desk.get_by_label("In which language?").select_option("Punjabi (ਪੰਜਾਬੀ)")
    desk.get_by_label("English", exact=True).check()
    with desk.expect_download() as download:
        desk.get_by_role("button", name="Make the PDF").click()
    words = PdfReader(Path(download.value.path())).pages[0].extract_text()
    assert f"/pa/{site.known['site']}" in words


def test_a_chair_copies_the_lines_for_a_website(
    site: Site, desk: Page, sign_in: Callable[[Page, str], None]
) -> None:
    sign_in(desk, site.known["chair"])
    desk.goto(f"{site.url}/desk/{site.known['mvp']}/invite/website/")
    desk.get_by_label("For which place?").select_option("Leicester Hospital")
    desk.get_by_role("button", name="Show the lines to copy").click()

    expect(desk.get_by_role("link", name=f"/{site.known['site']}/kiosk")).to_be_visible()
    frame = desk.get_by_label("A card").first
    expect(frame).to_have_value(
        re.compile(rf'^<iframe src="{site.url}/{site.known["site"]}/embed" .*></iframe>$')
    )
    assert_accessible_in_both_widths(desk)
