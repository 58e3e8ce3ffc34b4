"""What the worker does at other moments: `python -m tests.journeys.clock_program MOMENT...`.

The site's own clock is the real one, and reminders go out days later.
"""

import os
import sys
from datetime import datetime

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mvp_feedback.settings")
django.setup()

from surveys.core import clock  # noqa: E402 - needs the settings
from worker import tasks  # noqa: E402 - needs the settings


def at(moment: datetime) -> None:
    """Remind and deliver as the timetable would have it at this moment."""
    clock.now = lambda: moment
    tasks.remind()
    tasks.deliver()


if __name__ == "__main__":
    for written in sys.argv[1:]:
        at(datetime.fromisoformat(written))
