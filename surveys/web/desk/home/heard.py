"""What an MVP has heard lately: working numbers, for those who read its words."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from surveys.core.clock import local_date
from surveys.organisations.queries import Organisation
from surveys.outbox import queries as outbox
from surveys.responses import queries as responses
from surveys.themes import queries as themes
from surveys.web.desk.home.ages import age
from surveys.web.desk.home.unheard import QUESTIONS, Unheard, unheard
from surveys.web.desk.scope import partnership_ids

WEEK = timedelta(days=7)
YEAR = timedelta(days=365)
LATEST = 5
SLOW = timedelta(minutes=15)
# What a response passes through before it can be checked and counted.
PIPELINE = ("responses.received", "responses.added", "moderation.screened", "themes.changed")


@dataclass(frozen=True)
class HeardHere:
    """This week's numbers, the latest feedback, and whom nobody has heard in a year."""

    this_week: int
    poor_this_week: int
    latest: list[themes.Heard]
    about_them: int
    unheard: list[Unheard]


@dataclass(frozen=True)
class Queue:
    """The work between a woman's "send" and a comment ready to check; `age` is None when all is done."""

    waiting: int
    age: str | None
    slow: bool


def heard_here(organisation: Organisation, *, now: datetime) -> HeardHere:
    """What is new at an organisation's MVPs. `about_them`: how many said something about themselves."""
    ids = partnership_ids(organisation, now=now)
    week = responses.received(ids).filter(received_at__date__gte=local_date(now - WEEK))
    chosen = {key: responses.chosen(ids, key, since=local_date(now - YEAR)) for key in QUESTIONS}
    return HeardHere(
        this_week=week.count(),
        poor_this_week=week.filter(fft__in=("poor", "very_poor")).count(),
        latest=themes.told(themes.feedback(ids, themes.Wanted())[:LATEST]),
        about_them=max(sum(people.values()) for people in chosen.values()),
        unheard=unheard(chosen),
    )


def queue(*, now: datetime) -> Queue:
    """How much work waits, and for how long."""
    topics = [topic for topic in outbox.waiting() if topic.topic in PIPELINE]
    oldest = min((topic.oldest for topic in topics), default=None)
    return Queue(
        waiting=sum(topic.messages for topic in topics),
        age=age(oldest, now=now) if oldest else None,
        slow=oldest is not None and now - oldest > SLOW,
    )
