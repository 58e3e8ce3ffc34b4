"""Whom the local database runs as, and folders which that account can reach.

PostgreSQL refuses to run as root. When root runs the project, the database runs as "nobody"; its files then
have to lie where nobody may go, and a copy of the project under /root is not such a place.
"""

import hashlib
import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from tools.errors import PlainError


class PopenOptions(TypedDict, total=False):
    """The part of subprocess.Popen's arguments that says whom a program runs as."""

    user: int
    group: int
    extra_groups: list[int]
    cwd: str


@dataclass(frozen=True)
class Account:
    """An account by number; `changes` tells whether it is another one than our own."""

    uid: int
    gid: int
    changes: bool

    @property
    def popen(self) -> PopenOptions:
        if not self.changes:
            return {"cwd": "/"}
        return {"user": self.uid, "group": self.gid, "extra_groups": [], "cwd": "/"}

    def own(self, folder: Path) -> None:
        """Make the folder, for this account's eyes only."""
        folder.mkdir(mode=0o700, exist_ok=True)
        if self.changes:
            os.chown(folder, self.uid, self.gid)

    def can_use(self, path: Path) -> bool:
        """Whether the account may enter this folder, or run this program."""
        if not self.changes:
            return os.access(path, os.X_OK)
        return subprocess.run(["test", "-x", str(path)], check=False, **self.popen).returncode == 0


def database_account() -> Account:
    """Our own account, or nobody's when we are root."""
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid(), changes=False)
    try:
        nobody = pwd.getpwnam("nobody")
    except KeyError:
        raise PlainError(
            "PostgreSQL will not run as root, and this machine has no account called nobody to run it as. "
            "Run this as an ordinary user."
        ) from None
    return Account(nobody.pw_uid, nobody.pw_gid, changes=True)


def reachable(folder: Path, account: Account, mark: str = "") -> Path:
    """The folder itself, or one of ours under /var/tmp that stands for it where the account cannot go.

    The mark tells the folder from an earlier one at the same place.
    """
    if account.can_use(folder):
        return folder
    name = hashlib.sha256(f"{folder.resolve()} {mark}".encode()).hexdigest()[:16]
    stand_in = Path("/var/tmp") / f"mvp-feedback-{name}"  # noqa: S108 - owner and mode are checked below
    stand_in.mkdir(mode=0o711, exist_ok=True)
    status = stand_in.lstat()
    if stand_in.is_symlink() or status.st_uid != os.geteuid() or status.st_mode & 0o022:
        raise PlainError(f"{stand_in} belongs to somebody else. Remove it, then try again.")
    return stand_in
