"""Fixtures that every kind of test may use. The servers come from the environment (`make test` starts them)."""

import pytest

from tests.factories.world import Place, place


@pytest.fixture
def leicester(db: None) -> Place:
    """One LMS with somebody in each role."""
    return place("Leicester")


@pytest.fixture
def durham(db: None) -> Place:
    """Another LMS, a stranger to the first."""
    return place("Durham")
