"""What else is sent (a draft, more words, a wish to hear) comes slowly too where many send from one address.

As with a telling, nobody is refused because of where she is: up to so many an hour nothing is asked, and over
it the same little work or wait. Codes likewise: where many that are nobody's were tried, each has to be
worked for before it is looked up (decision 0071).
"""

from datetime import datetime
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

from django.conf import settings
from django.http import HttpRequest

from surveys.responses.queries import Doubt
from surveys.web.journey import limits, tasks
from surveys.web.journey.given import hidden_inputs
from surveys.web.journey.tasks import Task

# Codes that are nobody's, from one address in an hour: enough for a whole ward that mistypes.
MOST_WRONG_AN_HOUR = 60
# The button of a page that asks for a code.
OPEN = "open"


def first(request: HttpRequest, purpose: str, key: UUID, *, now: datetime) -> Task | None:
    """What has to be done before this is taken; None where it goes through now.

    `key` says what it is for: a task done is of no use for anything else.
    """
    task = tasks.given(request.POST, key, now=now)
    if task is not None:
        return _unless_done(task, request, now=now)
    sent, most = limits.counted(request, purpose, now=now), settings.SENDS_AN_HOUR
    return _ask(key, sent, most, now=now) if sent > most else None


def before_looking(request: HttpRequest, door: str, code: str, *, now: datetime) -> Task | None:
    """What has to be done before this code is looked up at this door; None where it is looked up now.

    It says the same of a right code as of a wrong one; but one that has opened the door in this hour, from
    here, opens it again at once.
    """
    wrong = limits.so_far(request, door, now=now)
    if wrong < MOST_WRONG_AN_HOUR or limits.so_far(request, _opened(door), now=now, what=code):
        return None
    key = uuid5(NAMESPACE_OID, f"{door} {code}")
    task = tasks.given(request.POST, key, now=now)
    if task is None:
        return _ask(key, wrong, MOST_WRONG_AN_HOUR, now=now)
    return _unless_done(task, request, now=now)


def looked(request: HttpRequest, door: str, code: str, *, found: bool, now: datetime) -> None:
    """Count a code that is nobody's. One that is somebody's is not counted: a ward shares one address."""
    if found:
        limits.counted(request, _opened(door), now=now, what=code)
    else:
        limits.counted(request, door, now=now)


def at_door(request: HttpRequest, task: Task, *, now: datetime) -> dict[str, Any]:
    """What the page that asks for the code needs where it waits: its task, and all else that was sent."""
    of_the_page = ("code", OPEN, tasks.TASK, tasks.WORK)
    sent = [(name, value) for name, values in request.POST.lists() for value in values]
    carried = hidden_inputs([pair for pair in sent if pair[0] not in of_the_page])
    return {"status": 429, "waiting": tasks.waiting(task, button=OPEN, now=now), "carried": carried}


def _opened(door: str) -> str:
    return f"{door} opened"


def _ask(key: UUID, many: int, most: int, *, now: datetime) -> Task:
    return tasks.ask(key, (Doubt.FLOOD,), excess=many / max(most, 1), now=now)


def _unless_done(task: Task, request: HttpRequest, *, now: datetime) -> Task | None:
    return None if task.is_done(request.POST.get(tasks.WORK, ""), now=now) else task
