"""The process that owns a pair of servers, for as long as anybody uses them.

Whoever uses the servers holds a shared lock on the file "users". The guardian ends the servers when nobody
holds it any more: the system lets go of a lock however its holder ends, so nothing has to be told to stop.
"""

import fcntl
import json
import os
import secrets
import shutil
import signal
import sys
import time
from pathlib import Path

from tools import postgres, private, valkey
from tools.errors import PlainError
from tools.locks import Lock, take, try_to_take
from tools.processes import Server

USERS, GUARD, STATE = "users", "guardian", "servers.json"
LOOK_EVERY = 0.1  # seconds


def main() -> int:
    """Start the servers, answer one line of JSON on standard output, stay until nobody uses them."""
    data_dir, durable = Path(sys.argv[1]), sys.argv[2] == "durable"
    for sign in (signal.SIGINT, signal.SIGHUP):
        signal.signal(sign, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    guard = take(data_dir / GUARD, fcntl.LOCK_EX)
    servers: list[Server] = []
    try:
        _start(data_dir, servers, durable=durable)
        _answer({"ready": True})
        _stay(data_dir, servers)
    except PlainError as error:
        _answer({"trouble": str(error)})
    finally:
        _end(data_dir, servers, durable=durable)
        guard.release()
    return 0


def _start(data_dir: Path, servers: list[Server], *, durable: bool) -> None:
    password = private.read_or_make(data_dir / "password", lambda: secrets.token_urlsafe(24))
    broker, broker_url = valkey.start(data_dir, password, durable=durable)
    servers.append(broker)
    database, database_url = postgres.start(data_dir, password, durable=durable)
    servers.append(database)
    private.write(data_dir / STATE, json.dumps({"database_url": database_url, "broker_url": broker_url}))


def _stay(data_dir: Path, servers: list[Server]) -> Lock:
    """Return when the last user has gone, holding off new ones, or when a server has ended by itself."""
    while all(server.process.poll() is None for server in servers):
        last = try_to_take(data_dir / USERS, fcntl.LOCK_EX)
        if last:
            return last
        time.sleep(LOOK_EVERY)
    return Lock(os.open(os.devnull, os.O_RDONLY))


def _end(data_dir: Path, servers: list[Server], *, durable: bool) -> None:
    (data_dir / STATE).unlink(missing_ok=True)
    for server in reversed(servers):
        server.stop()
    if not durable:
        postgres.forget(data_dir)
        shutil.rmtree(data_dir, ignore_errors=True)


def _answer(words: dict[str, str | bool]) -> None:
    print(json.dumps(words), flush=True)


if __name__ == "__main__":
    sys.exit(main())
