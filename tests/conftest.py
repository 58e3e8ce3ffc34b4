"""Fixtures that every kind of test may use. The environment names the servers (`make test` starts them)."""

import os

import pytest

from surveys.web.journey.remembering import forget
from tests.factories.world import Place, place

# Playwright keeps an event loop in this thread for the rest of the run; Django would take it for async code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture
def leicester(db: None) -> Place:
    """One LMS with somebody in each role."""
    return place("Leicester")


@pytest.fixture
def durham(db: None) -> Place:
    """Another LMS, a stranger to the first."""
    return place("Durham")


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """What the women's pages looked up in one test's world is not there in the next."""
    forget()
