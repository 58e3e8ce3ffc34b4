"""Every page that needs no account, in each of its states, looked at as everybody meets it."""

from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.urls import resolve
from django.utils.translation import get_language_from_path, override
from playwright.sync_api import Page

from tests.journeys.conftest import Site
from tests.journeys.everybody import obstacles
from tests.journeys.woman.ways import WAYS

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("name", WAYS)
def test_every_page_is_for_everybody(page: Page, site: Site, name: str) -> None:
    way, addresses = WAYS[name]
    stopped_at, found = set(), []
    for state in way(page, site):
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
