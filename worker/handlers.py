"""Which service acts on which topic: one handler a topic, each idempotent."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from surveys.core import clock
from surveys.moderation import services as moderation
from surveys.notifications import services as notifications
from surveys.reports import rollups
from surveys.themes import analysis

Handler = Callable[[Sequence[UUID]], object]


def handlers() -> dict[str, Handler]:
    """The handlers by topic, in the order in which a response passes through them."""
    now = clock.now()
    return {
        "responses.received": partial(moderation.screen, now=now),
        "moderation.screened": partial(analysis.suggest, now=now),
        "themes.changed": partial(rollups.recount, now=now),
        "responses.withdrawn": partial(rollups.recount, now=now),
        "consultations.reported": partial(notifications.tell_result, now=now),
        "reports.signed_off": partial(notifications.send_report, now=now),
    }
