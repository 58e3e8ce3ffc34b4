"""For tests of pages and the API."""

from uuid import uuid4

import pytest

from surveys.web.journey import limits


@pytest.fixture(autouse=True)
def _nothing_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """All tests come from one address: each counts from nothing what that address has done this hour."""
    salt = uuid4().hex
    monkeypatch.setattr(limits, "_salt", lambda _day: salt)
