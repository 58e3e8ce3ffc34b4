"""Every page that needs no account, in each of its states, looked at as everybody meets it."""

from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.urls import resolve
from django.utils.translation import get_language_from_path, override
from playwright.sync_api import Page

from tests.journeys.conftest import Site
from tests.journeys.everybody import obstacles
from tests.journeys.languages import as_read_in
from tests.journeys.woman.ways import ALSO_IN, WAYS

pytestmark = pytest.mark.browser
WALKS = [(name, prefix) for name in WAYS for prefix in ("", *ALSO_IN.get(name, ()))]


@pytest.mark.parametrize(("name", "prefix"), WALKS)
def test_every_page_is_for_everybody(page: Page, site: Site, name: str, prefix: str) -> None:
    way, addresses = WAYS[name]
    stopped_at, found = set(), []
    for state in way(page, as_read_in(site, prefix)):
        stopped_at.add(_name_of(page))
        found += [f"{page.url} ({state}): {obstacle}" for obstacle in obstacles(page)]

    assert found == [], "\n".join(found)
    assert stopped_at == addresses


def _name_of(page: Page) -> str:
    """The name of the address at which the page was shown."""
    path = urlsplit(page.url).path
    with override(get_language_from_path(path) or settings.LANGUAGE_CODE):
        match = resolve(path)
    return match.view_name if match.url_name else match.route
