"""Drafts tell whoever sees no working counts nothing that two of them together would give away."""

from datetime import date

import pytest

from surveys.core.errors import DomainError
from surveys.reports import services
from tests.factories.world import NOW, Place

JULY = date(2026, 7, 1)


@pytest.mark.parametrize("ends_on", [date(2026, 9, 30), date(2026, 11, 1)])
def test_an_officer_compiles_whole_months_that_have_ended(leicester: Place, ends_on: date) -> None:
    with pytest.raises(DomainError, match="whole months that have ended"):
        services.compile_report(
            leicester.mvp, starts_on=JULY, ends_on=ends_on, by=leicester.lms_officer, now=NOW
        )


@pytest.mark.parametrize("ends_on", [date(2026, 9, 30), date(2026, 11, 1)])
def test_a_chair_compiles_any_days(leicester: Place, ends_on: date) -> None:
    draft = services.compile_report(
        leicester.mvp, starts_on=JULY, ends_on=ends_on, by=leicester.chair, now=NOW
    )

    assert draft.ends_on == ends_on
