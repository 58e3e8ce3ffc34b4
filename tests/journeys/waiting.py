"""Waits for a server of ours."""

import time
import urllib.request
from contextlib import suppress

PATIENCE = 60.0


def answers_at(url: str) -> None:
    """Return once the address answers 200. Raises TimeoutError after 60 seconds."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with suppress(OSError), urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310 - ours
            if answer.status == 200:
                return
        time.sleep(0.1)
    raise TimeoutError(f"{url} did not answer within {PATIENCE:g} seconds")
