"""What parents told each founding LMS after a loss, and what its specialist moderator has made of it."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from surveys.moderation import queries as moderation
from surveys.organisations.queries import Organisation
from surveys.people.queries import User
from surveys.questionnaires import queries as questionnaires
from surveys.questionnaires.queries import Questionnaire
from surveys.responses import services as responses
from surveys.responses.queries import Channel, Purpose
from surveys.responses.submission import Submission, submission
from surveys.themes import services as theming

SOURCE = Path(__file__).parent / "world" / "losses.toml"
RECENT = timedelta(days=14)


def tell(lms: Organisation, *, now: datetime) -> None:
    """Some parents tell what happened to them."""
    responses.receive_many(list(_told(lms, now)), now=now)


def check(lms: Organisation, *, by: User, now: datetime) -> None:
    """The specialist has checked what was told more than a fortnight ago."""
    themes = {str(_key(lms, at)): told["themes"] for at, told in enumerate(_source())}
    waiting = moderation.waiting([lms.pk], after_loss=True)
    for text in list(waiting.filter(response__received_at__lt=now - RECENT)):
        seen = moderation.to_check(text, by=by, now=text.response.received_at + timedelta(days=2))
        theming.settle(
            text.pk,
            redactions=seen.suggested,
            decisions=themes[str(text.response.submission_key)],
            by=by,
            now=text.response.received_at + timedelta(days=2),
        )


def _told(lms: Organisation, now: datetime) -> Iterator[Submission]:
    version = questionnaires.current_version(lms, purpose=Questionnaire.Purpose.AFTER_LOSS)
    if version is None:
        return
    for at, told in enumerate(_source()):
        yield submission(
            key=_key(lms, at),
            partnership_id=lms.pk,
            unit_id=None,
            version_id=version.pk,
            definition=questionnaires.definition(version),
            answers=told,
            consents={Purpose.THEMES: True},
            channel=Channel.WEB,
            language="en",
            received_at=now - timedelta(days=told["days_ago"], hours=at),
            after_loss=True,
        )


def _key(lms: Organisation, at: int) -> Any:
    return uuid5(NAMESPACE_URL, f"demo/{lms.slug}/after a loss/{at}")


def _source() -> list[Mapping[str, Any]]:
    return list(tomllib.loads(SOURCE.read_text())["told"])
