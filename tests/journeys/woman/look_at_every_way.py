"""Pictures of every page of every way, on a small phone, in English, Arabic and Polish.

No test: pytest takes it only where it is named. Nothing is checked but that each way can be walked.

    PICTURES=build/pictures .venv/bin/python -m tools.test tests/journeys/woman/look_at_every_way.py
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.journeys.languages import PREFIXES, as_read_in
from tests.journeys.pictures import picture
from tests.journeys.site import Site, running_site
from tests.journeys.woman.ways import WAYS

pytestmark = pytest.mark.browser
# Staff's pages are in English.
STAFF = ("signing in",)


@pytest.fixture(scope="module", params=PREFIXES)
def fresh_site(request: pytest.FixtureRequest) -> Iterator[tuple[str, Site]]:
    """A world of its own for each language, since some ways leave nothing behind for the next."""
    with running_site() as site:
        yield request.param, as_read_in(site, PREFIXES[request.param])


@pytest.mark.parametrize("name", [name for name in WAYS if name not in STAFF])
def test_pictures_are_made(page: Page, fresh_site: tuple[str, Site], name: str) -> None:
    language, site = fresh_site
    way, _addresses = WAYS[name]
    for number, state in enumerate(way(page, site), start=1):
        page.wait_for_load_state()
        picture(page, f"{name} {number:02} {state} {language}")
