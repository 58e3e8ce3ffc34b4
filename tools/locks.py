"""Locks between processes. The system lets go of them when their holder ends, however it ends."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Lock:
    """A lock that this process holds on a file, until released or until the process is gone."""

    descriptor: int

    def release(self) -> None:
        os.close(self.descriptor)


def take(path: Path, mode: int) -> Lock:
    """Wait for the lock on path. mode is fcntl.LOCK_SH or fcntl.LOCK_EX."""
    descriptor = _open(path)
    fcntl.flock(descriptor, mode)
    return Lock(descriptor)


def try_to_take(path: Path, mode: int) -> Lock | None:
    """The lock on path if it is to be had now, else None."""
    descriptor = _open(path)
    try:
        fcntl.flock(descriptor, mode | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    return Lock(descriptor)


def could_take(path: Path, mode: int) -> bool:
    """Whether the lock on path was to be had at this moment; it is not kept. True in a lost folder."""
    try:
        lock = try_to_take(path, mode)
    except FileNotFoundError:
        return True
    if lock:
        lock.release()
    return lock is not None


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Run the block while no other process is in a block on the same path."""
    lock = take(path, fcntl.LOCK_EX)
    try:
        yield
    finally:
        lock.release()


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
