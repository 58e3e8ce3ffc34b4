"""Stops what `make run` started from this copy of the project: python -m tools.stop."""

import fcntl
import os
import signal
import sys

from tools.local import RUN_PID, RUNNING
from tools.locks import could_take, take
from tools.say import doing, say


def main() -> int:
    if could_take(RUNNING, fcntl.LOCK_SH):
        say("Nothing is running from here.")
        return 0
    with doing("Stopping"):
        os.kill(int(RUN_PID.read_text()), signal.SIGTERM)
        take(RUNNING, fcntl.LOCK_EX).release()
    return 0


if __name__ == "__main__":
    sys.exit(main())
