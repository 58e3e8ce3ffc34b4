"""A real site for the journeys: a database, gunicorn, a Celery worker and beat, a mail server, Chromium."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from playwright.sync_api import Page

from tests.journeys.waiting import answers_at
from tools.mailbox import Mailbox
from tools.processes import free_port

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass(frozen=True)
class Site:
    """The running product: its address, its mail, and who and what is in its world."""

    url: str
    mailbox: Mailbox
    known: dict[str, str]
    environment: dict[str, str]

    def manage(self, *arguments: str) -> str:
        """What a management command prints, in the site's world."""
        return _manage(self.environment, *arguments)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The Chromium that `make test` found."""
    where = os.environ.get("CHROMIUM")
    if not where:
        pytest.fail("Set CHROMIUM to the path of a Chromium, or run: make test")
    return browser_type_launch_args | {"executable_path": where, "args": list(CHROMIUM_FLAGS)}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A small phone, British English."""
    return browser_context_args | {"viewport": {"width": 360, "height": 740}, "locale": "en-GB"}


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    """The product, whole and real, for all journeys of a run."""
    with ExitStack() as house:
        mailbox = Mailbox(port=0)
        house.callback(mailbox.stop)
        url = f"http://127.0.0.1:{free_port()}"
        database = house.enter_context(_database(f"journeys_{os.getpid()}"))
        environment = dict(os.environ) | {
            "DATABASE_URL": database,
            "EMAIL_URL": mailbox.email_url,
            "SITE_URL": url,
            "BROKER_URL": _own_broker(),
            "INSECURE_HTTP": "1",
        }
        _manage(environment, "migrate", "--no-input", "-v", "0")
        _manage(environment, "collectstatic", "--no-input", "-v", "0")
        known = json.loads(_run(environment, "-m", "tests.journeys.world"))
        for command in _programs(url):
            house.enter_context(_running(command, environment))
        answers_at(f"{url}/health/ready")
        yield Site(url, mailbox, known, environment)


@pytest.fixture
def sign_in(site: Site) -> Callable[[Page, str], None]:
    """Signs somebody in by the code that is e-mailed to her."""

    def sign_in(page: Page, email: str) -> None:
        site.mailbox.clear()
        page.goto(f"{site.url}/account/login/")
        page.get_by_label(re.compile("e-?mail", re.IGNORECASE)).fill(email)
        page.locator("main form button[type=submit]").first.click()
        letter = site.mailbox.wait_for(email)
        code = re.search(r"^\s*([A-Z0-9-]{6,12})\s*$", letter.text, re.MULTILINE)
        assert code, letter.text
        page.get_by_label(re.compile("code", re.IGNORECASE)).fill(code[1])
        page.locator("main form button[type=submit]").first.click()
        page.wait_for_url(re.compile(r"/(desk|board)/"))

    return sign_in


def _programs(url: str) -> list[list[str]]:
    bind = urlsplit(url).netloc
    celery = [sys.executable, "-m", "celery", "-A", "worker"]
    return [
        [
            sys.executable,
            "-m",
            "gunicorn",
            "mvp_feedback.wsgi",
            "--no-control-socket",
            "--workers=2",
            f"--bind={bind}",
        ],
        [*celery, "worker", "--queues=celery,post", "--concurrency=1", "--loglevel=WARNING"],
        [*celery, "beat", "--loglevel=WARNING", "--pidfile=", f"--schedule=/tmp/beat-{os.getpid()}"],
    ]


def _own_broker() -> str:
    # A numbered database of its own: other tests of this run use the first.
    return urlunsplit(urlsplit(os.environ["BROKER_URL"])._replace(path="/7"))


@contextmanager
def _database(name: str) -> Iterator[str]:
    server = os.environ["DATABASE_URL"]
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')  # a name of our own making
    try:
        yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextmanager
def _running(command: list[str], environment: dict[str, str]) -> Iterator[None]:
    process = subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True)
    try:
        yield
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            process.wait(10)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _manage(environment: dict[str, str], *arguments: str) -> str:
    return _run(environment, "manage.py", *arguments)


def _run(environment: dict[str, str], *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout
