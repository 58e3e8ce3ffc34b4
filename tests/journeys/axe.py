"""Asks axe about the page in front of us."""

from axe_playwright_python.base import AxeResults
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = Axe()
# Only what is wrong is brought here: all else would take most of the time.
RUN = "options => axe.run(options).then(({violations}) => ({violations}))"
OPTIONS = {"runOnly": {"type": "tag", "values": STANDARDS}, "resultTypes": ["violations"]}
PHONE, WIDE = 360, 1280
# What makes the page wider than its window; a box that scrolls by itself keeps what is in it.
STICKS_OUT = """() => {
    const scrolls = e => e && (getComputedStyle(e).overflowX !== "visible" || scrolls(e.parentElement));
    return document.documentElement.scrollWidth <= innerWidth ? [] : [...document.body.querySelectorAll("*")]
        .filter(e => e.getBoundingClientRect().right > innerWidth && !scrolls(e.parentElement))
        .map(e => e.outerHTML.slice(0, 120));
}"""


def assert_accessible(page: Page) -> None:
    """Axe finds nothing, by WCAG 2.2 AA and its own best practices."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.axe_script)
    found = AxeResults(page.evaluate(RUN, OPTIONS))
    assert found.violations_count == 0, f"{page.url}\n{found.generate_report()}"


def assert_accessible_in_both_widths(page: Page) -> None:
    """The same, on a small phone and on a wide screen; and nothing sticks out on the phone."""
    before = page.viewport_size or {"width": WIDE, "height": 900}
    for width in (PHONE, WIDE):
        page.set_viewport_size({"width": width, "height": before["height"]})
        assert_accessible(page)
        assert page.evaluate(STICKS_OUT) == [], f"{page.url} at {width} px"
    page.set_viewport_size(before)
