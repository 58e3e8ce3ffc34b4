"""What speaks for a machine rather than a person. It is written down for a moderator and refuses nobody.

Three of the signs ask for a task first (`tasks`), so that floods and pasted advertisements come slowly. None
of them says who somebody is: addresses and words are counted by fingerprints that last a day (`limits`).
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.http import HttpRequest

from surveys.responses import queries as heard
from surveys.responses import receipts
from surveys.responses.queries import Doubt
from surveys.responses.submission import Submission
from surveys.web.journey import limits, tasks
from surveys.web.journey.tasks import Task
from surveys.web.journey.visit import Visit

# A box that people neither see nor reach; what fills in every box of a page fills in this one.
TRAP = "website"
ASK_FIRST = frozenset({Doubt.HONEYPOT, Doubt.FLOOD, Doubt.LINKS})
# Fewer letters are said alike by many people ("Everything was fine, thank you").
OWN_WORDS = 60
MOST_ALIKE = 5
MOST_LINKS = 3
LINK = re.compile(r"https?://|\bwww\.", re.IGNORECASE)
BETWEEN_WORDS = re.compile(r"\W+")
# Six pages and two texts.
TOO_FAST = timedelta(seconds=5)


@dataclass(frozen=True)
class Judgement:
    """Why it may not be a person's feedback, and what has to be done before it is stored."""

    doubts: tuple[Doubt, ...]
    task: Task | None = None


def judge(request: HttpRequest, visit: Visit, given: Submission, *, now: datetime) -> Judgement:
    """What to think of a telling that is being sent, and whether it goes through now."""
    task = tasks.given(request.POST, visit.ticket.key, now=now)
    if task is None:
        task = _asked(request, visit, given, now)
    elif task.is_done(request.POST.get(tasks.WORK, ""), now=now):
        return Judgement(_doubts(task.doubts, visit, given, now))
    if task is None or _is_stored(visit):
        return Judgement(_doubts((), visit, given, now))
    return Judgement(task.doubts, task)


def _asked(request: HttpRequest, visit: Visit, given: Submission, now: datetime) -> Task | None:
    sent = limits.counted(request, "send", now=now)
    excess = sent / max(settings.SENDS_AN_HOUR, 1)
    signs = [Doubt.FLOOD] if sent > settings.SENDS_AN_HOUR else []
    signs += [Doubt.HONEYPOT] if request.POST.get(TRAP) else []
    signs += [Doubt.LINKS] if _links(given.texts.values()) >= MOST_LINKS and not _after_loss(visit) else []
    return tasks.ask(visit.ticket.key, tuple(signs), excess=excess, now=now) if signs else None


def _is_stored(visit: Visit) -> bool:
    # A second press, while the answer to the first is on its way: she gets her receipt.
    return heard.by_receipt(receipts.code(visit.ticket.key)) is not None


def _doubts(known: tuple[Doubt, ...], visit: Visit, given: Submission, now: datetime) -> tuple[Doubt, ...]:
    return known if _after_loss(visit) else (*known, *_quiet_signs(visit, given, now))


def _quiet_signs(visit: Visit, given: Submission, now: datetime) -> Iterator[Doubt]:
    """Signs that ask for nothing: many people may do so for reasons of their own."""
    own = [_plain(text) for text in given.texts.values() if len(text) >= OWN_WORDS]
    if any(times > MOST_ALIKE for times in limits.said_today(own, now=now)):
        yield Doubt.REPEATED
    begun_at = visit.ticket.begun_at
    if begun_at is not None and len(given.texts) > 1 and now - begun_at < TOO_FAST:
        yield Doubt.HURRIED


def _plain(text: str) -> str:
    return BETWEEN_WORDS.sub(" ", text.casefold()).strip()


def _links(texts: Collection[str]) -> int:
    return sum(len(LINK.findall(text)) for text in texts)


def _after_loss(visit: Visit) -> bool:
    return visit.occasion.after_loss
