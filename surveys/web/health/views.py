"""Is the web process alive, and can it reach what it needs?"""

from collections.abc import Callable

from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from redis.exceptions import RedisError


@login_not_required
def live(request: HttpRequest) -> JsonResponse:
    """The process answers."""
    return JsonResponse({"status": "ok"})


@login_not_required
def ready(request: HttpRequest) -> JsonResponse:
    """The database and the broker answer; 503 naming the one that does not."""
    checks = {"database": _database, "broker": _broker}
    failing = [name for name, check in checks.items() if not _passes(check)]
    status = 503 if failing else 200
    return JsonResponse({"status": "failing" if failing else "ok", "failing": failing}, status=status)


def _database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def _broker() -> None:
    cache.get("health")


def _passes(check: Callable[[], None]) -> bool:
    try:
        check()
    except (DatabaseError, RedisError):
        return False
    return True
