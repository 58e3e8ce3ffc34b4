"""The programs that `make run` starts: none outlives it, and one that ends by itself is named."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tools import children
from tools.children import Family
from tools.paths import ROOT
from tools.processes import command_lines

NAP = f"61.{os.getpid()}"  # seconds, and a mark that no other run of these tests has
NAPPER = ["timeit", "-n1", "-r1", "-s", "import subprocess", f"subprocess.run(['sleep', '{NAP}'])"]
SUPERVISOR = f"""
import os, signal, time
from tools.children import Family
signal.signal(signal.SIGHUP, signal.SIG_DFL)  # `nohup make test` leaves it ignored
family = Family(keep=0)
family.start("The napper", {NAPPER!r}, os.environ)
print("ready", flush=True)
time.sleep(60)
"""


def naps() -> list[str]:
    """The command lines of the napper and of what it started."""
    lines = command_lines().values()
    return [line for line in lines if f"'{NAP}'" in line or line == f"sleep {NAP}"]


def eventually(truth: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + 30
    while not truth() and time.monotonic() < deadline:
        time.sleep(0.05)
    return truth()


@pytest.fixture(autouse=True)
def _logs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(children, "LOGS", tmp_path)


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGHUP, signal.SIGTERM])
def test_no_process_is_left_when_the_supervisor_is_gone(sign: signal.Signals) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", SUPERVISOR],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    ) as supervisor:
        assert supervisor.stdout
        assert supervisor.stdout.readline() == "ready\n"
        assert eventually(lambda: any("sleep" in nap for nap in naps()))
        os.kill(supervisor.pid, sign)
    assert eventually(lambda: not naps())


def test_children_and_what_they_started_end_with_the_family() -> None:
    with Family(keep=0) as family:
        family.start("The napper", NAPPER, os.environ)
        assert eventually(lambda: any("sleep" in nap for nap in naps()))
    assert not naps()


def test_a_child_that_ends_by_itself_is_named_with_its_last_words(capsys: pytest.CaptureFixture[str]) -> None:
    with Family(keep=0) as family:
        family.start("The broken part", ["timeit", "1/0"], os.environ)
        ended = family.wait(30)
        assert ended
        assert ended.name == "The broken part"
        assert "The broken part has ended by itself, with status 1." in ended.obituary()
        assert "ZeroDivisionError" in ended.obituary()
        assert "ZeroDivisionError" in ended.log.read_text()
    assert "[part] Traceback" in capsys.readouterr().out
