"""An LMS of its own for one journey, in which women have spoken: python -m tests.journeys.spoken NAME [WHAT].

WHAT is `waiting` (six comments that nobody has checked) or `decided` (forty that a moderator
has) or `unexplained` (six that no theme explains).

Apart from the world that all journeys share, so that none of them hears what another needs.
"""

import json
import os
import sys
import time
from collections.abc import Sequence
from datetime import timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mvp_feedback.settings")
django.setup()

from surveys.core import clock  # noqa: E402 - needs the settings
from surveys.outbox import queries as outbox  # noqa: E402 - needs the settings
from surveys.responses import services as responses  # noqa: E402 - needs the settings
from surveys.responses.models import FreeText  # noqa: E402 - needs the settings
from surveys.themes import services as themes  # noqa: E402 - needs the settings
from tests.factories.feedback import prepared  # noqa: E402 - needs the settings
from tests.factories.world import Place, place  # noqa: E402 - needs the settings

# The last of them spoke first.
SAID = ("Nobody came when I asked for pain relief.", "The midwives were kind and caring.")
EACH = 3
DECIDED = 40
EMPTY = "times the vending machine was empty, no snacks at night."


def main(name: str, what: str = "waiting") -> None:
    """Women speak at a new MVP; prints where it is and who signs in there."""
    made = place(name)
    {"waiting": _speak, "decided": _decide, "unexplained": _wonder}[what](made)
    print(  # noqa: T201 - for who runs it
        json.dumps({"mvp": made.mvp.slug, "chair": made.chair.email, "moderator": made.moderator.email})
    )


def _speak(made: Place) -> None:
    _say(made, [SAID[number // EACH] for number in range(EACH * len(SAID))])


def _decide(made: Place) -> None:
    """The machine suggests kindness for each; every fourth time the moderator sees something else."""
    texts = _say(made, ["They were so kind to us."] * DECIDED)
    for number, text in enumerate(texts):
        decisions = {"LISTEN": "positive"} if number % 4 == 0 else {"KIND": "positive"}
        themes.settle(text.pk, redactions=[], decisions=decisions, by=made.moderator, now=clock.now())


def _wonder(made: Place) -> None:
    """The moderator finds no theme for what six women say."""
    for text in _say(made, [f"{number} {EMPTY}" for number in range(6)]):
        themes.settle(text.pk, redactions=[], decisions={}, by=made.moderator, now=clock.now())


def _say(made: Place, said: Sequence[str]) -> list[FreeText]:
    """Women say it, an hour apart, the last of them first; the site's own worker reads it."""
    for number, words in enumerate(said):
        at = clock.now() - timedelta(days=1, hours=number)
        responses.receive(prepared(made, at=at, good=words), now=at)
    while outbox.waiting():
        time.sleep(0.2)
    return list(FreeText.objects.filter(partnership=made.mvp).order_by("response__received_at"))


if __name__ == "__main__":
    main(*sys.argv[1:])
