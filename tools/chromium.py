"""Finds a Chromium for the browser tests, or gets one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tools.errors import PlainError
from tools.say import doing

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WHERE = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""


def find_or_get() -> str:
    """The path of a Chromium. Raises PlainError when none is here and none can be had."""
    if named := os.environ.get("CHROMIUM"):
        return named
    if found := _on_path() or _from_debian() or _from_playwright():
        return found
    raise PlainError(
        "The browser tests need Chromium. There is none on the PATH, it could not be installed from Debian's "
        "packages (that takes root), and Playwright could not download one. Install Chromium or Chrome, or "
        "say where it is: CHROMIUM=/path/to/chromium make test"
    )


def _on_path() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)


def _from_debian() -> str | None:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    with doing("Installing Chromium from Debian's packages, for the browser tests"):
        _try(["apt-get", "update"])
        _try(["apt-get", "install", "-y", "--no-install-recommends", "chromium"])
    return _on_path()


def _from_playwright() -> str | None:
    expected = subprocess.run(
        [sys.executable, "-c", WHERE], capture_output=True, text=True, check=False
    ).stdout.strip()
    if not Path(expected).is_file():
        with doing("Downloading Chromium with Playwright, for the browser tests"):
            _try([sys.executable, "-m", "playwright", "install", "chromium"])
    return expected if Path(expected).is_file() else None


def _try(command: list[str]) -> None:
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    quiet = subprocess.DEVNULL
    subprocess.run(command, env=environment, stdin=quiet, stdout=quiet, stderr=quiet, check=False)
