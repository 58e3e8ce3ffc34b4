"""Looks at the page in front of us as everybody meets it: with a keyboard, in large letters, in few colours.

What a program can find of WCAG 2.2 AA; docs/accessibility.md says what a person has to look at.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, ViewportSize

from tests.journeys.axe import PHONE, WIDE, assert_accessible
from tools.paths import ROOT

# Every class that we have a style for.
CLASS = re.compile(r"\.([a-zA-Z][\w-]*)")
# Says that scripts run; what depends on it is not on a first page, whose styles are fewer.
MARKERS = frozenset({"js-enabled"})
WHOLE = set(CLASS.findall((ROOT / "build" / "static" / "desk.css").read_text()))
LOOKS = (Path(__file__).parent / "looks.js").read_text()
HEIGHT = 740
# What zooming in to 400 % leaves of a window of 1280 by 1024; as wide as the narrowest phone.
ZOOMED: ViewportSize = {"width": 320, "height": 256}
SUMMARY = ".nhsuk-error-summary:not([hidden])"
RIGHT_TO_LEFT = ("ar", "ur")


def obstacles(page: Page) -> Iterator[str]:
    """What stands in somebody's way on this page. Leaves it as it was, on a small phone."""
    page.wait_for_load_state()
    page.evaluate(LOOKS)
    yield from _an_error_is_heard_and_leads_to_where_it_is(page)
    yield from _says_where_she_is(page)
    yield from _has_its_styles(page)
    for width in (WIDE, PHONE):
        _resize(page, width)
        yield from _axe(page)
        yield from _fits(page, f"{width} px wide")
    yield from _each(page, "tooSmall", "is too small to be pressed")
    yield from _fits_large_letters(page)
    page.emulate_media(reduced_motion="reduce")
    yield from _each(page, "moving", "moves though she asked for no motion")
    yield from _a_keyboard_is_enough(page)
    page.emulate_media(reduced_motion="null", forced_colors="active")
    yield from _each(page, "withoutEdge", "has no edge in forced colours")
    yield from _each(page, "focusedWithoutOutline", "has no ring in forced colours")
    page.emulate_media(forced_colors="null")
    _resize(page, PHONE)


def _an_error_is_heard_and_leads_to_where_it_is(page: Page) -> Iterator[str]:
    """The summary has the focus, so that it is read first; each line leads to a control that says it too."""
    if not page.locator(SUMMARY).count():
        return
    if not page.evaluate(f"document.activeElement.matches('{SUMMARY}')"):
        yield "the error summary has no focus"
    for link in page.locator(f"{SUMMARY} a").all():
        link.click()
        if link.inner_text() not in page.evaluate("looks.described()"):
            yield f"the error does not lead to where it is: {link.inner_text()}"


def _says_where_she_is(page: Page) -> Iterator[str]:
    levels: list[int] = page.evaluate("looks.outline()")
    if levels.count(1) != 1 or any(b > a + 1 for a, b in zip([0, *levels], levels, strict=False)):
        yield f"the headings are not in order: {levels}"
    language, direction = page.evaluate("[document.documentElement.lang, document.documentElement.dir]")
    if direction != ("rtl" if language in RIGHT_TO_LEFT else "ltr"):
        yield f"{language} runs {direction}"
    heading = page.locator("h1").first.inner_text().strip()
    error, about = page.title().partition(heading)[:2]
    if not about or (not error and page.locator(SUMMARY).count()):
        yield f"the title is “{page.title()}”, the heading “{heading}”"


def _has_its_styles(page: Page) -> Iterator[str]:
    """The purge has taken nothing away that the page needs; cards have styles of their own."""
    if page.locator("body").get_attribute("class") is not None:
        worn, styled = page.evaluate("[looks.worn(), looks.styled()]")
        lost = (set(worn) & WHOLE) - MARKERS - set(CLASS.findall(styled))
        yield from (f"{name} has lost its style" for name in lost)


def _axe(page: Page) -> Iterator[str]:
    try:
        assert_accessible(page)
    except AssertionError as found:
        yield str(found)


def _fits(page: Page, how: str) -> Iterator[str]:
    yield from _each(page, "stickingOut", f"sticks out, {how}")
    yield from _each(page, "cutOff", f"is cut off, {how}")


def _fits_large_letters(page: Page) -> Iterator[str]:
    """At 400 %; with more air between letters and lines; and with letters twice as large, on a phone too."""
    page.set_viewport_size(ZOOMED)
    yield from _fits(page, "at 400 %")
    page.evaluate("looks.airy(true)")
    yield from _fits(page, "at 400 %, with air between letters")
    page.evaluate("looks.airy(false)")
    page.evaluate("looks.larger('200%')")
    for width in (WIDE, PHONE):
        _resize(page, width)
        yield from _fits(page, f"with letters twice as large, {width} px wide")
    page.evaluate("looks.larger('')")


def _a_keyboard_is_enough(page: Page) -> Iterator[str]:
    """Tab comes to everything from top to bottom, shows where it is, is never covered and comes out again."""
    page.set_viewport_size(ZOOMED)
    controls: list[str] = page.evaluate("looks.remember()")
    came_to: list[int] = []
    before = 0.0
    for _press in range(len(controls) + 1):
        page.keyboard.press("Tab")
        here: dict[str, Any] | None = page.evaluate("looks.focused()")
        if here is None or here["at"] in came_to:
            break
        came_to.append(here["at"])
        if not here["seen"]:
            yield f"the focus is not seen: {here['name']}"
        if here["covered"]:
            yield f"something lies over what has the focus: {here['name']}"
        if here["bottom"] <= before:
            yield f"Tab leaps back: {here['name']}"
        before = here["top"]
    if came_to != list(range(len(controls))):
        yield f"Tab comes to {came_to} of {list(enumerate(controls))}"


def _each(page: Page, look: str, what: str) -> list[str]:
    return [f"{what}: {found}" for found in page.evaluate(f"looks.{look}()")]


def _resize(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": HEIGHT})
