"""How often one address may do something: counted without keeping the address."""

from uuid import uuid4

import pytest
from django.conf import settings
from django.http import HttpRequest
from django.test import RequestFactory, override_settings
from redis import Redis

from surveys.web.journey import limits
from tests.factories.world import NOW

real_salt = limits._salt


def request_from(address: str, passed_on: str = "") -> HttpRequest:
    return RequestFactory(REMOTE_ADDR=address, HTTP_X_FORWARDED_FOR=passed_on).get("/")


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(limits, "_salt", real_salt)
    return str(uuid4())


def test_each_address_has_its_own_count(address: str) -> None:
    times = [limits.counted(request_from(address), "test", now=NOW) for _time in range(3)]

    assert times == [1, 2, 3]
    assert limits.counted(request_from(f"{address}-other"), "test", now=NOW) == 1
    assert limits.counted(request_from(address), "other", now=NOW) == 1
    assert limits.counted(request_from(address), "test", now=NOW, what="one thing") == 1


def test_looking_counts_nothing(address: str) -> None:
    limits.counted(request_from(address), "test", now=NOW)

    assert [limits.so_far(request_from(address), "test", now=NOW) for _time in range(2)] == [1, 1]
    assert limits.so_far(request_from(address), "test", now=NOW, what="one thing") == 0


def test_somebody_has_so_many_an_hour(address: str) -> None:
    assert [limits.few(address, "test", most=2, now=NOW) for _time in range(3)] == [True, True, False]


def test_the_address_is_not_kept_and_its_count_ends_with_the_hour(address: str) -> None:
    counters = Redis.from_url(settings.CACHES["default"]["LOCATION"], decode_responses=True)
    before = set(counters.scan_iter("limit:*"))
    limits.counted(request_from(address), "test", now=NOW, what="ABCD1234")

    (key,) = set(counters.scan_iter("limit:*")) - before
    assert address not in key
    assert "ABCD1234" not in key
    assert 0 < counters.ttl(key) <= 3600


def test_nobody_is_held_up_when_counting_fails(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "_counters", lambda: Redis.from_url("redis://127.0.0.1:1"))

    assert limits.few(address, "test", most=0, now=NOW)
    assert limits.counted(request_from(address), "test", now=NOW) == 0
    assert limits.so_far(request_from(address), "test", now=NOW) == 0


def test_behind_a_trusted_proxy_its_word_counts(address: str) -> None:
    with override_settings(ALLAUTH_TRUSTED_PROXY_COUNT=1):
        first = limits.counted(request_from("proxy", f"made-up, {address}"), "test", now=NOW)
        second = limits.counted(request_from("proxy", address), "test", now=NOW)

    assert (first, second) == (1, 2)


def test_all_addresses_of_one_ipv6_network_have_one_count(address: str) -> None:
    network = f"2001:db8:{address[:4]}:{address[4:8]}"
    times = [limits.counted(request_from(f"{network}::{end}"), "test", now=NOW) for end in range(3)]

    assert times == [1, 2, 3]
    assert limits.counted(request_from(f"2001:db8:{address[9:13]}::1"), "test", now=NOW) == 1
