"""Setting up and starting: what a person is told when something is in the way."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tools import packages, setup
from tools.errors import PlainError
from tools.paths import ROOT
from tools.run import check_port, port_from


def test_a_busy_port_is_named_with_a_way_out() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PlainError, match=rf"Port {port} is busy.*make run PORT=8010"):
            check_port(port)


@pytest.mark.parametrize("words", ["", "http", "0", "65536", "80 80"])
def test_what_is_no_port_is_said_to_be_none(words: str) -> None:
    with pytest.raises(PlainError, match="is not a port"):
        port_from([words])


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of what setting up needs, in a folder of its own."""
    shutil.copytree(ROOT / "tools", tmp_path / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def set_up(copy: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tools.bootstrap"],
        cwd=copy,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_old_python_gives_way_to_a_newer_one_or_says_so(copy: Path) -> None:
    """The real old Pythons are not here; the file is read with the question turned round."""
    bootstrap = copy / "tools" / "bootstrap.py"
    bootstrap.write_text(bootstrap.read_text().replace("(3, 11)", "(99, 0)"))
    told = set_up(copy, PATH="/nowhere")
    assert told.returncode == 1
    assert "This needs Python 3.11 or newer" in told.stderr
    assert "make setup PYTHON=" in told.stderr


def test_the_way_in_can_be_read_by_old_pythons() -> None:
    """Nothing that Python 3.5 does not know, in what is read before the version is looked at."""
    words = (ROOT / "tools" / "bootstrap.py").read_text() + (ROOT / "tools" / "__init__.py").read_text()
    for new in ('f"', "f'", ":=", "match ", "list[", "dict[", " | None", "from __future__"):
        assert new not in words


def test_a_folder_that_cannot_be_written_to_is_named(copy: Path) -> None:
    (copy / ".local").write_text("a file where the folder should be")
    told = set_up(copy)
    assert told.returncode == 1
    assert f"{copy} cannot be written to" in told.stderr
    assert "Traceback" not in told.stderr


def test_a_full_disk_is_told_before_anything_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setup, "NEEDED", 10**18)
    with pytest.raises(PlainError, match=r"GB free; setting up needs .* GB\. Make room"):
        setup.check_space()


@pytest.mark.parametrize(
    ("said", "meaning"),
    [
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("Failed to establish a new connection: [Errno 111]", "could not be reached"),
        ("npm error code ENOTFOUND", "could not be reached"),
        ("The virtual environment was not created successfully because ensurepip is not", "python3-venv"),
        ("something else entirely", "something else entirely"),
    ],
)
def test_an_installers_failure_is_explained(said: str, meaning: str) -> None:
    with pytest.raises(PlainError, match=meaning):
        packages.run([sys.executable, "-c", f"import sys; print({said!r}); sys.exit(1)"])


def test_a_step_is_done_again_only_when_its_inputs_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setup, "STAMPS", tmp_path)
    monkeypatch.setattr(setup, "ROOT", tmp_path)
    source, made = tmp_path / "source", tmp_path / "made"
    done: list[str] = []

    def make() -> None:
        done.append(source.read_text())
        made.touch()

    step = setup.Step("step", "Making it", lambda: [source], made, make)
    for words in ("one", "one", "two", "two"):
        source.write_text(words)
        setup.do(step)
    made.unlink()
    setup.do(step)
    assert done == ["one", "two", "two"]
