"""What is put together once is kept until what it was made from changes, and then no longer."""

from pathlib import Path

import pytest

from surveys.themes.text_model import kept


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(kept, "_BUILT", tmp_path / "built")
    return tmp_path / "built"


@pytest.mark.usefixtures("folder")
def test_it_is_made_once() -> None:
    made = []

    def make() -> bytes:
        made.append(1)
        return b"numbers"

    assert [kept.kept("it", make), kept.kept("it", make)] == [b"numbers"] * 2
    assert made == [1]


def test_a_folder_that_cannot_be_written_to_costs_only_time(folder: Path) -> None:
    folder.write_text("a file where the folder should be", encoding="utf-8")
    assert kept.kept("it", lambda: b"numbers") == b"numbers"


def test_what_was_made_from_something_else_is_forgotten(folder: Path) -> None:
    kept.kept("it", lambda: b"numbers")
    (folder / "0123456789abcdef-it").write_bytes(b"older numbers")
    kept.forget_older()
    assert [path.read_bytes() for path in folder.iterdir()] == [b"numbers"]
