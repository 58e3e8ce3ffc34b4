"""Waits for a server of ours."""

import time
import urllib.request
from contextlib import suppress
from urllib.error import URLError

PATIENCE = 30.0


def answers_at(url: str) -> None:
    """Return once the address answers 200. Raises TimeoutError after 30 seconds."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with suppress(URLError, ConnectionError), urllib.request.urlopen(url, timeout=2) as answer:  # noqa: S310 - ours
            if answer.status == 200:
                return
        time.sleep(0.1)
    raise TimeoutError(f"{url} did not answer within {PATIENCE:g} seconds")
