"""A woman reads, writes and sends in her language, on a small phone; pages mirror, and are read to her."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import assert_accessible
from tests.journeys.conftest import Site
from tests.journeys.languages import STORIES, story
from tests.journeys.woman.steps import main_button

pytestmark = pytest.mark.browser

PREFIXES = ("", "/ar", "/pl", "/en-easy")
VOICE = """
  const spoken = window.spoken = [];
  const voices = [{ lang: "en-GB", localService: true, name: "Far away" }];
  const engine = Object.assign(new EventTarget(), {
    speaking: false, getVoices: () => voices, cancel() { this.speaking = false; },
    speak(part) { this.speaking = true; spoken.push(part.text); },
  });
  Object.defineProperty(window, "speechSynthesis", { value: engine });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""


def side(page: Page, inner: str, outer: str = "main") -> str:
    """On which side of `outer` the thing stands."""
    one, all_ = page.locator(inner).first.bounding_box(), page.locator(outer).first.bounding_box()
    assert one is not None
    assert all_ is not None
    before, after = one["x"] - all_["x"], all_["x"] + all_["width"] - one["x"] - one["width"]
    return "left" if before < after else "right"


def assert_fits(page: Page) -> None:
    """Nothing has to be scrolled sideways, on a small phone and on the smallest that there is."""
    for width in (360, 320):
        page.set_viewport_size({"width": width, "height": 740})
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, (page.url, width, wide)
    page.set_viewport_size({"width": 360, "height": 740})


@pytest.mark.parametrize("prefix", PREFIXES)
def test_from_the_first_page_to_the_receipt(page: Page, site: Site, prefix: str) -> None:
    page.goto(f"{site.url}{prefix}/{site.known['site']}")
    language = page.locator("html").get_attribute("lang")
    for _page in range(16):
        assert_accessible(page)
        assert_fits(page)
        assert page.locator("html").get_attribute("lang") == language
        if page.get_by_role("textbox").first.is_visible() and page.locator("textarea").count():
            page.locator("textarea").fill(story(page))
        if page.locator("input[name=at]").get_attribute("value") == "review":
            break
        main_button(page).click()

    expect(page.locator("dl")).to_contain_text(story(page))
    main_button(page).click()
    expect(page.locator(".mv-receipt")).to_be_visible()
    assert_accessible(page)
    assert_fits(page)
    assert page.context.cookies() == []


def test_arabic_pages_are_mirrored_and_codes_and_numbers_are_not(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/ar/{site.known['site']}")
    assert side(page, ".mv-mark", ".mv-header__row") == "right"
    assert side(page, ".nhsuk-radios__input") == "right"
    main_button(page).click()
    assert side(page, ".mv-back") == "right"
    assert page.locator("a.mv-phone").first.evaluate("e => getComputedStyle(e).direction") == "ltr"

    page.goto(f"{site.url}/{site.known['site']}")
    assert side(page, ".nhsuk-radios__input") == "left"


def test_she_changes_the_language_in_the_middle_of_her_story(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/{site.known['site']}")
    for _page in range(2):
        main_button(page).click()
    page.locator("textarea").fill(STORIES["pl"])
    page.locator(".mv-languages summary").click()
    page.get_by_role("button", name="Polski").click()

    expect(page).to_have_url(re.compile(r"/pl/"))
    expect(page.locator("html")).to_have_attribute("lang", "pl")
    expect(page.locator("textarea")).to_have_value(STORIES["pl"])


def test_easy_read_shows_one_question_and_one_picture(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/en-easy/{site.known['site']}")
    for _page in range(12):
        expect(page.locator("main h1")).to_have_count(1)
        expect(page.locator(".mv-picture")).to_have_count(1)
        main_button(page).click()


def test_the_page_is_read_to_her_with_a_voice_of_her_own_phone(page: Page, site: Site) -> None:
    # No voice is installed where the tests run: this one writes down what it is given.
    page.add_init_script(VOICE)
    page.goto(f"{site.url}/en-easy/{site.known['site']}")
    page.get_by_role("button", name="Read this page to me").click()

    spoken = page.evaluate("window.spoken")
    assert "What do you want to tell us about?" in spoken
    assert "When I was pregnant" in spoken
    assert not any("Continue" in text or "Get help" in text for text in spoken)
    page.get_by_role("button", name="Stop reading").click()
    assert page.evaluate("speechSynthesis.speaking") is False
    assert_accessible(page)


def test_without_a_voice_of_her_language_nothing_is_offered(page: Page, site: Site) -> None:
    page.add_init_script(VOICE)
    page.goto(f"{site.url}/pl/{site.known['site']}")

    expect(page.locator("[data-aloud]")).to_be_hidden()
