"""The same answers for a program: the worker in her browser, which sends what waited for a signal.

It says so by asking for JSON (decision 0062). Each answer has a status: `stored`; `known`, sent before under
this key; `late`, the key is too old and nothing was stored with it; `refused`, with a sentence that says what
to do; `wait`, to be sent again with its `task` after so many `seconds` (decision 0071). `serious`: her words
sound like danger (decision 0050). `ticket` is the key for what is sent next.
"""

from datetime import datetime

from django.http import HttpRequest, HttpResponse, JsonResponse

from surveys.web.journey import danger
from surveys.web.journey.forms import Form
from surveys.web.journey.route import Step
from surveys.web.journey.tasks import Task
from surveys.web.journey.visit import Visit

# In the address where a key is asked for, always: the mark of the version that her page asked
# (tickets.version_mark). Without it the address is that of a first page, which may be answered from memory.
VERSION = "version"


def asks(request: HttpRequest) -> bool:
    """Whether a program asks; browsers that open a page always want HTML first."""
    return request.headers.get("accept") == "application/json"


def ticket(visit: Visit) -> HttpResponse:
    """A key for a telling that began without a signal."""
    return _answer(ticket=visit.ticket.text)


def thanks(visit: Visit, code: str, *, again: bool = False) -> HttpResponse:
    """Her receipt. `again`: it had been stored before; what she changed since goes under another key."""
    status = "known" if again else "stored"
    serious = danger.is_serious(visit.given.texts(visit.occasion.definition))
    return _answer(status=status, receipt=code, serious=serious, ticket=visit.renewed().ticket.text)


def late(visit: Visit) -> HttpResponse:
    return _answer(status="late", ticket=visit.ticket.text)


def review(visit: Visit, *, notice: str = "", status: int = 200) -> HttpResponse:
    """Not stored, for the reason in `notice`."""
    return _answer(http_status=status, status="refused", message=notice, ticket=visit.ticket.text)


def wait(visit: Visit, task: Task, *, now: datetime) -> HttpResponse:
    """Not stored yet: to be sent again with this task, once its seconds are over."""
    seconds = task.seconds_left(now)
    response = _answer(http_status=429, status="wait", task=task.text, seconds=seconds)
    response["Retry-After"] = str(seconds)
    return response


def put_right(visit: Visit, step: Step, form: Form) -> HttpResponse:
    """Not stored, because of what she can put right on one page."""
    message = next(str(error) for errors in form.errors.values() for error in errors)
    return review(visit, notice=message)


def _answer(*, http_status: int = 200, **said: str | bool | int) -> HttpResponse:
    response = JsonResponse(said, status=http_status)
    response["Cache-Control"] = "no-store"
    return response
