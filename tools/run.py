"""Everything at once on this machine, until Ctrl-C: python -m tools.run [PORT]."""

import fcntl
import json
import os
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from types import FrameType
from typing import NoReturn

from tools import local, private, product, servers
from tools.children import Family
from tools.errors import PlainError
from tools.locks import Lock, try_to_take
from tools.paths import LOCAL
from tools.processes import free_port
from tools.say import complain, doing, say

MAIL_PORT, MAILBOX_PORT = 1025, 8025  # taken when free


class StopAskedError(Exception):
    """Somebody pressed Ctrl-C, closed the terminal, or ran `make stop`."""


def main() -> int:
    """Run until asked to stop or until a part ends. Returns the exit status."""
    for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(sign, _ask_to_stop)
    try:
        port = port_from(sys.argv[1:])
        with ExitStack() as house:
            _bring_up(house, port)
    except StopAskedError:
        say("Everything has stopped. Your data is kept for the next start.")
    except PlainError as error:
        complain(str(error))
        return 1
    return 0


def _ask_to_stop(_sign: int, _frame: FrameType | None) -> NoReturn:
    """Once: a second Ctrl-C ends us at once, and the watchdog ends what we started."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    raise StopAskedError


def _bring_up(house: ExitStack, port: int) -> None:
    lock = _only_one()
    house.callback(lock.release)
    check_port(port)
    with doing("Starting PostgreSQL and Valkey"):
        use = servers.start(servers.DATA, durable=True)
    house.callback(use.stop)
    family = house.enter_context(Family(keep=use.use.descriptor))
    product.prepare(_environment(use, {"site_url": _site_url(port)}))
    # Only now, since a port that is free a minute before it is taken may be somebody else's by then.
    check_port(port)
    addresses = _addresses(port)
    environment = _environment(use, addresses)
    house.enter_context(_known(addresses))
    product.start(family, environment, port)
    _tell(addresses, environment)
    raise PlainError(family.wait().obituary())


def port_from(arguments: list[str]) -> int:
    words = arguments[0] if arguments else "8000"
    if not words.isdecimal() or not 1 <= int(words) <= 65535:
        raise PlainError(f"{words} is not a port. A port is a number from 1 to 65535: make run PORT=8010")
    return int(words)


def _only_one() -> Lock:
    lock = try_to_take(local.RUNNING, fcntl.LOCK_EX)
    if lock:
        private.write(local.RUN_PID, str(os.getpid()))
        return lock
    where = local.run_state().get("site_url", "just starting")
    raise PlainError(f"This copy of the project runs already ({where}). To stop it: make stop")


def check_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except PermissionError:
            raise PlainError(f"Port {port} is kept for root. Take another: make run PORT=8010") from None
        except OSError:
            other = 8010 if port != 8010 else 8020
            raise PlainError(f"Port {port} is busy. Take another: make run PORT={other}") from None


def _environment(use: servers.Servers, addresses: dict[str, str]) -> dict[str, str]:
    return dict(os.environ) | local.environment(use, addresses)


def _site_url(port: int) -> str:
    return f"http://127.0.0.1:{port}"


def _addresses(port: int) -> dict[str, str]:
    return {
        "site_url": _site_url(port),
        "email_url": f"smtp://127.0.0.1:{free_port(MAIL_PORT)}",
        "mailbox_url": f"http://127.0.0.1:{free_port(MAILBOX_PORT)}",
    }


@contextmanager
def _known(addresses: dict[str, str]) -> Iterator[None]:
    """Let management commands know where mail goes while we run."""
    private.write(local.RUN_STATE, json.dumps(addresses))
    try:
        yield
    finally:
        local.RUN_STATE.unlink(missing_ok=True)


def _tell(addresses: dict[str, str], environment: dict[str, str]) -> None:
    say(f"\n  The site       {addresses['site_url']}\n  The mailbox    {addresses['mailbox_url']}\n")
    say(product.sign_ins(environment))
    say(f"\nCtrl-C stops everything. Logs are in {LOCAL / 'logs'}.")


if __name__ == "__main__":
    sys.exit(main())
