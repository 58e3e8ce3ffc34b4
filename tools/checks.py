"""The quick checks that `make test` runs beside the tests, and how they are run."""

import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field

from tools.paths import ROOT


@dataclass(frozen=True)
class Check:
    """A command that succeeds when all is well. `environment` is added to ours."""

    name: str
    command: list[str]
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Result:
    name: str
    passed: bool
    seconds: float
    output: str


def _module(name: str, *arguments: str) -> list[str]:
    return [sys.executable, "-m", *name.split(), *arguments]


def _manage(*arguments: str) -> list[str]:
    return [sys.executable, "manage.py", *arguments]


HOST = "voices.example.org"
AS_DEPLOYED = {"INSECURE_HTTP": "0", "SITE_URL": f"https://{HOST}", "ALLOWED_HOSTS": HOST}
CHECKS = (
    Check("ruff", _module("ruff check", "--quiet", ".")),
    Check("ruff format", _module("ruff format", "--quiet", "--check", ".")),
    Check("djlint", _module("djlint", "templates", "surveys", "tools", "--lint", "--quiet")),
    Check(
        "import-linter", [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"]
    ),
    Check("mypy", _module("mypy")),
    Check("migrations", _manage("makemigrations", "--check", "--dry-run")),
    Check("deployment", _manage("check", "--deploy", "--fail-level", "WARNING"), AS_DEPLOYED),
)


def run(check: Check, environment: Mapping[str, str]) -> Result:
    """Run a check at low priority, so that the tests beside it keep their pace."""
    start = time.monotonic()
    done = subprocess.run(
        ["nice", *check.command],
        cwd=ROOT,
        env={**environment, **check.environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return Result(check.name, done.returncode == 0, time.monotonic() - start, done.stdout)
