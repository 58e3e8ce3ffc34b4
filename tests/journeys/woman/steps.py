"""What the ways through our pages are made of: how a page is opened and pressed, and the telling itself.

Whatever the language: what she presses is found by what it sends, or by what our catalogues call it.
"""

from collections.abc import Callable, Iterator

from playwright.sync_api import Locator, Page, expect

from surveys.core.secrets import CODE_LETTERS, check_letter
from surveys.responses.drafts import codes
from tests.journeys.languages import STORIES, said, story
from tests.journeys.site import Site

# At each stop: what is in front of us.
Way = Callable[[Page, Site], Iterator[str]]
STORY = STORIES["en-gb"]
HAVE_IT = "We have it. Thank you"
QUIET = "My baby died, or I lost my pregnancy"
SPELLED = ".mv-receipt .nhsuk-u-visually-hidden"
SUMMARY = ".nhsuk-error-summary"
NOBODYS_CODE, NOBODYS_DRAFT = (
    "X" * letters + check_letter("X" * letters) for letters in (CODE_LETTERS, codes.LETTERS)
)


def open_page(page: Page, site: Site, where: str) -> None:
    page.goto(f"{site.url}/{where.format(**site.places['lincoln'])}")


def first_page(page: Page, site: Site) -> None:
    """From the poster to her unit's page."""
    page.goto(f"{site.url}/{site.known['site']}")


def main_button(page: Page) -> Locator:
    """Continue, or Send on the last look; whatever the language calls them."""
    return page.locator("#telling .mv-goon .nhsuk-button").first


def button(page: Page, name: str) -> Locator:
    """A button of a form that she can see."""
    return page.locator("form").get_by_role("button", name=said(page, name), exact=True)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=said(page, name), exact=True).first.click()


def press_for(page: Page, step: str) -> None:
    page.locator(f"button[name=step][value={step}]").first.click()


def later(page: Page) -> Locator:
    """Save and finish later."""
    return page.locator("button[name=later]")


def option(page: Page, name: str, value: str) -> Locator:
    """A radio button or a tick box, by what it sends."""
    return page.locator(f"input[name='{name}'][value='{value}']:not([type=hidden])")


def heading(page: Page, words: str, *, seconds: float = 5) -> None:
    """Wait until this is what the page is about."""
    expect(page.get_by_role("heading", level=1, name=said(page, words))).to_be_visible(timeout=seconds * 1000)


def is_last_look(page: Page) -> bool:
    return page.locator("input[name=at]").get_attribute("value") == "review"


def to_last_look(page: Page) -> None:
    """On, leaving everything out."""
    while not is_last_look(page):
        main_button(page).click()


def wants_an_answer(page: Page) -> None:
    """From the last look back: she may be written to, but has given no address yet."""
    page.locator("button[name=change][value=consents]").click()
    option(page, "consents", "contact").check()
    button(page, "Continue").click()


def code_of(page: Page) -> str:
    """The code that stands on the page, letter by letter."""
    return page.locator(SPELLED).inner_text().replace(" ", "")


def answer_everything(page: Page) -> None:
    """From the first page to the last look."""
    option(page, "q-stage", "birth").check()
    button(page, "Continue").click()
    option(page, "q-fft", "good").check()
    button(page, "Continue").click()
    page.get_by_role("textbox").fill(story(page))
    button(page, "Continue").click()
    button(page, "Skip").click()
    option(page, "consents", "quote").check()
    button(page, "Continue").click()
    button(page, "Skip").click()


def telling(start: str) -> Way:
    """From the first page of a telling to the receipt."""

    def way(page: Page, site: Site) -> Iterator[str]:
        open_page(page, site, start)
        yield "the first page"
        # A ward's tablet offers no other languages.
        if page.locator(".mv-languages").count():
            page.locator(".mv-languages summary").click()
            yield "the first page with its languages shown"
        while not is_last_look(page):
            main_button(page).click()
            yield "a question"
            if page.locator("textarea").count():
                page.locator("textarea").first.fill(story(page))
        main_button(page).click()
        yield "the end"

    return way


def just(*addresses: str) -> Way:
    """Pages with nothing to do on them."""

    def way(page: Page, site: Site) -> Iterator[str]:
        for where in addresses:
            open_page(page, site, where)
            yield where or "the front page"

    return way
