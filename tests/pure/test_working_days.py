"""Working days are counted as a calendar on the wall would."""

from datetime import datetime

import pytest

from surveys.core.clock import LONDON
from surveys.core.working_days import working_days_after


@pytest.mark.parametrize(
    ("begins", "days", "ends"),
    [
        ("2026-10-14T10:00", 1, "2026-10-15T10:00"),
        # Over a weekend.
        ("2026-10-16T17:30", 1, "2026-10-19T17:30"),
        ("2026-10-14T10:00", 3, "2026-10-19T10:00"),
        # What comes on a Saturday has the whole of Monday.
        ("2026-10-17T15:00", 1, "2026-10-20T00:00"),
        # Christmas Day is a Friday, and its Boxing Day is kept on Monday.
        ("2026-12-24T09:00", 1, "2026-12-29T09:00"),
        # The clocks go back in between: it is the same time of day.
        ("2026-10-23T10:00", 1, "2026-10-26T10:00"),
    ],
)
def test_so_many_working_days_later(begins: str, days: int, ends: str) -> None:
    begun = datetime.fromisoformat(begins).replace(tzinfo=LONDON)

    assert working_days_after(begun, days) == datetime.fromisoformat(ends).replace(tzinfo=LONDON)
