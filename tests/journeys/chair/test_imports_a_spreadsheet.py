"""A chair brings in a spreadsheet that a hospital sent her, in a real browser with a real worker."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.factories.spreadsheets import written
from tests.journeys.axe import assert_accessible
from tests.journeys.conftest import Site

HEADER = ("Response ID", "Date received", "FFT score", "Comments")
ROWS = [
    ("1", "14/02/2022", "1", "The midwife was kind"),
    ("2", "15/02/2022", "VP", "Nobody came when I rang"),
    ("3", "31/02/2022", "2", "Fine"),
    ("4", "16/02/2022", "", "Did not answer"),
]
PATIENCE = 30_000


@pytest.mark.browser
def test_from_upload_to_feedback(site: Site, page: Page, sign_in: Callable[[Page, str], None]) -> None:
    sign_in(page, site.known["chair"])
    page.goto(f"{site.url}/desk/{site.known['mvp']}/imports/")
    assert_accessible(page)
    page.get_by_role("link", name="Bring in a spreadsheet").click()

    _upload(page)
    _match(page)
    expect(page.get_by_text("Nothing has been brought in yet")).to_be_visible(timeout=PATIENCE)
    assert_accessible(page)
    expect(page.get_by_text("The date “31/02/2022” does not exist").first).to_be_visible()
    page.get_by_role("button", name="Bring in 2 answers").click()

    expect(page.get_by_text("Brought in on")).to_be_visible(timeout=PATIENCE)
    assert_accessible(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="Download all refused rows").click()
    assert download.value.path().read_text(encoding="utf-8-sig").splitlines()[0] == "Row,Reason"

    _the_same_again(site, page)


def _upload(page: Page) -> None:
    file = written(ROWS, header=HEADER).encode()
    page.get_by_label("Choose the spreadsheet").set_input_files(
        {"name": "February.csv", "mimeType": "text/csv", "buffer": file}
    )
    assert_accessible(page)
    page.get_by_role("button", name="Upload").click()


def _match(page: Page) -> None:
    assert_accessible(page)
    page.get_by_label("How did they agree").fill("Asked on the hospital's form.")
    page.get_by_label("May their words be used in themes").select_option(label="Yes, all of them agreed")
    page.get_by_role("button", name="Continue").click()
    assert_accessible(page)
    page.get_by_label("“VP” means").select_option(label="Very poor")
    page.get_by_role("button", name="Check the rows").click()


def _the_same_again(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/desk/{site.known['mvp']}/imports/new/")
    _upload(page)
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Check the rows").click()
    expect(page.get_by_text("There is nothing new to bring in")).to_be_visible(timeout=PATIENCE)
