"""A woman writes of danger: help stands above every page that follows, and nothing keeps her from sending."""

import pytest
from playwright.sync_api import Error, Locator, Page, expect

from tests.journeys.axe import assert_accessible, assert_accessible_in_both_widths
from tests.journeys.conftest import Site
from tests.journeys.pictures import picture

pytestmark = pytest.mark.browser

ABUSE = "My husband hits me when he drinks. Please do not tell him."
DANGERS = {
    "": "I keep thinking they would all be better off without me",
    "pl/": "krwawie od rana i nikt nie odbiera telefonu",
    "ar/": "عم بنزف من الصبح وما حدا بيرد",
}
ORDINARY = "They asked me on my own whether I felt safe at home. The midwife was kind."
RESPONSES = "SELECT count(*) FROM responses_response"


def help_at_once(page: Page) -> Locator:
    return page.locator("main section.mv-help--now")


def go_on(page: Page) -> None:
    page.locator(".mv-goon button").first.click()


def tell(page: Page, site: Site, words: str, *, prefix: str = "") -> None:
    """From the poster to the page after the one with words."""
    page.goto(f"{site.url}/{prefix}{site.known['site']}")
    while page.locator("main textarea").count() == 0:
        go_on(page)
    page.locator("main textarea").fill(words)
    go_on(page)


def to_review(page: Page) -> None:
    while page.locator("button[name=send]").count() == 0:
        go_on(page)


@pytest.mark.parametrize("prefix", DANGERS)
def test_help_stands_on_the_next_page_the_last_look_and_the_thank_you_page(
    page: Page, site: Site, prefix: str
) -> None:
    before = site.number(RESPONSES)
    tell(page, site, DANGERS[prefix], prefix=prefix)
    for at in ("next", "review", "thanks"):
        if at == "review":
            to_review(page)
        if at == "thanks":
            page.locator("button[name=send]").click()
        expect(help_at_once(page)).to_be_visible()
        for phone in ("999", "111", "0116 496 0001"):
            expect(help_at_once(page).get_by_role("link", name=phone)).to_be_visible()
        assert_accessible_in_both_widths(page)
        picture(page, f"danger-{prefix.strip('/') or 'en'}-{at}")
    expect(page.locator(".mv-receipt")).to_be_visible()
    assert site.number(RESPONSES) == before + 1


def test_an_ordinary_story_shows_none(page: Page, site: Site) -> None:
    tell(page, site, ORDINARY)
    expect(help_at_once(page)).to_have_count(0)
    to_review(page)
    expect(help_at_once(page)).to_have_count(0)
    page.locator("button[name=send]").click()
    expect(page.locator(".mv-receipt")).to_be_visible()
    expect(help_at_once(page)).to_have_count(0)


def test_it_works_without_scripts(page_without_scripts: Page, site: Site) -> None:
    page = page_without_scripts
    tell(page, site, DANGERS[""])
    expect(help_at_once(page)).to_be_visible()
    to_review(page)
    page.locator("button[name=send]").click()
    expect(help_at_once(page)).to_be_visible()


def test_who_is_hurt_at_home_can_leave_quickly_and_back_does_not_show_her_words(
    page_without_scripts: Page, site: Site
) -> None:
    page = page_without_scripts
    tell(page, site, ABUSE)
    to_review(page)
    expect(page.get_by_text(ABUSE)).to_be_visible()
    picture(page, "abuse")
    help_at_once(page).get_by_role("link", name="Leave this page quickly").click()
    expect(page).to_have_url(f"{site.url}/")

    # What the page answered has been forgotten, so Chromium asks whether to send it once more.
    with pytest.raises(Error, match="ERR_CACHE_MISS"):
        page.go_back()
    expect(page.locator("body")).not_to_contain_text(ABUSE)


def test_it_is_read_out_and_can_be_seen_in_forced_colours(page: Page, site: Site) -> None:
    page.emulate_media(forced_colors="active")
    tell(page, site, ABUSE)
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("You can get help now")
    expect(alert).to_contain_text("Nobody is reading this page")
    assert_accessible(page)
    picture(page, "forced-colours")
