"""Ways of coming back: with a receipt code, with a question waiting, and to what was saved for later."""

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.journeys.languages import more
from tests.journeys.site import Site
from tests.journeys.woman.steps import (
    NOBODYS_CODE,
    Way,
    code_of,
    later,
    open_page,
    press,
    press_for,
    telling,
)


def receipts(start: str) -> Way:
    """With a code that is wrong, and with hers: she adds something, and takes all of it back."""

    def way(page: Page, site: Site) -> Iterator[str]:
        list(telling(start)(page, site))
        code = code_of(page)
        open_page(page, site, "r")
        yield "the question for her code"
        for wrong in ("", NOBODYS_CODE):
            yield from with_code(page, wrong)
        yield from with_code(page, code)
        yield from adding(page)
        press_for(page, "ask")
        yield "whether she is sure"
        press_for(page, "take-back")
        yield "that it is taken back"

    return way


def with_code(page: Page, code: str) -> Iterator[str]:
    page.get_by_role("textbox").fill(code)
    press(page, "Continue")
    yield "what stands under a code, or that nothing does"


def adding(page: Page) -> Iterator[str]:
    press_for(page, "more")
    yield "what she adds"
    press_for(page, "add")
    yield "nothing added"
    page.get_by_role("textbox").fill(more(page))
    press_for(page, "add")
    yield "that it is added"


def asked(page: Page, site: Site) -> Iterator[str]:
    """The group has a question for her; and she has her code sent to herself."""
    open_page(page, site, "r")
    yield from with_code(page, site.places["lincoln"]["receipt"])
    press_for(page, "answer")
    yield "nothing answered"
    press_for(page, "address")
    yield "where to send the code"
    press_for(page, "email")
    yield "no address"
    page.get_by_role("textbox").fill(f"her.own@{site.places['lincoln']['mvp']}.test")
    press_for(page, "email")
    yield "that it is on its way"


def finishing_later(page: Page, site: Site) -> Iterator[str]:
    """Saved with a code and with a link to herself; gone on with; deleted."""
    open_page(page, site, "{site}")
    later(page).click()
    yield "her code to go on with"
    code = code_of(page)
    page.get_by_role("textbox").fill("nowhere")
    press(page, "Send me a link")
    yield "an address that is none"
    page.get_by_role("textbox").fill(f"her.own@{site.places['lincoln']['mvp']}.test")
    press(page, "Send me a link")
    yield "that a link is on its way"
    open_page(page, site, "go-on")
    yield "the question for her code"
    for wrong in ("", NOBODYS_CODE[:12], NOBODYS_CODE):
        page.get_by_role("textbox").fill(wrong)
        press(page, "Go on")
        yield "no code, one that nobody has, and one that looks like a receipt's"
    page.get_by_role("textbox").fill(code)
    press(page, "Delete what I saved")
    yield "whether she is sure"
    press(page, "Yes, delete it")
    yield "that it is deleted"


def by_a_link(page: Page, site: Site) -> Iterator[str]:
    """What a link shows that works no more: the button, and that nothing is there."""
    open_page(page, site, "go-on/old")
    yield "the button of the link"
    press(page, "Go on")
    yield "that nothing is there"
