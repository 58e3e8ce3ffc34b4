"""A moderator works through what waits: by keys, by touch, with the mouse; never at what another has."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.axe import assert_accessible
from tests.journeys.conftest import Site
from tests.journeys.world import MELTON, OAKHAM

pytestmark = pytest.mark.browser

SignIn = Callable[[Page, str], None]
# A count over the texts of one place, with what people decided about them (c), or said of themes (d).
COUNT = """
    SELECT count(*) FROM responses_freetext t
    JOIN organisations_organisation o ON o.id = t.partnership_id
    LEFT JOIN moderation_clearance c ON c.free_text_id = t.id
"""
CLEARED = f"{COUNT} WHERE o.slug = %s AND c.outcome = 'cleared'"
SAFE = f"{CLEARED} AND c.safe_text = %s"
DECIDED = (
    f"{COUNT} JOIN themes_themedecision d ON d.free_text_id = t.id WHERE o.slug = %s AND c.safe_text = %s"
)
THEMED = f"{DECIDED} AND d.code = %s AND d.present AND d.sentiment = %s"
REJECTED = f"{DECIDED} AND d.suggested AND NOT d.present"
LEFT = f"""{COUNT} JOIN moderation_unhidden u ON u.free_text_id = t.id
    WHERE o.slug = %s AND u.reason = %s AND u.was_hidden = %s"""
CLAIMS = (
    f"{COUNT} JOIN moderation_claim h ON h.free_text_id = t.id WHERE o.slug = %s AND h.held_until > now()"
)


def check(site: Site, place: str) -> str:
    return f"{site.url}/desk/{site.places[place]['mvp']}/listen/check/"


def words(page: Page) -> Any:
    return page.locator("[data-raw]")


def goes_on(page: Page, key: str = "s") -> None:
    """Press a key that leads to another page, and wait for it."""
    page.evaluate("document.body.dataset.old = '1'")
    page.keyboard.press(key)
    page.locator("body:not([data-old])").wait_for()


def test_a_dozen_comments_by_keys_alone(site: Site, desk: Page, sign_in: SignIn) -> None:
    oakham = site.places["oakham"]["mvp"]
    site.wait_for_the_worker()
    sign_in(desk, site.places["oakham"]["moderator"])
    desk.goto(check(site, "oakham"))
    expect(desk.get_by_text("12 comments wait, the longest for 12 days")).to_be_visible()
    expect(desk.get_by_text("Safe, and on to the next")).to_be_visible()
    assert_accessible(desk)

    for number, said in enumerate(OAKHAM, start=1):
        expect(words(desk)).to_contain_text(said[:12])
        if "Jolanthe" in said:
            hide_by_keys(desk)
        if "Nobody listened" in said:
            change_a_theme_by_keys(desk)
        if "parking" in said:
            add_a_theme_by_keys(desk)
        goes_on(desk)
        if number == 3:
            take_back_by_keys(desk)

    expect(desk.get_by_role("heading", name="Every comment has been checked")).to_be_visible()
    assert_accessible(desk)
    assert site.number(CLEARED, oakham) == 12
    assert site.number(SAFE, oakham, "The midwife was kind and explained everything.") == 1
    assert site.number(SAFE, oakham, "The one at the desk, [name], was rude to my husband.") == 1
    assert site.number(SAFE, oakham, "They rang me on [phone number] and told me nothing.") == 1
    assert site.number(REJECTED, oakham, OAKHAM[1]) == 1
    assert site.number(THEMED, oakham, OAKHAM[4], "LISTEN", "mixed") == 1
    assert site.number(CLAIMS, oakham) == 0


def hide_by_keys(page: Page) -> None:
    """h, then the arrows to "Jolanthe", with shift to the word after it; Enter hides both."""
    page.keyboard.press("h")
    for _word in range(5):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    assert_accessible(page)
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(words(page).locator("mark")).to_contain_text("Jolanthe Querubin")


def change_a_theme_by_keys(page: Page) -> None:
    """1 goes to the first theme; left of its first answer lies the last: "Not this"."""
    page.keyboard.press("1")
    steps = page.evaluate(
        "[...document.activeElement.closest('fieldset').querySelectorAll('input')].indexOf(document.activeElement)"
    )
    for _step in range(steps + 1):
        page.keyboard.press("ArrowLeft")
    expect(page.locator("[data-numbered] fieldset").first.get_by_label("Not this")).to_be_checked()


def add_a_theme_by_keys(page: Page) -> None:
    page.keyboard.press("t")
    page.keyboard.type("Being lis")
    page.keyboard.press("Tab")
    page.keyboard.type("Both")
    page.keyboard.press("Tab")
    goes_on(page, "Enter")
    expect(page.get_by_role("group", name="Being listened to")).to_be_visible()
    page.locator("h1").click()


def take_back_by_keys(page: Page) -> None:
    """u, and the last one is there again with what was hidden; s, and it is done again."""
    goes_on(page, "u")
    expect(words(page).locator("mark")).to_contain_text("Jolanthe Querubin")
    expect(page.get_by_text("Taken back. The comment waits to be checked.")).to_be_visible()
    goes_on(page)


def test_one_comment_by_touch_on_a_phone(
    site: Site, browser: Browser, browser_context_args: dict[str, Any], sign_in: SignIn
) -> None:
    melton = site.places["melton"]["mvp"]
    site.wait_for_the_worker()
    with browser.new_context(**browser_context_args | {"has_touch": True, "is_mobile": True}) as context:
        page = context.new_page()
        sign_in(page, site.places["melton"]["moderator"])
        open_one(page, site, "at the desk was rude to me.")
        page.get_by_role("button", name="Choose words to hide").tap()
        page.get_by_role("button", name="tall", exact=True).tap()
        page.get_by_role("button", name="redhead", exact=True).tap()
        assert_accessible(page)
        page.get_by_label("Instead of “tall redhead”").select_option("the receptionist")
        page.get_by_role("button", name="See what others will read").tap()
        expect(page.get_by_text("A the receptionist at the desk was rude to me.")).to_be_visible()
        assert_accessible(page)
        page.get_by_role("button", name="Mark safe and go on").tap()
        expect(page.get_by_text("The last comment is safe to read.")).to_be_visible()

    assert site.number(SAFE, melton, "A the receptionist at the desk was rude to me.") == 1


def test_words_are_selected_with_the_mouse_and_shown_again_with_a_reason(
    site: Site, desk: Page, sign_in: SignIn
) -> None:
    melton = site.places["melton"]["mvp"]
    site.wait_for_the_worker()
    sign_in(desk, site.places["melton"]["chair"])
    open_one(desk, site, "and so was querubin.")

    # A suggestion is left readable, which wants a reason; a name that was missed is selected and hidden.
    reason = desk.get_by_label("Why leave readable what was suggested?")
    expect(reason).to_be_hidden()
    desk.get_by_label("Sarah", exact=True).uncheck()
    expect(reason).to_be_visible()
    expect(words(desk).locator("mark")).to_have_count(0)
    desk.evaluate("""() => {
        const text = document.querySelector('[data-raw] p').firstChild, at = text.data.indexOf('querubin');
        getSelection().setBaseAndExtent(text, at + 1, text, at + 5);
    }""")
    desk.get_by_role("button", name="Choose words to hide").click()
    expect(words(desk).locator("mark")).to_contain_text("querubin")
    desk.get_by_role("button", name="Mark safe and go on").click()
    expect(desk.get_by_text("Say why “Sarah” need not be hidden").first).to_be_visible()
    expect(words(desk).locator("mark")).to_contain_text("querubin")
    reason.select_option("word")
    desk.get_by_role("button", name="Mark safe and go on").click()
    expect(desk.get_by_text("The last comment is safe to read.")).to_be_visible()
    assert site.number(SAFE, melton, "The midwife Sarah was kind, and so was [name].") == 1
    assert site.number(LEFT, melton, "word", False) == 1

    desk.goto(f"{site.url}/desk/{melton}/listen/")
    desk.locator("article", has_text="and so was").get_by_role("link").first.click()
    desk.get_by_role("link", name="Change what was decided").click()
    expect(desk.get_by_text("opened the original")).to_be_visible()
    assert_accessible(desk)
    desk.get_by_role("link", name="Open the original").click()
    desk.get_by_label("querubin (name)").check()
    desk.get_by_label("Nobody could be recognised by it").check()
    assert_accessible(desk)
    desk.get_by_role("button", name="Let others read it again").click()
    expect(desk.get_by_text("Others can read it again. Your reason is kept.")).to_be_visible()
    assert site.number(SAFE, melton, MELTON[1]) == 1
    assert site.number(LEFT, melton, "nobody", True) == 1


def test_two_people_never_have_the_same_comment_open(
    site: Site, browser: Browser, browser_context_args: dict[str, Any], desk: Page, sign_in: SignIn
) -> None:
    site.wait_for_the_worker()
    sign_in(desk, site.places["melton"]["chair"])
    desk.goto(check(site, "melton"))
    hers = words(desk).inner_text()
    with browser.new_context(**browser_context_args) as context:
        other = context.new_page()
        sign_in(other, site.places["melton"]["moderator"])
        other.goto(check(site, "melton"))
        assert words(other).inner_text() != hers
        expect(other.get_by_text("Open with others now: Chair")).to_be_visible()
        other.goto(one_of(desk))
        expect(other.get_by_role("heading", name="Somebody else has this comment open")).to_be_visible()
        assert_accessible(other)

        # The chair goes elsewhere: the comment is free at once.
        desk.goto(f"{site.url}/desk/")
        other.get_by_role("link", name="Try this one again").click()
        expect(words(other)).to_contain_text(hers[:12])


def test_several_are_accepted_from_the_list_and_taken_back(site: Site, desk: Page, sign_in: SignIn) -> None:
    site.wait_for_the_worker()
    melton = site.places["melton"]["mvp"]
    before = site.number(CLEARED, melton)
    sign_in(desk, site.places["melton"]["moderator"])
    desk.goto(check(site, "melton"))
    goes_on(desk, "l")
    assert_accessible(desk)
    desk.get_by_role("link", name="Tick all on this page that can be marked safe").click()
    chosen = desk.locator("[name=chosen]:checked")
    expect(chosen).not_to_have_count(0)
    ticked = chosen.count()
    goes_on(desk)
    expect(desk.get_by_text(": accepted as suggested.")).to_be_visible()
    assert_accessible(desk)
    assert site.number(CLEARED, melton) == before + ticked

    goes_on(desk, "u")
    expect(desk.get_by_text("as before.")).to_be_visible()
    assert site.number(CLEARED, melton) == before


def open_one(page: Page, site: Site, said: str) -> None:
    """The comment that has these words, from the list."""
    page.goto(f"{check(site, 'melton')}list/")
    page.locator("li", has_text=said).get_by_role("link", name="Open it by itself").click()
    expect(words(page)).to_contain_text(said)


def one_of(page: Page) -> str:
    """The address of the comment that is in front of us."""
    leave = page.locator("form[data-hold]").get_attribute("action") or ""
    return page.url.split("/desk/")[0] + leave.removesuffix("let-go/")
