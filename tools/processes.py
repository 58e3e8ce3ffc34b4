"""Starting a server, waiting until it answers, and ending it."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from tools.accounts import Account
from tools.errors import PlainError

PATIENCE = 60.0  # seconds for a server to answer, on a slow disk after a crash
PR_SET_PDEATHSIG = 1  # from Linux's <sys/prctl.h>


@dataclass
class Server:
    """A running server program."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path
    stop_with: signal.Signals

    def stop(self) -> None:
        """End it in order; by force when it has not ended after a while."""
        if self.process.poll() is None:
            self.process.send_signal(self.stop_with)
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def launch(
    name: str,
    command: list[str],
    log: Path,
    account: Account,
    *,
    stop_with: signal.Signals,
    env: dict[str, str],
    told: bytes = b"",
) -> Server:
    """Start a server that ends when we end, what it says going to a new log. told: what it reads as input."""
    with log.open("wb") as output:
        log.chmod(0o600)
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=env,
            preexec_fn=_end_with_parent(stop_with),  # noqa: PLW1509 - one thread; after the change of account
            **account.popen,
        )
    with cast("IO[bytes]", process.stdin) as words:
        words.write(told)
    return Server(name, process, log, stop_with)


def wait_until(server: Server, answers: Callable[[], bool]) -> None:
    """Return when the server answers. Raises PlainError with its last lines when it ends or stays silent."""
    deadline = time.monotonic() + PATIENCE
    while not answers():
        if server.process.poll() is not None or time.monotonic() > deadline:
            server.stop()
            words = last_lines(server.log.read_text(errors="replace"))
            raise PlainError(f"{server.name} did not start. Its last words, from {server.log}:\n{words}")
        time.sleep(0.05)


def free_port(wanted: int = 0) -> int:
    """A port of 127.0.0.1 that nobody listens on at this moment: the wanted one, else any."""
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", wanted))
        except OSError:
            probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def command_lines() -> dict[int, str]:
    """The command line of every process that the system shows us, by its number."""
    if Path("/proc/self/cmdline").exists():
        return dict(_from_proc())
    command = ["ps", "-axww", "-o", "pid=,command="]
    listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return {int(line.split(None, 1)[0]): line.split(None, 1)[-1] for line in listed.splitlines()}


def _from_proc() -> Iterator[tuple[int, str]]:
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            arguments = (folder / "cmdline").read_text(errors="replace")
            yield int(folder.name), arguments.replace("\0", " ").strip()


def last_lines(text: str, count: int = 8) -> str:
    return "\n".join("    " + line for line in text.strip().splitlines()[-count:])


def _end_with_parent(sign: signal.Signals) -> Callable[[], None] | None:
    """Linux tells a child when its parent is gone; elsewhere the next start ends what was left over."""
    if sys.platform != "linux":
        return None
    libc, parent = ctypes.CDLL(None), os.getpid()

    def tie() -> None:
        libc.prctl(PR_SET_PDEATHSIG, sign)
        if os.getppid() != parent:
            os.kill(os.getpid(), sign)

    return tie
