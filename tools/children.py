"""Programs that live and die with us: their output kept and watched, their end noticed, none left behind."""

import collections
import os
import queue
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import IO, Literal, Self, cast, overload

from tools.paths import LOCAL, ROOT
from tools.say import say

LOGS = LOCAL / "logs"
PATIENCE = 15.0  # seconds for a program to end in order
PROBLEM = re.compile(r'\b(WARNING|ERROR|CRITICAL)[/:\]]|Traceback \(|"level": "(?:warning|error|critical)"')


@dataclass
class Child:
    """A program of ours and the last it said."""

    name: str
    process: subprocess.Popen[str]
    log: Path
    said: collections.deque[str] = field(default_factory=lambda: collections.deque(maxlen=12))

    def obituary(self) -> str:
        """How it ended and what it said last, for the person at the keyboard."""
        status = self.process.returncode
        how = f"killed by signal {-status}" if status < 0 else f"with status {status}"
        words = "\n".join("    " + line for line in self.said)
        return f"{self.name} has ended by itself, {how}. Its last words, from {self.log}:\n{words}"

    def stop(self) -> None:
        """End it in order, by force when that takes too long; then whatever it started."""
        self.process.terminate()
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            say(f"{self.name} does not stop; ending it by force.")
        end_group(self.process.pid, signal.SIGKILL)
        self.process.wait()


class Family:
    """Children that are stopped together, the last started first.

    A watchdog, told of each by a pipe, ends them when we are gone without having done so. It inherits the
    descriptor `keep`, so that the lock behind that is held until then.
    """

    def __init__(self, keep: int) -> None:
        self.children: list[Child] = []
        self.ends: queue.Queue[Child] = queue.Queue()
        self.watchdog = subprocess.Popen(
            [sys.executable, "-m", "tools.watchdog"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            pass_fds=[keep],
            start_new_session=True,
            text=True,
        )

    def start(self, name: str, arguments: list[str], environment: Mapping[str, str]) -> Child:
        """Start `python -m` with the arguments, in a process group of its own."""
        LOGS.mkdir(mode=0o700, exist_ok=True)
        log = LOGS / f"{name.rpartition(' ')[2]}.log"
        quiet, mixed = subprocess.PIPE, subprocess.STDOUT
        process = subprocess.Popen(
            [sys.executable, "-m", *arguments],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=quiet,
            stderr=mixed,
            text=True,
            errors="replace",
            start_new_session=True,
        )
        self._tell_watchdog(process.pid)
        child = Child(name, process, log)
        self.children.append(child)
        threading.Thread(target=self._follow, args=[child], daemon=True).start()
        return child

    @overload
    def wait(self) -> Child: ...
    @overload
    def wait(self, seconds: float) -> Child | None: ...
    def wait(self, seconds: float | None = None) -> Child | None:
        """The first child to end by itself. None when that did not happen within so many seconds."""
        try:
            return self.ends.get(timeout=seconds)
        except queue.Empty:
            return None

    def stop(self) -> None:
        for child in reversed(self.children):
            say(f"Stopping {child.name[0].lower()}{child.name[1:]} ...")
            child.stop()
        self._dismiss_watchdog()

    def _follow(self, child: Child) -> None:
        """Keep what it says; pass on what tells of a problem, and the lines that belong to it."""
        problem = False
        with child.log.open("w") as log:
            for line in cast("IO[str]", child.process.stdout):
                log.write(line)
                log.flush()
                child.said.append(line.rstrip())
                problem = bool(PROBLEM.search(line)) or (problem and line.startswith((" ", "\t")))
                if problem:
                    say(f"[{child.log.stem}] {line.rstrip()}")
        child.process.wait()
        self.ends.put(child)

    def _tell_watchdog(self, group: int) -> None:
        pipe = cast("IO[str]", self.watchdog.stdin)
        pipe.write(f"{group}\n")
        pipe.flush()

    def _dismiss_watchdog(self) -> None:
        cast("IO[str]", self.watchdog.stdin).close()
        self.watchdog.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> Literal[False]:
        self.stop()
        return False


def end_group(group: int, sign: signal.Signals) -> bool:
    """Send a signal to all processes of a group. Returns whether there were any."""
    try:
        os.killpg(group, sign)
    except (ProcessLookupError, PermissionError):
        return False
    return True
