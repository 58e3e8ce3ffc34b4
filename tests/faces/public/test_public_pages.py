"""Pages that everybody may read."""

import pytest
from django.test import Client

from tests.factories.world import Place


def test_home_leads_to_every_mvp(client: Client, leicester: Place, durham: Place) -> None:
    page = client.get("/").content.decode()

    for place in (leicester, durham):
        assert place.lms.name in page
        assert f'href="/m/{place.mvp.slug}/"' in page


def test_an_mvps_page_leads_to_its_units(client: Client, leicester: Place, durham: Place) -> None:
    page = client.get("/m/leicester-mvp/").content.decode()

    assert 'href="/leicester"' in page
    assert "durham" not in page.lower()


@pytest.mark.parametrize("address", ["/m/nowhere/", "/m/leicester-trust/", "/m/leicester-mvp/c/none/"])
def test_what_is_not_there_is_not_found(client: Client, leicester: Place, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "address", ["/", "/m/leicester-mvp/", "/privacy", "/accessibility", "/robots.txt", "/r"]
)
def test_nobody_is_given_a_cookie(client: Client, leicester: Place, address: str) -> None:
    answer = client.get(address)

    assert answer.status_code == 200
    assert not answer.cookies


def test_search_engines_stay_out_of_what_is_behind_sign_in(client: Client) -> None:
    assert "Disallow: /desk/" in client.get("/robots.txt").content.decode()
