"""The mailbox as a process: python -m tools.mailbox PORT PAGE_PORT FOLDER. Ends at SIGTERM."""

import signal
import sys
from pathlib import Path

from tools.mailbox.mailbox import Mailbox


def main() -> None:
    port, page_port, folder = int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    with Mailbox(port=port, page_port=page_port, folder=folder):
        signal.pause()


if __name__ == "__main__":
    main()
