"""Words to the person at the keyboard."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress


def say(words: str) -> None:
    """Print a line at once. A terminal that is gone is no reason to stop in the middle."""
    with suppress(OSError):
        print(words, flush=True)


@contextmanager
def doing(words: str) -> Iterator[None]:
    """Say what is being done now, and when that took a while, how long."""
    say(f"{words} ...")
    start = time.monotonic()
    yield
    seconds = time.monotonic() - start
    if seconds >= 2:
        say(f"  done in {seconds:.0f} s")


def complain(words: str) -> None:
    """Print a line where problems go."""
    with suppress(OSError):
        print(words, file=sys.stderr, flush=True)
