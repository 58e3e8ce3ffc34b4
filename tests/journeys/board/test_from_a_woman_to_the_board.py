"""From a woman's first page to the board member who reads the report: her words, counted, quoted, safe."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from surveys.core import clock
from tests.journeys.axe import assert_accessible, assert_accessible_in_both_widths
from tests.journeys.conftest import Site
from tests.journeys.signing_in import by_code
from tools.mailbox import Letter

pytestmark = pytest.mark.browser

NAME = "Sarah Whitfield"
STORY = f"Our midwife {NAME} was so kind and caring. She never left me."
SAFE = "Our midwife was so kind and caring. She never left me."
HEADLINE = "Women in Rutland feel cared for, and want it to stay so."
ASK = "Keep the number of midwives on nights."
SMALL = re.compile(r"\b[1-4]\b")

SignIn = Callable[[Page, str], None]


def test_her_words_reach_the_board(site: Site, page: Page, desk: Page, sign_in: SignIn) -> None:
    rutland = site.places["rutland"]
    _she_tells(page, f"{site.url}/{rutland['site']}")
    site.wait_for_the_worker()

    sign_in(desk, rutland["chair"])
    assert_accessible_in_both_widths(desk)
    _the_chair_checks_her_comment(desk)
    site.wait_for_the_worker()
    _the_chair_compiles(desk, site, rutland["mvp"])
    _the_chair_words_it(desk)
    letter = _the_chair_signs_off(desk, site, rutland["board_member"])

    link = _link_in(letter, site)
    desk.context.clear_cookies()
    desk.goto(link)
    assert_accessible_in_both_widths(desk)
    by_code(desk, site, rutland["board_member"])
    assert desk.url == link
    _the_board_member_reads(desk)
    _and_takes_it_with_her(desk)

    for stranger in ("chair", "trust_staff"):
        desk.context.clear_cookies()
        sign_in(desk, site.places["durham"][stranger])
        _to_her_there_is_nothing(desk, link)


def _she_tells(page: Page, address: str) -> None:
    """A woman with a small phone, from the poster to her receipt."""
    page.goto(address)
    page.get_by_label("Labour and birth").check()
    _go_on(page)
    page.get_by_label("Very good").check()
    _go_on(page)
    page.get_by_role("textbox").fill(STORY)
    _go_on(page)
    _go_on(page, "Skip")
    page.get_by_label("Put my words together").check()
    page.get_by_label("Quote my words").check()
    _go_on(page)
    _go_on(page, "Skip")
    expect(page.get_by_text(STORY)).to_be_visible()
    _go_on(page, "Send")
    expect(page.get_by_text("This is your receipt code")).to_be_visible()
    assert_accessible_in_both_widths(page)


def _go_on(page: Page, name: str = "Continue") -> None:
    assert_accessible(page)
    page.locator("form").get_by_role("button", name=name, exact=True).click()


def _the_chair_checks_her_comment(desk: Page) -> None:
    """She hides the name, agrees with the themes; until then the words are nowhere else."""
    desk.get_by_role("link", name="Listen", exact=True).first.click()
    expect(desk.get_by_text("kind and caring")).to_have_count(0)
    assert_accessible_in_both_widths(desk)
    desk.locator("article").first.get_by_role("heading").get_by_role("link").click()
    assert_accessible(desk)
    desk.get_by_role("link", name="Check this comment").click()

    assert_accessible_in_both_widths(desk)
    expect(desk.get_by_role("checkbox", name=NAME)).to_be_checked()
    desk.get_by_role("button", name="See what others will read").click()
    expect(desk.locator(".mv-raw--safe")).to_have_text(SAFE)
    assert_accessible_in_both_widths(desk)
    kindness = desk.get_by_role("group", name="Kindness and respect")
    expect(kindness.get_by_label("Good")).to_be_checked()
    desk.get_by_role("button", name="Mark safe and go on").click()

    expect(desk.get_by_text("The last comment is safe to read.")).to_be_visible()
    assert_accessible(desk)


def _the_chair_compiles(desk: Page, site: Site, mvp: str) -> None:
    """A report about the days in which the women spoke, this one too."""
    desk.goto(f"{site.url}/desk/{mvp}/reports/")
    assert_accessible_in_both_widths(desk)
    desk.get_by_role("link", name="Compile a report").click()
    assert_accessible_in_both_widths(desk)
    today = clock.local_date(clock.now())
    desk.get_by_label("Other days").check()
    _type_date(desk, "First day", today - timedelta(days=75))
    _type_date(desk, "Last day, included", today)
    desk.get_by_role("button", name="Compile the draft").click()

    expect(desk.get_by_text("Here is the draft. Nobody has been sent anything.")).to_be_visible()
    assert_accessible_in_both_widths(desk)


def _type_date(desk: Page, name: str, day: date) -> None:
    group = desk.get_by_role("group", name=name)
    for part, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        group.get_by_label(part, exact=True).fill(str(value))


def _the_chair_words_it(desk: Page) -> None:
    desk.get_by_role("link", name="Change the headline and what you ask for").click()
    assert_accessible(desk)
    desk.get_by_label("Headline").fill(HEADLINE)
    desk.get_by_label("What do you ask the board to do?").fill(ASK)
    desk.get_by_role("button", name="Save").click()
    expect(desk.get_by_text(HEADLINE)).to_be_visible()


def _the_chair_signs_off(desk: Page, site: Site, board_member: str) -> Letter:
    """The board member's e-mail: short, with no quote and no small number."""
    site.mailbox.clear()
    desk.get_by_role("button", name="Sign off and send").click()
    expect(desk.get_by_text("It can no longer change.")).to_be_visible(timeout=30_000)
    letter = site.mailbox.wait_for(board_member, "Maternity voices report")
    assert_accessible_in_both_widths(desk)

    for body in (letter.text, letter.html):
        assert HEADLINE in body
        assert ASK in body
        assert "kind and caring" not in body
    figures = [line for line in letter.text.splitlines() if line.startswith("- ")]
    assert any("said their care was good or very good" in line for line in figures)
    assert not SMALL.search("\n".join(figures))
    return letter


def _link_in(letter: Letter, site: Site) -> str:
    found = re.search(rf"{re.escape(site.url)}/board/\S+", letter.text)
    assert found
    return found[0]


def _the_board_member_reads(page: Page) -> None:
    page.get_by_role("link", name="All reports").click()
    assert_accessible_in_both_widths(page)
    page.get_by_role("table").get_by_role("link").first.click()
    expect(page.get_by_text(HEADLINE)).to_be_visible()
    expect(page.get_by_text(ASK)).to_be_visible()
    expect(page.get_by_text("said their care was good or very good").first).to_be_visible()
    expect(page.get_by_role("heading", name="Kindness and respect").first).to_be_visible()
    expect(page.locator("blockquote").first).to_contain_text(SAFE)
    assert "Whitfield" not in page.content()
    assert_accessible_in_both_widths(page)
    for summary in page.locator(".mv-noprint > details > summary").all():
        summary.click()
    assert_accessible_in_both_widths(page)


def _and_takes_it_with_her(page: Page) -> None:
    """As files that open: text that a screen reader finds, sheets that a spreadsheet program shows."""
    pdf = PdfReader(BytesIO(_downloaded(page, "PDF, to print or to listen to")))
    words = " ".join(sheet.extract_text() for sheet in pdf.pages)
    assert HEADLINE in " ".join(words.split())
    assert "Whitfield" not in words
    book = load_workbook(BytesIO(_downloaded(page, "Spreadsheet")), read_only=True)
    cells = [str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row]
    assert any(HEADLINE in cell for cell in cells)
    assert not any("Whitfield" in cell for cell in cells)


def _to_her_there_is_nothing(page: Page, link: str) -> None:
    for address in (link, f"{link}pdf/"):
        answer = page.goto(address)
        assert answer
        assert answer.status == 404
    assert_accessible(page)


def _downloaded(page: Page, name: str) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("link", name=name, exact=True).click()
    return download.value.path().read_bytes()
