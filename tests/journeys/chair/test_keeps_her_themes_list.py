"""A chair renames, merges and splits themes; the real worker suggests again; she looks at what was split."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import assert_accessible_in_both_widths
from tests.journeys.conftest import Site

pytestmark = pytest.mark.browser

SUGGESTED = """
SELECT count(*) FROM themes_themesuggestion s JOIN responses_freetext t ON t.id = s.free_text_id
WHERE s.code = %s AND t.partnership_id = (SELECT id FROM organisations_organisation WHERE slug = %s)
"""


def test_rename_merge_and_split_with_what_the_worker_suggests_then(
    site: Site, desk: Page, sign_in: Callable[[Page, str], None]
) -> None:
    derby = json.loads(site.run("tests.journeys.spoken", "Derby"))
    mvp = derby["mvp"]
    site.wait_for_the_worker()
    kind, pain = (site.number(SUGGESTED, code, mvp) for code in ("KIND", "PAIN"))
    assert kind
    assert pain
    sign_in(desk, derby["chair"])
    desk.goto(f"{site.url}/desk/{mvp}/understand/codes/")
    expect(desk.get_by_text("Version 1, 28 themes.")).to_be_visible()
    assert_accessible_in_both_widths(desk)

    _rename(desk)
    _merge(desk)
    site.wait_for_the_worker()
    assert site.number(SUGGESTED, "PAIN", mvp) == 0
    assert site.number(SUGGESTED, "BIRTH", mvp) == pain

    _check_one(desk, f"{site.url}/desk/{mvp}/listen/check/")
    desk.goto(f"{site.url}/desk/{mvp}/understand/codes/")
    _split(desk)
    site.wait_for_the_worker()
    # Only where somebody has decided does what was suggested to her stay.
    assert site.number(SUGGESTED, "KIND", mvp) == 1
    _look_again(desk)

    desk.goto(f"{site.url}/desk/{mvp}/understand/codes/history/")
    for what in ("Renamed", "Merged", "Split"):
        expect(desk.get_by_role("cell", name=what, exact=True)).to_be_visible()
    assert_accessible_in_both_widths(desk)
    desk.goto(f"{site.url}/desk/{mvp}/understand/plan/")
    assert_accessible_in_both_widths(desk)


def _rename(desk: Page) -> None:
    desk.get_by_role("link", name="Kindness and respect").click()
    assert_accessible_in_both_widths(desk)
    desk.get_by_label("What is the theme called?").fill("How staff treated us")
    desk.get_by_role("button", name="Save").click()
    expect(desk.get_by_role("alert").get_by_text("Say why, for those who come after you")).to_be_visible()
    expect(desk.get_by_label("What is the theme called?")).to_have_value("How staff treated us")
    assert_accessible_in_both_widths(desk)
    desk.get_by_label("Why?").fill("The words that women use here")
    desk.get_by_role("button", name="Save").click()
    expect(desk.get_by_role("link", name="How staff treated us")).to_be_visible()


def _merge(desk: Page) -> None:
    desk.get_by_role("button", name="Merge two themes").click()
    assert_accessible_in_both_widths(desk)
    desk.get_by_label("Which theme goes?").select_option("Pain relief")
    desk.get_by_label("Into which theme?").select_option("Labour and birth care")
    desk.get_by_label("Why?").fill("Nobody here tells them apart")
    desk.get_by_role("button", name="Merge them").click()
    expect(desk.get_by_text("Merged into Labour and birth care")).to_be_visible()
    assert_accessible_in_both_widths(desk)


def _check_one(desk: Page, queue: str) -> None:
    """A comment about kindness is made safe, with that theme."""
    desk.goto(queue)
    expect(desk.get_by_role("group", name="How staff treated us")).to_be_visible()
    desk.get_by_role("button", name="Mark safe").click()
    expect(desk.get_by_text("The last comment is safe to read.")).to_be_visible()


def _split(desk: Page) -> None:
    desk.get_by_role("link", name="How staff treated us").click()
    desk.get_by_role("link", name="Split this theme into several").click()
    assert_accessible_in_both_widths(desk)
    for number, title in enumerate(("Manners", "Dignity"), start=1):
        desk.get_by_label(f"New theme {number}", exact=True).fill(title)
        desk.get_by_label(f"What does new theme {number} mean?").fill(f"All that is about {title.lower()}.")
    desk.get_by_label("Why?").fill("They are two things")
    desk.get_by_role("button", name="Split it").click()
    expect(desk.get_by_text("1 comment waits to be looked at again")).to_be_visible()


def _look_again(desk: Page) -> None:
    desk.get_by_role("link", name="waits to be looked at again").click()
    assert_accessible_in_both_widths(desk)
    desk.get_by_role("link", name="Choose its themes").click()
    expect(desk.get_by_text("“How staff treated us” was split into this and others.").first).to_be_visible()
    assert_accessible_in_both_widths(desk)
    desk.get_by_role("group", name="Manners").get_by_label("Good").check()
    desk.get_by_role("group", name="Dignity").get_by_label("Not this").check()
    desk.get_by_role("button", name="Save themes").click()
    expect(desk.get_by_text("Themes saved.")).to_be_visible()
    expect(desk.get_by_text("Manners: good")).to_be_visible()
