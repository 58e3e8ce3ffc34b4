"""Files for our own account's eyes only."""

import os
from collections.abc import Callable
from pathlib import Path


def write(path: Path, text: str) -> None:
    """Write the file with mode 0600; whole or not at all."""
    unfinished = path.with_name(path.name + ".new")
    unfinished.unlink(missing_ok=True)
    with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
    unfinished.replace(path)


def read_or_make(path: Path, make: Callable[[], str]) -> str:
    """What the file says; made and kept at the first call."""
    if not path.exists():
        write(path, make())
    return path.read_text()
