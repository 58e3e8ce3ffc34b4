"""A real site for the journeys: a database, gunicorn, a Celery worker and its timetable, a mail server."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
import redis

from tests.journeys.programs import Program, Watchdog
from tests.journeys.waiting import PATIENCE, answers_at
from tools.mailbox import Mailbox
from tools.paths import ROOT
from tools.processes import free_port
from tools.product import CELERY, GUNICORN, WORKER


@dataclass(frozen=True)
class Site:
    """The running product: its address, its mail, its workers and web server, and what is in its world.

    `known` is the first place, where most journeys are; `places` holds all, by name.
    """

    url: str
    mailbox: Mailbox
    places: Mapping[str, Mapping[str, str]]
    environment: Mapping[str, str]
    worker: Program
    post: Program
    web: Program

    @property
    def known(self) -> Mapping[str, str]:
        return self.places["leicester"]

    def manage(self, *arguments: str) -> str:
        """What a management command prints, in the site's world."""
        return run(self.environment, "manage.py", *arguments)

    def run(self, program: str, *arguments: str) -> str:
        """What a program of ours prints, in the site's world."""
        return run(self.environment, "-m", program, *arguments)

    def number(self, question: str, *about: Any) -> int:
        """The one number that a SELECT gives in the site's database."""
        with psycopg.connect(self.environment["DATABASE_URL"]) as connection:
            (answer,) = connection.execute(question.encode(), about).fetchone() or (0,)
        return int(answer)

    def wait_for_the_worker(self) -> None:
        """Return once nothing waits any more to be screened, themed, counted or told."""
        deadline = time.monotonic() + PATIENCE
        while self.number("SELECT count(*) FROM outbox_message"):
            if time.monotonic() > deadline:
                raise TimeoutError(f"The worker has not settled everything in {PATIENCE:g} seconds.")
            time.sleep(0.1)


@contextmanager
def running_site() -> Iterator[Site]:
    """The product, whole and real; nothing of it is left afterwards."""
    with ExitStack() as house:
        mailbox = house.enter_context(Mailbox())
        bind = f"127.0.0.1:{free_port()}"
        environment = {
            **os.environ,
            "DATABASE_URL": house.enter_context(_database(f"journeys_{os.getpid()}")),
            "BROKER_URL": house.enter_context(_broker()),
            "EMAIL_URL": mailbox.email_url,
            "SITE_URL": f"http://{bind}",
            "INSECURE_HTTP": "1",
            # Everybody in the journeys comes from one address, and within an hour.
            "SENDS_AN_HOUR": "1000",
            # But for whoever says otherwise.
            "TRUSTED_PROXY_COUNT": "1",
        }
        schedule = Path(house.enter_context(tempfile.TemporaryDirectory())) / "schedule"
        watchdog = house.enter_context(Watchdog())
        programs = house.enter_context(_ended_together())
        # They get ready while the world is made; only the timetable has to wait for its tables.
        start = partial(_started, programs, environment, watchdog)
        web = start([*GUNICORN, f"--bind={bind}"])
        worker = start([*WORKER, "--concurrency=1", "--queues=celery"])
        post = start([*WORKER, "--concurrency=1", "--queues=post", "-n", "post@%h"])
        places = json.loads(run(environment, "-m", "tests.journeys.world"))
        start([*CELERY, "beat", "--loglevel=WARNING", "--pidfile=", f"--schedule={schedule}"])
        answers_at(f"http://{bind}/health/ready")
        yield Site(f"http://{bind}", mailbox, places, environment, worker, post, web)


def _started(
    programs: list[Program], environment: Mapping[str, str], watchdog: Watchdog, arguments: list[str]
) -> Program:
    programs.append(Program(arguments, environment, watchdog))
    return programs[-1]


def run(environment: Mapping[str, str], *arguments: str) -> str:
    """What Python prints when it is run with these arguments. Fails with its last words."""
    done = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout


@contextmanager
def _ended_together() -> Iterator[list[Program]]:
    """Programs that are ended at the end, all at once; what they said is shown beside a failing test."""
    programs: list[Program] = []
    try:
        yield programs
    finally:
        for program in reversed(programs):
            program.ask_to_end()
        for program in reversed(programs):
            print(program.end()[-5000:])  # noqa: T201 - pytest shows it when something failed


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
def _broker() -> Iterator[str]:
    # One of the upper half of its sixteen databases, empty before and after: other tests use the first.
    number = 8 + os.getpid() % 8
    url = urlunsplit(urlsplit(os.environ["BROKER_URL"])._replace(path=f"/{number}"))
    with redis.Redis.from_url(url) as server:
        server.flushdb()
        try:
            yield url
        finally:
            server.flushdb()
