"""A day and a time of day as people type them, as one moment in London."""

import re
from datetime import date, datetime, time

from django.core.exceptions import ValidationError

from surveys.core.clock import LONDON

TYPED = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?", re.IGNORECASE)
NOON = 12


def time_of(typed: str) -> time:
    """The time of "9am", "5:30pm" or "17:30". Raises ValidationError with what to type."""
    match = TYPED.fullmatch(typed.strip())
    if match:
        hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").lower()
        if half:
            hour = hour % NOON + (NOON if half == "pm" else 0) if 1 <= hour <= NOON else 99
        if hour < 24 and minute < 60:
            return time(hour, minute)
    raise ValidationError("Enter a time like 9am, 5:30pm or 17:30")


def moment_of(day: date, typed: str) -> datetime:
    """The moment in London. Raises ValidationError as `time_of` does."""
    return datetime.combine(day, time_of(typed), tzinfo=LONDON)


def typed_time(moment: datetime) -> str:
    """A moment's time of day as it stands in a box: "17:30"."""
    return f"{moment.astimezone(LONDON):%H:%M}"
