"""The way in for make, on whatever Python 3 a machine has: python3 -m tools.bootstrap [TOOL [ARGUMENTS]].

Sets the project up, then gives way to `python -m tools.TOOL ARGUMENTS` in the project's own environment.
This file alone also has to be readable by Pythons that are too old for the rest.
"""

import os
import shutil
import subprocess
import sys

OLDEST = (3, 11)
NAMES = ["python3." + str(minor) for minor in (13, 12, 11, 14)]
TOO_OLD = (
    "This needs Python 3.11 or newer, and `python3` here is {}.\n"
    "Install a newer one (on Debian or Ubuntu: sudo apt install python3.11 python3.11-venv), or name one:\n"
    "    make {} PYTHON=/path/to/python3.12"
)


def main() -> None:
    if sys.version_info < OLDEST:
        _give_way_to_newer()
    from tools import setup
    from tools.errors import PlainError
    from tools.paths import VENV_PYTHON

    try:
        setup.ensure()
    except PlainError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit("Stopped. Start again when you like; it goes on where it was.")
    if sys.argv[1:]:
        os.execv(str(VENV_PYTHON), [str(VENV_PYTHON), "-m", "tools." + sys.argv[1], *sys.argv[2:]])  # noqa: S606 - we become it


def _give_way_to_newer() -> None:
    for name in NAMES:
        program = shutil.which(name)
        if program and subprocess.call([program, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            os.execv(program, [program, "-m", "tools.bootstrap", *sys.argv[1:]])  # noqa: S606 - we become it
    sys.exit(TOO_OLD.format(sys.version.split()[0], " ".join(sys.argv[1:2]) or "setup"))


if __name__ == "__main__":
    main()
