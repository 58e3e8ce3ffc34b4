"""Build styles and scripts into build/static: `python -m tools.assets`. The output is never committed."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import nhsuk_frontend_jinja

from tools import node, packages
from tools.paths import ROOT

OUT = ROOT / "build" / "static"


def main() -> None:
    """Install the npm packages where they are missing, and build."""
    if not (ROOT / "node_modules").exists():
        packages.install_npm()
    try:
        build(OUT, node.environment())
    except subprocess.CalledProcessError:
        sys.exit("Styles and scripts could not be built; the reason stands above.")
    for file in sorted(OUT.iterdir()):
        print(f"{file.relative_to(ROOT)}  {file.stat().st_size:,} bytes")


def build(out: Path, environment: Mapping[str, str]) -> None:
    """Build everything into `out`, which is emptied first."""
    macros = Path(nhsuk_frontend_jinja.__file__).parent / "templates"
    command = ["node", "frontend/build.mjs", str(out), str(macros)]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)


if __name__ == "__main__":
    main()
