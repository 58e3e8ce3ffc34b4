"""Two years of believable feedback, received through the same door as a woman's."""

import random
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from surveys.core.clock import local_month
from surveys.demo.comments import Writer
from surveys.organisations.queries import Organisation
from surveys.questionnaires import queries as questionnaires
from surveys.questionnaires.queries import Questionnaire
from surveys.responses import services as responses
from surveys.responses.queries import Channel, Purpose
from surveys.responses.submission import Submission, submission

DAYS = 730
BATCH = 500
# How many responses each unit has in two years.
RESPONSES: Mapping[str, Mapping[str, int]] = {
    "leicester-mvp": {
        "leicester-royal-infirmary": 560,
        "leicester-general": 320,
        "st-marys-melton": 40,
        "leicester-home-birth": 40,
        "leicester-community": 150,
        "leicester-neonatal": 50,
    },
    "newcastle-mvp": {"royal-victoria-infirmary": 170},
    "county-durham-mvp": {"university-hospital-durham": 80, "darlington-memorial": 40},
    "south-tees-mvp": {"james-cook": 50, "friarage": 12},
    "north-cumbria-mvp": {"cumberland-infirmary": 30, "west-cumberland": 14},
}
CONSENT_SHARES = {Purpose.THEMES: 0.94, Purpose.QUOTE: 0.71, Purpose.TRUST: 0.38, Purpose.CONTACT: 0.0}


def receive_all(places: Mapping[str, Organisation], *, now: datetime) -> int:
    """Every unit's feedback up to `now`; how many responses were stored."""
    stored = 0
    for partnership_slug, units in RESPONSES.items():
        batch: list[Submission] = []
        for unit_slug, count in units.items():
            batch += _of_unit(places[partnership_slug], places[unit_slug], count, now=now)
        for at in range(0, len(batch), BATCH):
            stored += len(responses.receive_many(batch[at : at + BATCH], now=now))
    return stored


def _of_unit(
    partnership: Organisation, unit: Organisation, count: int, *, now: datetime
) -> Iterator[Submission]:
    version = questionnaires.current_version(partnership, purpose=Questionnaire.Purpose.FEEDBACK)
    if version is None:
        return
    definition = questionnaires.definition(version)
    chance = random.Random(f"demo {unit.slug}")  # noqa: S311 - a story, not a secret
    for number in range(count):
        received_at = _moment(chance, now)
        writer = Writer(chance, troubled=_troubled(unit, received_at, now))
        language = writer.language()
        answers = writer.answers()
        if language != "en":
            answers = writer.in_her_language(language, answers)
        yield submission(
            key=uuid5(NAMESPACE_URL, f"demo/{unit.slug}/{number}"),
            partnership_id=partnership.pk,
            unit_id=unit.pk,
            version_id=version.pk,
            definition=definition,
            answers=answers,
            consents={purpose: chance.random() < share for purpose, share in CONSENT_SHARES.items()},
            channel=Channel.WEB if chance.random() < 0.86 else Channel.PAPER,
            language=language,
            received_at=received_at,
        )


def _moment(chance: random.Random, now: datetime) -> datetime:
    day = now - timedelta(days=chance.randrange(1, DAYS))
    return day.replace(hour=chance.choice((7, 9, 11, 13, 15, 20, 22)), minute=chance.randrange(60))


def _troubled(unit: Organisation, received_at: datetime, now: datetime) -> frozenset[str]:
    """What goes wrong where: triage at the Royal of late; discharge at the General until last spring."""
    months_ago = (now.year - received_at.year) * 12 + now.month - local_month(received_at).month
    if unit.slug == "leicester-royal-infirmary" and months_ago <= 5:
        return frozenset({"TRIAGE"})
    if unit.slug == "leicester-general" and months_ago >= 8:
        return frozenset({"DISCH", "POSTWARD"})
    return frozenset()
