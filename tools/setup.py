"""Makes this copy of the project ready to work: Python packages, npm packages, styles and scripts.

Standard library only. Each step keeps a stamp of what it was made from and is done again when that changes.
"""

import errno
import fcntl
import hashlib
import os
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from tools import packages
from tools.errors import PlainError
from tools.paths import LOCAL, ROOT, VENV_PYTHON
from tools.say import doing

NEEDED = 2_000_000_000  # bytes: packages, what the installers keep aside, the demo's database
STAMPS = LOCAL / "stamps"
LOCK = ROOT / "requirements.lock"
BUILDER = ROOT / "tools" / "assets.py"
BUILT = ROOT / "build" / "collected" / "staticfiles.json"
CATALOGUES = ROOT / "mvp_feedback" / "locale"
TEXT_MODEL = ROOT / "surveys" / "themes" / "text_model"
LOOKS = ("frontend", "templates", "surveys")
LOOKS_LIKE = (".css", ".scss", ".js", ".mjs", ".svg", ".html", ".jinja", ".png", ".woff2")


@dataclass(frozen=True)
class Step:
    """Something that is made from files. `made` is there when it was done at least once."""

    name: str
    words: str
    inputs: Callable[[], Iterable[Path]]
    made: Path
    make: Callable[[], None]

    def digest(self) -> str:
        """A stamp of the names and contents of the inputs."""
        stamp = hashlib.sha256()
        for path in self.inputs():
            stamp.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
        return stamp.hexdigest()


def ensure() -> None:
    """Do what has not been done yet. Raises PlainError when that takes a person."""
    _check_folder()
    with (LOCAL / "setting-up").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for step in STEPS:
            do(step)


def do(step: Step) -> None:
    stamp = STAMPS / step.name
    if stamp.exists() and step.made.exists() and stamp.read_text() == step.digest():
        return
    check_space()
    with doing(step.words):
        step.make()
    stamp.write_text(step.digest())


def _check_folder() -> None:
    try:
        STAMPS.mkdir(parents=True, exist_ok=True)
        (STAMPS / "may-write").touch()
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise PlainError(_full(0)) from None
        raise PlainError(
            f"{ROOT} cannot be written to ({error.strerror}: {error.filename}). "
            "Use a copy of the project that belongs to you, in a folder you may write to."
        ) from None


def check_space() -> None:
    free = shutil.disk_usage(ROOT).free
    if free < NEEDED:
        raise PlainError(_full(free))


def _full(free: int) -> str:
    return (
        f"The disk that holds {ROOT} has {free / 1e9:.1f} GB free; setting up needs {NEEDED / 1e9:.0f} GB. "
        "Make room, then try again."
    )


def _files_of_the_look() -> list[Path]:
    folders = (os.walk(ROOT / name) for name in LOOKS)
    files = (Path(folder, name) for walk in folders for folder, _, names in walk for name in names)
    return sorted([*(path for path in files if path.suffix in LOOKS_LIKE), *_npm_files(), LOCK, BUILDER])


def _catalogues() -> list[Path]:
    return sorted(CATALOGUES.glob("*/LC_MESSAGES/django.po"))


def _text_models() -> list[Path]:
    return [
        LOCK,
        *sorted(path for path in TEXT_MODEL.rglob("*") if path.suffix in (".py", ".npz", ".jsonl", ".toml")),
    ]


def _npm_files() -> list[Path]:
    return [ROOT / "package.json", ROOT / "package-lock.json"]


STEPS = (
    Step(
        "python",
        "Installing Python packages (a few minutes the first time)",
        lambda: [LOCK],
        VENV_PYTHON,
        packages.install_python,
    ),
    Step("npm", "Installing npm packages", _npm_files, ROOT / "node_modules", packages.install_npm),
    Step(
        "words",
        "Compiling translations",
        _catalogues,
        CATALOGUES / "pl" / "LC_MESSAGES" / "django.mo",
        packages.compile_words,
    ),
    Step(
        "text-model",
        "Putting the text models together",
        _text_models,
        ROOT / "build" / "text_model",
        packages.build_text_model,
    ),
    Step("assets", "Building styles and scripts", _files_of_the_look, BUILT, packages.build_assets),
)
