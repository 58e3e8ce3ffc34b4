"""Servers and an environment for tests and benchmarks: on free ports, and gone afterwards."""

import fcntl
import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools import local, postgres, servers
from tools.guardian import GUARD
from tools.locks import could_take
from tools.paths import LOCAL

FOLDERS = LOCAL / "throwaway"


@contextmanager
def environment(*, durable: bool = False) -> Iterator[dict[str, str]]:
    """Our environment with servers and secrets made for the occasion. Mail goes nowhere.

    durable: the database waits for its disk as it does in production; for benchmarks.
    """
    FOLDERS.mkdir(mode=0o711, parents=True, exist_ok=True)
    _sweep()
    data_dir = Path(tempfile.mkdtemp(dir=FOLDERS))
    data_dir.chmod(0o711)
    use = servers.start(data_dir, durable=durable)
    try:
        yield dict(os.environ) | local.environment(use, {"email_url": "smtp://127.0.0.1:9"}) | _new_keys()
    finally:
        use.stop()
        _forget(data_dir)


def _new_keys() -> dict[str, str]:
    return {"SECRET_KEY": secrets.token_urlsafe(50), "WORDS_KEYS": local.new_words_key()}


def _sweep() -> None:
    """Remove what was left by a run that was killed."""
    for data_dir in FOLDERS.iterdir():
        if could_take(data_dir / GUARD, fcntl.LOCK_SH):
            _forget(data_dir)


def _forget(data_dir: Path) -> None:
    if data_dir.exists():
        postgres.forget(data_dir)
        shutil.rmtree(data_dir, ignore_errors=True)
