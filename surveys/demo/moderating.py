"""The demo's moderators at work: everything but the last fortnight has been checked, half of it themed."""

import random
from collections.abc import Mapping
from datetime import datetime, timedelta

from surveys.moderation import queries as moderation
from surveys.moderation import services as making_safe
from surveys.organisations.queries import Organisation
from surveys.people.queries import User
from surveys.themes import queries as themes
from surveys.themes import services as theming

RECENT = timedelta(days=14)


def check_all(partnership: Organisation, *, by: User, now: datetime) -> None:
    """Check what an MVP heard more than a fortnight ago."""
    chance = random.Random(partnership.slug)  # noqa: S311 - a story, not a secret
    risks = moderation.open_cases([partnership.pk]).filter(free_text__response__received_at__lt=now - RECENT)
    for case in list(risks):
        _decide(case, by=by, now=now)
    old = moderation.waiting([partnership.pk]).filter(response__received_at__lt=now - RECENT)
    for text in list(old):
        _check(text, chance, by=by)


def _decide(case: moderation.RiskCase, *, by: User, now: datetime) -> None:
    making_safe.decide_risk(
        case.pk,
        decision="complaints" if case.level == "R4" else "safeguarding",
        reason="It was some time ago, and the unit has to know how it came to be.",
        told="The unit’s safeguarding midwife, by phone",
        by=by,
        now=now,
    )


def _check(text: moderation.FreeText, chance: random.Random, *, by: User) -> None:
    at = text.response.received_at + timedelta(days=1)
    seen = moderation.to_check(text, by=by, now=at)
    decisions = _decisions(text) if chance.random() < 0.5 else None
    theming.settle(text.pk, redactions=seen.suggested, decisions=decisions, by=by, now=at)


def _decisions(text: moderation.FreeText) -> Mapping[str, str] | None:
    """What the machine suggested, as a person would agree to it."""
    if not themes.may_be_themed(text.pk):
        return None
    return {row.code: row.sentiment for row in themes.theme_rows(text.pk)}
