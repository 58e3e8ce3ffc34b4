"""The product on this machine: its database made ready, and its parts started as real processes."""

import socket
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress

from tools.children import Child, Family
from tools.errors import PlainError
from tools.paths import LOCAL, ROOT
from tools.processes import last_lines
from tools.say import doing

CELERY = ["celery", "-A", "worker"]
WORKER = [*CELERY, "worker", "--loglevel=WARNING"]
BEAT = ["beat", "--loglevel=WARNING", "--pidfile=", f"--schedule={LOCAL / 'beat-schedule'}"]
GUNICORN = ["gunicorn", "mvp_feedback.wsgi", "--no-control-socket", "--workers=2", "--graceful-timeout=5"]


def prepare(environment: Mapping[str, str]) -> None:
    """Bring the database's tables up to date and see that the demo world is there."""
    with doing("Making the database ready"):
        _manage(environment, "migrate", "--no-input", "-v", "0")
    with doing("Making the demo world (a few minutes the first time)"):
        _manage(environment, "load_demo")


def start(family: Family, environment: Mapping[str, str], port: int) -> None:
    """Start all parts and return when the web server takes connections, or when a part has ended."""
    mail, pages = (environment[name].rpartition(":")[2] for name in ("EMAIL_URL", "MAILBOX_URL"))
    with doing("Starting the mailbox, the worker, its timetable and the web server"):
        family.start("The mailbox", ["tools.mailbox", mail, pages, str(LOCAL / "mailbox")], environment)
        family.start("The worker", [*WORKER, "--concurrency=2", "--queues=celery"], environment)
        family.start("The post", [*WORKER, "--concurrency=1", "--queues=post", "-n", "post@%h"], environment)
        family.start("The timetable", [*CELERY, *BEAT], environment)
        web = family.start("The web server", [*GUNICORN, f"--bind=127.0.0.1:{port}"], environment)
        _wait_for(web, port)


def sign_ins(environment: Mapping[str, str]) -> str:
    """Whom to sign in as in the demo world, in words."""
    return _manage(environment, "demo_sign_ins", "--skip-checks")


def _wait_for(web: Child, port: int) -> None:
    while web.process.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return


def _manage(environment: Mapping[str, str], *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise PlainError(f"manage.py {arguments[0]} failed:\n{last_lines(done.stdout, 30)}")
    return done.stdout
