"""Removes the data that `make run` kept: python -m tools.forget. What was installed stays."""

import fcntl
import shutil
import sys

from tools import local, postgres, servers
from tools.errors import PlainError
from tools.guardian import GUARD
from tools.locks import could_take
from tools.paths import LOCAL
from tools.say import complain, say


def main() -> int:
    if not could_take(local.RUNNING, fcntl.LOCK_SH):
        complain("It is running. First: make stop")
        return 1
    if servers.DATA.exists():
        _remove()
    say("The data is gone. The next `make run` starts with a new demo world.")
    return 0


def _remove() -> None:
    if not could_take(servers.DATA / GUARD, fcntl.LOCK_SH):
        raise PlainError("A management command is using the data. Let it end, then try again.")
    postgres.forget(servers.DATA)
    shutil.rmtree(servers.DATA)
    shutil.rmtree(LOCAL / "mailbox", ignore_errors=True)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except PlainError as error:
        sys.exit(str(error))
