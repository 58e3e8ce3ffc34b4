"""Of the phone with which she tells, nothing is left: no address, no browser, in no table, cache or log."""

import logging
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client, override_settings
from django.utils import timezone
from redis import Redis

from mvp_feedback.logs import JsonFormatter
from surveys.core import audit
from surveys.core.actors import SYSTEM
from surveys.responses import receipts
from surveys.responses.drafts import codes
from surveys.responses.drafts.models import Draft
from surveys.responses.models import Response
from surveys.web.journey import limits
from tests.faces.feedback.telling import Page, Woman
from tests.factories.consultations import DAY, opened
from tests.factories.world import NOW, Place
from tools.product import GUNICORN

ADDRESS, PROXY = "203.0.113.77", "198.51.100.23"
BROWSER, REFERRER = "Her-Own-Phone/7.1", "https://her-group.example/posts"
TRACES = (ADDRESS, PROXY, BROWSER, "her-group.example", "xx-HER")
HER = "her@example.org"
real_salt = limits._salt


class OnHerPhone(Woman):
    """A woman whose phone says of itself what phones say."""

    def __init__(self, address: str) -> None:
        self.client = Client(
            REMOTE_ADDR=ADDRESS,
            headers={
                "user-agent": BROWSER,
                "referer": REFERRER,
                "accept-language": "xx-HER",
                "x-forwarded-for": f"{ADDRESS}, {PROXY}",
            },
        )
        self.page = Page(self.client.get(address))


def tell_everything(place: Place) -> None:
    """All that a woman can do: tell, save, send herself a link, come back, take back, ask to hear, stop."""
    woman = OnHerPhone("/leicester")
    woman.press("later", stage="birth")
    code = codes.code(Draft.objects.get().submission_key)
    woman.client.post("/leicester", {"send-link": "1", "code": code, "email": HER})
    woman.page = Page(woman.client.post("/go-on", {"code": code}))
    woman.to_review(good="Kind", consents=["contact"], contact=HER)
    woman.press("send")
    receipt = receipts.code(Response.objects.get().submission_key)
    woman.client.post("/r", {"code": receipt})
    consultation = opened(place, at=timezone.now(), closes_at=timezone.now() + 5 * DAY)
    page = f"/m/{place.mvp.slug}/c/{consultation.slug}/"
    woman.client.get(page)
    woman.client.post(f"{page}hear", {"email": HER, "wants": "result"})
    woman.client.get("/nowhere")
    woman.client.post("/go-on", {"code": "0" * 12})


def found_in_tables() -> list[str]:
    """Every table of the database, whosoever it is, in which a trace stands."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        return [table for table in tables if any(_stands_in(cursor, table, trace) for trace in TRACES)]


def _stands_in(cursor: Any, table: str, trace: str) -> bool:
    cursor.execute(f'SELECT count(*) FROM "{table}" t WHERE strpos(lower(t::text), lower(%s)) > 0', [trace])  # noqa: S608 - the name of a table
    return bool(cursor.fetchone()[0])


@pytest.mark.parametrize("proxies", [0, 1])
def test_no_table_holds_her_address_or_her_browser(leicester: Place, proxies: int) -> None:
    with override_settings(ALLAUTH_TRUSTED_PROXY_COUNT=proxies):
        tell_everything(leicester)

    assert Response.objects.exists()
    assert found_in_tables() == []


def test_the_search_finds_what_is_there(leicester: Place) -> None:
    """Were the search blind, the test above would mean nothing."""
    audit.record("receive", by=SYSTEM, now=NOW, facts={"from": ADDRESS, "with": BROWSER.upper()})

    assert found_in_tables() == ["core_auditevent"]


def test_no_cache_holds_them(leicester: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "_salt", real_salt)
    tell_everything(leicester)

    cache = Redis.from_url(settings.CACHES["default"]["LOCATION"])
    kept = [key + (cache.get(key) or b"") for key in cache.scan_iter("*limit*")]
    assert kept
    assert [entry for entry in kept if any(trace.encode() in entry for trace in TRACES)] == []


def test_no_log_line_holds_them(leicester: Place, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    tell_everything(leicester)
    logging.getLogger("a.logger").warning("the search sees lines")

    written = [JsonFormatter().format(record) for record in caplog.records]
    assert any("the search sees lines" in line for line in written)
    assert [line for line in written if any(trace in line for trace in TRACES)] == []


def test_the_servers_before_it_write_no_access_log() -> None:
    assert not [argument for argument in GUNICORN if argument.startswith("--access-log")]
    proxy = (settings.BASE_DIR / "deploy" / "Caddyfile").read_text()
    assert not [line for line in proxy.splitlines() if line.strip().startswith("log")]
