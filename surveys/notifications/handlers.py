"""Which service acts on which topic: one handler a topic, each idempotent. For workers only."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from uuid import UUID

from surveys.moderation import services as moderation
from surveys.notifications import risks
from surveys.notifications import services as notifications
from surveys.outbox import services as outbox
from surveys.reports import rollups
from surveys.themes import analysis, meaning
from surveys.themes import services as themes
from surveys.themes.emerging import finding

Handler = Callable[[Sequence[UUID]], object]
BATCHES = 50
BATCH = 100
# A month is counted whole, so counting it once for many responses costs no more than for one.
RECOUNT_BATCH = 10_000
RECOUNTED = frozenset({"themes.changed", "moderation.forgotten", "moderation.aside"})


def handlers(*, now: datetime) -> dict[str, Handler]:
    """The handlers by topic, in the order in which a response passes through them."""
    return {
        "responses.received": partial(moderation.screen, now=now),
        "responses.added": partial(moderation.screen, now=now),
        # Before all that costs time: somebody may be in danger.
        "moderation.risk_opened": partial(risks.tell_opened, now=now),
        "moderation.risk_handed_over": partial(risks.tell_handed_over, now=now),
        # Somebody waits at a page for it.
        "themes.asked": partial(meaning.answer, now=now),
        "moderation.cleared": partial(themes.make_findable, now=now),
        "moderation.screened": partial(analysis.suggest, now=now),
        "themes.findable": partial(meaning.measure, now=now),
        "themes.list_changed": partial(analysis.suggest_again, now=now),
        "themes.suggest": partial(analysis.suggest, now=now),
        "themes.emerging": partial(finding.find, now=now),
        "themes.changed": partial(rollups.recount, now=now),
        "responses.withdrawn": partial(moderation.forget, now=now),
        "moderation.forgotten": partial(rollups.recount, now=now),
        "moderation.aside": partial(rollups.recount, now=now),
        "consultations.reported": partial(notifications.tell_result, now=now),
        "reports.signed_off": partial(notifications.send_report, now=now),
    }


def settle(*, now: Callable[[], datetime], on_failure: Callable[[str, Exception], None]) -> int:
    """Work off what waits, topic by topic, a bounded number of batches; how many messages were settled."""
    return sum(
        _work_off(topic, handler, now=now, on_failure=on_failure)
        for topic, handler in handlers(now=now()).items()
    )


def _work_off(
    topic: str,
    handler: Handler,
    *,
    now: Callable[[], datetime],
    on_failure: Callable[[str, Exception], None],
) -> int:
    settled = 0
    for _ in range(BATCHES):
        done = outbox.work_off(topic, handler, now=now, on_failure=on_failure, most=_batch(topic))
        if not done:
            break
        settled += done
    return settled


def _batch(topic: str) -> int:
    return RECOUNT_BATCH if topic in RECOUNTED else BATCH
