"""What the ways through our pages are made of: how a page is opened and pressed, and the telling itself."""

from collections.abc import Callable, Iterator

from playwright.sync_api import Locator, Page

from tests.journeys.site import Site

# At each stop: what is in front of us.
Way = Callable[[Page, Site], Iterator[str]]
STORY = "The midwife stayed with me all night."
LATER = "Save and finish later"
SPELLED = ".mv-receipt .nhsuk-u-visually-hidden"
NOBODYS_CODE = "A" * 16


def open_page(page: Page, site: Site, where: str) -> None:
    page.goto(f"{site.url}/{where.format(**site.places['lincoln'])}")


def main_button(page: Page) -> Locator:
    """Continue, or Send on the last look; whatever the language calls them."""
    return page.locator("#telling .mv-goon .nhsuk-button").first


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).first.click()


def press_for(page: Page, step: str) -> None:
    page.locator(f"button[name=step][value={step}]").first.click()


def is_last_look(page: Page) -> bool:
    return page.locator("input[name=at]").get_attribute("value") == "review"


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
                page.locator("textarea").first.fill(STORY)
        main_button(page).click()
        yield "the end"

    return way


def just(*addresses: str) -> Way:
    """Pages with nothing to do on them."""

    def way(page: Page, site: Site) -> Iterator[str]:
        for where in addresses:
            open_page(page, site, where)
            yield where

    return way
