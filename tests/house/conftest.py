"""For tests of the words of the house."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages import Catalog

from tests.house.made_up import spoken_as_polish
from tools import words


@pytest.fixture(scope="session")
def said(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """What the code says now."""
    return words.gather(tmp_path_factory.mktemp("words") / "words.pot")


@pytest.fixture
def made_up(said: Catalog, tmp_path: Path) -> Iterator[None]:
    """Polish as a language in which every text that can be translated stands between ⟦ and ⟧."""
    with spoken_as_polish(said, tmp_path):
        yield
