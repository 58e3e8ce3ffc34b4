"""What else is sent (a draft, more words, a wish to hear) comes slowly too where many send from one address.

As with a telling, nobody is refused because of where she is: up to so many an hour nothing is asked, and over
it the same little work or wait (decision 0071).
"""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest

from surveys.responses.queries import Doubt
from surveys.web.journey import limits, tasks
from surveys.web.journey.tasks import Task


def first(request: HttpRequest, purpose: str, key: UUID, *, now: datetime) -> Task | None:
    """What has to be done before this is taken; None where it goes through now.

    `key` says what it is for: a task done is of no use for anything else.
    """
    task = tasks.given(request.POST, key, now=now)
    if task is not None:
        return None if task.is_done(request.POST.get(tasks.WORK, ""), now=now) else task
    sent = limits.counted(request, purpose, now=now)
    if sent <= settings.SENDS_AN_HOUR:
        return None
    excess = sent / max(settings.SENDS_AN_HOUR, 1)
    return tasks.ask(key, (Doubt.FLOOD,), excess=excess, now=now)
