"""PostgreSQL and Valkey for a folder of data: start them, or join whoever uses them already.

python -m tools.servers env           the running local servers as lines for a shell
python -m tools.servers hold FOLDER   keep a pair of servers up until this command is ended
"""

import fcntl
import json
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from tools.errors import PlainError
from tools.guardian import GUARD, STATE, USERS
from tools.locks import Lock, alone, could_take, take
from tools.paths import LOCAL, ROOT
from tools.processes import last_lines

DATA = LOCAL / "data"


@dataclass
class Servers:
    """Our use of a pair of servers. It ends with stop(), or with this process, however that ends."""

    database_url: str
    broker_url: str
    data_dir: Path
    use: Lock

    def stop(self) -> None:
        """End our use; when it was the last one, wait until the servers have ended."""
        self.use.release()
        while not could_take(self.data_dir / GUARD, fcntl.LOCK_SH) and not _used(self.data_dir):
            time.sleep(0.05)


def start(data_dir: Path, *, durable: bool) -> Servers:
    """Use the servers of data_dir, started if nobody uses them yet.

    durable: written data survives a power cut, and the folder stays. Otherwise the servers are as quick as
    can be and the folder is removed with the last use. Raises PlainError when a server does not start.
    """
    data_dir.mkdir(mode=0o711, parents=True, exist_ok=True)
    use = take(data_dir / USERS, fcntl.LOCK_SH)
    with alone(data_dir / "starting"):
        if could_take(data_dir / GUARD, fcntl.LOCK_SH):
            _start_guardian(data_dir, durable=durable)
        urls = running(data_dir)
    if not urls:
        raise PlainError("The local servers ended just now. Try again.")
    return Servers(*urls, data_dir, use)


def running(data_dir: Path) -> tuple[str, str] | None:
    """The URLs of the database and the broker of data_dir while they run, else None."""
    state = data_dir / STATE
    if not state.exists() or could_take(data_dir / GUARD, fcntl.LOCK_SH):
        return None
    urls = json.loads(state.read_text())
    return urls["database_url"], urls["broker_url"]


def _start_guardian(data_dir: Path, *, durable: bool) -> None:
    """Start the guardian, in a session of its own so that Ctrl-C does not reach it, and wait for its word."""
    log = data_dir / "guardian.log"
    command = [sys.executable, "-m", "tools.guardian", str(data_dir), "durable" if durable else "throwaway"]
    quiet, told = subprocess.DEVNULL, subprocess.PIPE
    with log.open("wb") as errors:
        guardian = subprocess.Popen(
            command, stdin=quiet, stdout=told, stderr=errors, cwd=ROOT, start_new_session=True
        )
    with cast("IO[bytes]", guardian.stdout) as answers:
        answer = json.loads(answers.readline() or "{}")
    if not answer.get("ready"):
        raise PlainError(
            answer.get("trouble") or f"The servers did not start:\n{last_lines(log.read_text())}"
        )


def _used(data_dir: Path) -> bool:
    """Whether others use the servers: a use can be shared with them, but nobody can be alone."""
    users = data_dir / USERS
    return not could_take(users, fcntl.LOCK_EX) and could_take(users, fcntl.LOCK_SH)


def _print_env() -> int:
    urls = running(DATA)
    if not urls:
        print("No local servers are running. `make run` starts them.", file=sys.stderr)
        return 1
    print(f"export DATABASE_URL={urls[0]}\nexport BROKER_URL={urls[1]}")
    return 0


def _hold(folder: Path) -> int:
    servers = start(folder, durable=True)
    print(f"export DATABASE_URL={servers.database_url}\nexport BROKER_URL={servers.broker_url}", flush=True)
    signal.pause()
    return 0


def main(arguments: list[str]) -> int:
    match arguments:
        case ["env"]:
            return _print_env()
        case ["hold", folder]:
            return _hold(Path(folder).resolve())
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except PlainError as error:
        sys.exit(str(error))
