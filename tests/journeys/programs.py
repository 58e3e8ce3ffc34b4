"""The product's programs as real processes, which end with this run however it ends."""

import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from types import TracebackType
from typing import IO, Self, cast

from tools.children import end_group
from tools.paths import ROOT

PATIENCE = 15.0  # seconds for a program to end in order


class Program:
    """`python -m` with arguments, in a process group of its own; it can be killed and started again."""

    def __init__(self, arguments: list[str], environment: Mapping[str, str], watchdog: "Watchdog") -> None:
        self._command = [sys.executable, "-m", *arguments]
        self._environment = environment
        self._watchdog = watchdog
        self._output = tempfile.TemporaryFile()  # noqa: SIM115 - closed by end()
        self._process = self.start()

    def start(self) -> subprocess.Popen[bytes]:
        """Start it (again)."""
        self._process = subprocess.Popen(
            self._command,
            cwd=ROOT,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=self._output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        self._watchdog.tell(self._process.pid)
        return self._process

    def kill(self) -> None:
        """End it and all that it started at once, as kill -9 or a power cut does."""
        end_group(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def ask_to_end(self) -> None:
        self._process.terminate()

    def end(self) -> str:
        """End it in order, by force when that takes too long. Returns what it said, whenever it ran."""
        self.ask_to_end()
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.kill()
        end_group(self._process.pid, signal.SIGKILL)
        with self._output as output:
            output.seek(0)
            return output.read().decode(errors="replace")


class Watchdog:
    """Ends the programs' groups when this process is gone without having done so."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tools.watchdog"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            start_new_session=True,
            text=True,
        )

    def tell(self, group: int) -> None:
        pipe = cast("IO[str]", self._process.stdin)
        pipe.write(f"{group}\n")
        pipe.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        cast("IO[str]", self._process.stdin).close()
        self._process.wait()
