"""How often one address does something in an hour, and the same words come in a day; neither is ever kept.

The count is kept under a fingerprint of the address, with a random salt that lives for a day and only in the
cache. When the cache cannot be reached nobody is held up.
"""

import secrets
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from ipaddress import ip_address, ip_network
from typing import cast

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from redis import Redis
from redis.exceptions import RedisError

from surveys.core.clock import local_date
from surveys.core.secrets import digest

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def few(whom: str, purpose: str, *, most: int, now: datetime) -> bool:
    """Count one more for somebody, however known; whether it is still among the `most` of an hour."""
    return _times(whom, purpose, now) <= most


def counted(request: HttpRequest, purpose: str, *, now: datetime, what: str = "") -> int:
    """Count one more from this address; how many there were in this hour, or 0 when nobody can count.

    `what`: each such thing has its own count.
    """
    return _times(_whom(request, what), purpose, now)


def so_far(request: HttpRequest, purpose: str, *, now: datetime, what: str = "") -> int:
    """How many there were in this hour; counts nothing."""
    try:
        count = _counters().get(_counter(_whom(request, what), purpose, now))
    except RedisError:
        return 0
    return int(cast("bytes", count) or 0)


def _whom(request: HttpRequest, what: str) -> str:
    return f"{_household(_address(request))} {what}".rstrip()


def _times(whom: str, purpose: str, now: datetime) -> int:
    try:
        (count,) = _counted([_counter(whom, purpose, now)], HOUR)
    except RedisError:
        return 0
    return count


def _counter(who: str, purpose: str, now: datetime) -> str:
    return f"limit:{purpose}:{now:%H}:{digest(f'{purpose}:{_salt(local_date(now).isoformat())}', who)}"


def said_today(texts: Iterable[str], *, now: datetime) -> list[int]:
    """Count these words once more; how often each has been sent today, or nothing when nobody can count.

    As with addresses, only fingerprints are counted, and nobody can make them once the day's salt is gone.
    """
    try:
        purpose = f"words:{_salt(local_date(now).isoformat())}"
        return _counted([f"said:{digest(purpose, text)}" for text in texts], DAY)
    except RedisError:
        return []


def _counted(keys: Sequence[str], lifetime: timedelta) -> list[int]:
    # One journey for all, on the way of everything that a woman sends; Django's cache would take three.
    if not keys:
        return []
    journey = _counters().pipeline(transaction=False)
    for key in keys:
        journey.incr(key)
        journey.expire(key, lifetime)
    return [int(count) for count in journey.execute()[::2]]


@lru_cache(maxsize=1)
def _counters() -> Redis:
    return Redis.from_url(settings.CACHES["default"]["LOCATION"])


@lru_cache(maxsize=2)
def _salt(day: str) -> str:
    return str(cache.get_or_set(f"limit-salt:{day}", secrets.token_hex, (2 * DAY).total_seconds()))


def _household(address: str) -> str:
    """The address; of an IPv6 address the first half, since whoever has one has all that begin with it."""
    try:
        known = ip_address(address)
    except ValueError:
        return address
    return str(ip_network((known, 64), strict=False)) if known.version == 6 else address


def _address(request: HttpRequest) -> str:
    """Where the request came from: what the nearest trusted proxy says, where there is one."""
    proxies = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    passed_on = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    if proxies and len(passed_on) >= proxies and passed_on[0]:
        return str(passed_on[-proxies]).strip()
    return str(request.META.get("REMOTE_ADDR", ""))
