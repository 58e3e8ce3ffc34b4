"""How often one address may do something: counted without keeping the address."""

from uuid import uuid4

import pytest
from django.core.cache import cache
from django.http import HttpRequest
from django.test import RequestFactory, override_settings

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
    answers = [limits.within(request_from(address), "test", most=2, now=NOW) for _time in range(3)]

    assert answers == [True, True, False]
    assert limits.within(request_from(f"{address}-other"), "test", most=2, now=NOW)
    assert limits.within(request_from(address), "other", most=2, now=NOW)


def test_the_address_is_not_in_the_cache(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[str] = []

    def add(*given: object) -> bool:
        kept.append(str(given))
        return True

    monkeypatch.setattr(cache, "add", add, raising=False)
    limits.within(request_from(address), "test", most=1, now=NOW)

    assert len(kept) == 1
    assert address not in kept[0]


def test_behind_a_trusted_proxy_its_word_counts(address: str) -> None:
    with override_settings(ALLAUTH_TRUSTED_PROXY_COUNT=1):
        first = limits.within(request_from("proxy", f"made-up, {address}"), "test", most=1, now=NOW)
        second = limits.within(request_from("proxy", address), "test", most=1, now=NOW)

    assert (first, second) == (True, False)


def test_all_addresses_of_one_ipv6_network_have_one_count(address: str) -> None:
    network = f"2001:db8:{address[:4]}:{address[4:8]}"
    answers = [limits.within(request_from(f"{network}::{end}"), "test", most=2, now=NOW) for end in range(3)]

    assert answers == [True, True, False]
    assert limits.within(request_from("2001:db8::1"), "test", most=2, now=NOW)
