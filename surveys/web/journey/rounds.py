"""Rounds at a tablet that many share: one woman's, from her first page until the screen is cleared.

A browser keeps what was posted, and sends it again when somebody goes back or reloads. So a round that was
cleared is remembered here for a month, by a number that says nothing of her, and is not shown again.
"""

from datetime import timedelta

from django.core.cache import cache
from redis.exceptions import RedisError

from surveys.core.secrets import digest
from surveys.web.journey.visit import ROUND, Visit

REMEMBERED = timedelta(days=30)


def clear(visit: Visit) -> None:
    """Nobody is to see this round again. Without the cache the screen is cleared all the same."""
    try:
        cache.set(_key(visit), 1, REMEMBERED.total_seconds())
    except RedisError:
        return


def is_cleared(visit: Visit) -> bool:
    """Whether somebody has sent for pages of a round that is over."""
    try:
        return cache.get(_key(visit)) is not None
    except RedisError:
        return False


def _key(visit: Visit) -> str:
    return f"round:{digest('round', visit.extras[ROUND])}"
