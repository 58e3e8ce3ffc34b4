"""A moderator sets thirty doubtful answers aside at once and takes it back, in a browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import assert_accessible
from tests.journeys.conftest import Site

pytestmark = pytest.mark.browser

FLOOD = """
UPDATE responses_response SET doubts = 'flood' WHERE id IN (
    SELECT id FROM responses_response WHERE partnership_id =
        (SELECT id FROM organisations_organisation WHERE slug = %s) ORDER BY id LIMIT 30)
RETURNING (SELECT 30)
"""
STANDING = """
SELECT count(*) FROM responses_response WHERE set_aside_at IS NULL AND partnership_id =
    (SELECT id FROM organisations_organisation WHERE slug = %s)
"""


def test_thirty_at_once_and_back_again(site: Site, desk: Page, sign_in: Callable[[Page, str], None]) -> None:
    rutland = site.places["rutland"]["mvp"]
    site.wait_for_the_worker()
    everybody = site.number(STANDING, rutland)
    site.number(FLOOD, rutland)
    sign_in(desk, site.places["rutland"]["moderator"])
    desk.goto(f"{site.url}/desk/{rutland}/")
    desk.get_by_role("link", name="answers that may be misuse").click()
    assert_accessible(desk)

    desk.get_by_role("link", name="Tick all on this page").click()
    desk.get_by_label("It is an advertisement or spam").check()
    desk.get_by_role("button", name="Set aside what is ticked").click()
    expect(desk.get_by_text("30 answers are set aside.")).to_be_visible()
    assert_accessible(desk)
    assert site.number(STANDING, rutland) == everybody - 30

    desk.get_by_role("button", name="Undo").click()
    expect(desk.get_by_text("30 answers are back.")).to_be_visible()
    assert site.number(STANDING, rutland) == everybody
    desk.get_by_role("link", name="Tick all on this page").click()
    desk.get_by_role("button", name="They are genuine").click()
    expect(desk.get_by_text("30 answers wait with the others.")).to_be_visible()
