"""An LMS of its own for one journey, in which women have spoken: python -m tests.journeys.spoken NAME [WHAT].

WHAT is `waiting` (six comments that nobody has checked) or `decided` (forty that a moderator
has) or `unexplained` (six that no theme explains).

Apart from the world that all journeys share, so that none of them hears what another needs.
"""

import json
import os
import sys
from datetime import timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mvp_feedback.settings")
django.setup()

from surveys.core import clock  # noqa: E402 - needs the settings
from surveys.responses import services as responses  # noqa: E402 - needs the settings
from surveys.themes import services as themes  # noqa: E402 - needs the settings
from tests.factories.feedback import prepared  # noqa: E402 - needs the settings
from tests.factories.listening import themed  # noqa: E402 - needs the settings
from tests.factories.world import Place, place  # noqa: E402 - needs the settings

# The last of them spoke first.
SAID = ("Nobody came when I asked for pain relief.", "The midwives were kind and caring.")
EACH = 3
DECIDED = 40


def main(name: str, what: str = "waiting") -> None:
    """Women speak at a new MVP; prints where it is and who signs in there."""
    made = place(name)
    {"waiting": _speak, "decided": _decide, "unexplained": _wonder}[what](made)
    print(  # noqa: T201 - for who runs it
        json.dumps({"mvp": made.mvp.slug, "chair": made.chair.email, "moderator": made.moderator.email})
    )


def _speak(made: Place) -> None:
    for number in range(EACH * len(SAID)):
        at = clock.now() - timedelta(days=1, hours=number)
        responses.receive(prepared(made, at=at, good=SAID[number // EACH]), now=at)


def _decide(made: Place) -> None:
    """The machine suggests kindness for each; every fourth time the moderator sees something else."""
    for number in range(DECIDED):
        text = themed(made, at=clock.now() - timedelta(days=1, hours=number), good="They were so kind to us.")
        decisions = {"LISTEN": "positive"} if number % 4 == 0 else {"KIND": "positive"}
        themes.settle(text.pk, redactions=[], decisions=decisions, by=made.moderator, now=clock.now())


def _wonder(made: Place) -> None:
    """The moderator finds no theme for what six women say."""
    for number in range(EACH * 2):
        at = clock.now() - timedelta(days=1, hours=number)
        text = themed(made, at=at, good=f"{number} times the vending machine was empty, no snacks at night.")
        themes.settle(text.pk, redactions=[], decisions={}, by=made.moderator, now=clock.now())


if __name__ == "__main__":
    main(*sys.argv[1:])
