"""Makes the world that the journeys walk through, in DATABASE_URL's database; prints what they need.

Run as a program of its own, because the journeys' servers use a database that pytest's must not see.
"""

import json
import os
from datetime import timedelta
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mvp_feedback.settings")
django.setup()

from django.core.management import call_command  # noqa: E402 - needs the settings

from surveys.commitments import services as commitments  # noqa: E402 - needs the settings
from surveys.core import clock  # noqa: E402 - needs the settings
from surveys.core.actors import SYSTEM  # noqa: E402 - needs the settings
from surveys.organisations.queries import HelpLine  # noqa: E402 - needs the settings
from surveys.people import services as people  # noqa: E402 - needs the settings
from surveys.responses import services as responses  # noqa: E402 - needs the settings
from tests.factories.feedback import prepared  # noqa: E402 - needs the settings
from tests.factories.help_lines import list_lines  # noqa: E402 - needs the settings
from tests.factories.world import NOW, START, Place, person, place  # noqa: E402 - needs the settings
from tests.journeys import published  # noqa: E402 - needs the settings

PLAN = "Better Births"
PROMISES = {"L1": "Partners may stay", "L2": "The same midwife"}
# What women in Rutland wrote: how many, their answer to the Friends and Family Test, the question, the words.
# Three are too few to be shown.
SAID = (
    (25, "very_good", "good", "The midwives were kind and caring."),
    (12, "poor", "better", "Nobody explained what was happening to us."),
    (3, "poor", "better", "Nobody came when I asked for pain relief."),
)
WEEKS = timedelta(weeks=10)
# What waits for the moderators of Oakham, the oldest first, and of Melton.
OAKHAM = (
    "The midwife Sarah was kind and explained everything.",
    "Nobody listened to me when I said I was in pain.",
    "The one at the desk, Jolanthe Querubin, was rude to my husband.",
    "The ward was clean and the food was good.",
    "We could not find a parking space and paid a lot.",
    "Nurse Priya helped me with breastfeeding every night.",
    "They rang me on 07700 900123 and told me nothing.",
    "My partner was sent home at night and I was alone.",
    "Discharge took eight hours because of the medicines.",
    "I saw a different midwife at every appointment.",
    "The student midwife Emma was kind to me.",
    "The doctor Ahmed explained the induction well.",
)
MELTON = (
    "A tall redhead at the desk was rude to me.",
    "The midwife Sarah was kind, and so was querubin.",
    "Nobody listened to me when I said I was in pain.",
    "The midwife was kind and stayed with me.",
)


def main() -> None:
    """LMS that are strangers to each other. In Rutland many women have spoken; Lincoln shows all it can."""
    call_command("migrate", interactive=False, verbosity=0)
    places = {
        name.lower(): place(name)
        for name in ("Leicester", "Durham", "Rutland", "Lincoln", "Oakham", "Melton")
    }
    _promise(places["leicester"])
    _list_help(places["leicester"])
    _speak(places["rutland"])
    _wait(places["oakham"], OAKHAM)
    _wait(places["melton"], MELTON)
    known = {name: _known(made) for name, made in places.items()}
    known["lincoln"] |= published.publish(places["lincoln"], now=clock.now())
    print(json.dumps(known))  # noqa: T201 - for who runs it


def _known(made: Place) -> dict[str, str]:
    _, key = people.make_api_key(made.lms, name="Hospital system", by=SYSTEM, now=NOW)
    return {
        "mvp": made.mvp.slug,
        "lms": made.lms.slug,
        "unit": made.site.slug,
        "site": made.site.short_code or "",
        "chair": made.chair.email,
        "moderator": made.moderator.email,
        "board_member": made.board_member.email,
        "trust_staff": made.trust_staff.email,
        "lms_officer": made.lms_officer.email,
        "loss_moderator": made.loss_moderator.email,
        "lms_chair": person("lead", "chair", made.lms).email,
        "api_key": key,
    }


def _promise(made: Place) -> None:
    for position, (ref, title) in enumerate(PROMISES.items(), start=1):
        promised = commitments.Promise(ref=ref, title=title, text=title, position=position)
        commitments.promise(made.lms, plan=PLAN, promise=promised, valid_from=START, by=SYSTEM, now=NOW)


def _list_help(made: Place) -> None:
    """A triage line, and two lines for everybody."""
    lines = (
        (made.site, HelpLine.Purpose.TRIAGE, "Maternity triage", "0116 496 0001"),
        (None, HelpLine.Purpose.DESPAIR, "Somebody to talk to", "0116 496 0002"),
        (None, HelpLine.Purpose.ABUSE, "Help with abuse", "0116 496 0003"),
    )
    list_lines(lines)


def _speak(made: Place) -> None:
    """Forty women in the ten weeks until yesterday."""
    said: list[dict[str, Any]] = [
        {"fft": fft, question: words} for count, fft, question, words in SAID for _ in range(count)
    ]
    last = clock.now() - timedelta(days=1)
    for number, answers in enumerate(said):
        at = last - WEEKS * number / len(said)
        responses.receive(prepared(made, at=at, **answers), now=at)


def _wait(made: Place, said: tuple[str, ...]) -> None:
    """One comment a day until yesterday, the first the oldest."""
    for number, words in enumerate(said):
        at = clock.now() - timedelta(days=len(said) - number)
        responses.receive(prepared(made, at=at, better=words), now=at)


if __name__ == "__main__":
    main()
