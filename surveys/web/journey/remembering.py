"""Keep what was looked up for a minute in this process, so that a send does not look it up again."""

import time
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
Found = TypeVar("Found")

SECONDS = 60
MOST = 256

_forgetters: list[Callable[[], None]] = []


def for_a_minute(look_up: Callable[P, Found]) -> Callable[P, Found]:
    """Remember what a function found, for at most a minute and at most 256 different questions.

    What raised is not remembered, so that guessing addresses cannot push real ones out.
    """

    @lru_cache(maxsize=MOST)
    def in_minute(_minute: int, *args: P.args, **kwargs: P.kwargs) -> Found:
        return look_up(*args, **kwargs)

    @wraps(look_up)
    def remembered(*args: P.args, **kwargs: P.kwargs) -> Found:
        return in_minute(int(time.monotonic() // SECONDS), *args, **kwargs)  # type: ignore[arg-type]

    to_forget(in_minute.cache_clear)
    return remembered


def to_forget(clear: Callable[[], None]) -> None:
    """Have this called when everything is to be forgotten."""
    _forgetters.append(clear)


def forget() -> None:
    """Forget everything now; for tests, whose world changes under the process."""
    for clear in _forgetters:
        clear()
