"""Every check and every test, with servers of their own: python -m tools.test [--lint | PYTEST ARGUMENTS].

With arguments for pytest it alone runs, on what they say.
"""

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from typing import IO, cast

from tools import checks, chromium, throwaway
from tools.errors import PlainError
from tools.paths import ROOT
from tools.say import complain, say


def main() -> int:
    """Returns the exit status: 0 when everything passed."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    start = time.monotonic()
    try:
        passed = _everything(sys.argv[1:])
    except PlainError as error:
        complain(str(error))
        return 1
    except KeyboardInterrupt:
        return 130
    minutes, seconds = divmod(round(time.monotonic() - start), 60)
    say(f"{'All passed' if passed else 'NOT all passed'}, in {minutes} min {seconds} s.")
    return 0 if passed else 1


def _everything(arguments: list[str]) -> bool:
    if arguments == ["--lint"]:
        with throwaway.environment() as environment:
            return _tell(_checked(environment))
    browser = chromium.find_or_get()
    with throwaway.environment() as environment:
        return _tested(environment | {"CHROMIUM": browser}, arguments)


def _tested(environment: Mapping[str, str], arguments: list[str]) -> bool:
    """Run pytest, and beside it the checks when all is asked for. pytest's summary is said last."""
    results: list[checks.Result] = []
    beside = threading.Thread(target=lambda: results.extend(_checked(environment)), daemon=True)
    if not arguments:
        beside.start()
    passed, summary = _pytest(environment, arguments)
    if not arguments:
        beside.join()
        passed = _tell(results) and passed
        say(summary)
    return passed


def _checked(environment: Mapping[str, str]) -> list[checks.Result]:
    results = []
    for check in checks.CHECKS:
        results.append(result := checks.run(check, environment))
        say(f"[{'passed' if result.passed else 'FAILED'}] {result.name}, {result.seconds:.1f} s")
    return results


def _tell(results: list[checks.Result]) -> bool:
    """Show what the failed checks said. Returns whether there were none."""
    failed = [result for result in results if not result.passed]
    for result in failed:
        say(f"\n---- {result.name} failed ----\n{result.output.strip()}")
    return not failed


def _pytest(environment: Mapping[str, str], arguments: list[str]) -> tuple[bool, str]:
    """Whether pytest passed, and the last line it said. Its output goes through as it comes."""
    colour = "yes" if sys.stdout.isatty() else "auto"
    command = [sys.executable, "-m", "pytest", f"--color={colour}", "--durations=8", *arguments]
    quiet, mixed = subprocess.PIPE, subprocess.STDOUT
    last = ""
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=quiet, stderr=mixed, text=True, errors="replace"
    ) as process:
        for line in cast("IO[str]", process.stdout):
            last = line.rstrip()
            say(last)
    return process.returncode == 0, last


if __name__ == "__main__":
    sys.exit(main())
