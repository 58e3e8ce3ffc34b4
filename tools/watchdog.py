"""Ends groups of processes when whoever started them is gone.

The groups' numbers come in by a pipe, whose end means that the other side is gone. The watchdog has no
terminal and hears no Ctrl-C: it has to outlive what it watches, even if only by a moment.
"""

import signal
import sys
import time

from tools.children import PATIENCE, end_group


def main() -> None:
    for sign in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
        signal.signal(sign, signal.SIG_IGN)
    groups = [int(line) for line in sys.stdin]
    deadline = time.monotonic() + PATIENCE
    left = [group for group in groups if end_group(group, signal.SIGTERM)]
    while left and time.monotonic() < deadline:
        time.sleep(0.1)
        left = [group for group in left if end_group(group, signal.SIGCONT)]
    for group in left:
        end_group(group, signal.SIGKILL)


if __name__ == "__main__":
    main()
