"""Cards for other people's pages: they alone may be framed, and they take and give nothing away."""

import pytest
from django.test import Client

from tests.factories.world import Place

CARDS = ("/leicester/embed", "/m/leicester-mvp/embed")
NEVER_FRAMED = (
    "/leicester",
    "/leicester/help",
    "/nowhere/embed",
    "/m/nowhere/embed",
    "/m/leicester-mvp/",
    "/r",
)


@pytest.mark.parametrize("address", CARDS)
def test_any_page_may_frame_a_card(client: Client, leicester: Place, address: str) -> None:
    answer = client.get(address)

    assert answer.status_code == 200
    assert "frame-ancestors *" in answer.headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in answer.headers


@pytest.mark.parametrize("address", CARDS)
def test_a_card_has_no_script_no_form_and_no_cookie(client: Client, leicester: Place, address: str) -> None:
    answer = client.get(address)
    page = answer.content.decode()

    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert not answer.cookies
    assert "<script" not in page
    assert "<form" not in page
    links = page.count("<a ")
    assert links == page.count('target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer"') > 0


@pytest.mark.parametrize("address", NEVER_FRAMED)
def test_nothing_else_can_be_framed(client: Client, leicester: Place, address: str) -> None:
    answer = client.get(address)

    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Frame-Options"] == "DENY"


def test_a_card_speaks_the_language_of_its_address(client: Client, leicester: Place) -> None:
    page = client.get("/ar/leicester/embed").content.decode()

    assert '<html lang="ar" dir="rtl">' in page
    assert 'href="/ar/leicester"' in page
