"""A page that is for nobody: what looks at all the others finds each thing that is wrong with it."""

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import Site
from tests.journeys.everybody import obstacles
from tests.journeys.woman.steps import open_page

pytestmark = pytest.mark.browser

# What is done to the page, and what is said of it then.
SPOILED = {
    "$('h1').outerHTML += '<h4>Deep</h4>'": "the headings are not in order",
    "document.title = 'Welcome'": "the title is",
    "document.documentElement.dir = 'rtl'": "runs rtl",
    "$('.nhsuk-radios__input').removeAttribute('id')": "label",
    "$('main').style.minWidth = '400px'": "sticks out, at 400 %",
    "$('.mv-progress').style.cssText = 'overflow: hidden; height: 1em'": "is cut off",
    "$('#telling > p button').style.minHeight = '10px'": "is too small to be pressed",
    "$('.mv-goon').style.setProperty('transition', 'top 1s', 'important')": "moves though she asked",
    "$('.mv-goon button').style.cssText = 'all: unset'": "the focus is not seen",
    "$('footer').style.cssText = 'position: fixed; inset: 0'": "something lies over",
    "$('.mv-goon').style.cssText = 'display: flex; flex-direction: column-reverse'": "leaps",
    "$('.mv-goon button:nth-child(2)').onfocus = () => $('.mv-goon button').focus()": "Tab comes to",
    "$('.mv-goon button:nth-child(2)').style.border = 'none'": "has no edge in forced colours",
    "$('summary').style.outline = 'none'": "has no ring in forced colours",
}


@pytest.mark.parametrize("spoiling", SPOILED)
def test_an_obstacle_is_found(page: Page, site: Site, spoiling: str) -> None:
    open_page(page, site, "{site}")
    page.evaluate(f"{{ const $ = (what) => document.querySelector(what); {spoiling} }}")

    found = list(obstacles(page))

    assert any(SPOILED[spoiling] in one for one in found), found
