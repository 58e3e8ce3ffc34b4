"""First pages as whole answers, kept for a minute; each woman's has her own ticket spliced in.

The page behind a poster is asked for far more often than any other, and by phones with little time. It is the
same for everybody but for its ticket, so it need not pass through what signed-in pages need (sessions,
accounts, messages): only transport security stands before it.
"""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from surveys.web.journey import tickets
from surveys.web.journey.occasion import Occasion
from surveys.web.journey.remembering import SECONDS, to_forget
from surveys.web.journey.visit import Visit

# Every unit of a few dozen, in every language.
MOST = 512
BEGUN = "begun"


@dataclass(frozen=True)
class Doorstep:
    """An answer cut where its ticket stood."""

    occasion: Occasion
    before: bytes
    after: bytes
    headers: tuple[tuple[str, str], ...]
    minute: int

    def answer(self) -> HttpResponse:
        """The answer with a ticket of its own."""
        ticket = tickets.issue(self.occasion).text.encode()
        return HttpResponse(self.before + ticket + self.after, headers=dict(self.headers))


class FirstPages:
    """Middleware: answers a first page from memory where it was asked for in this minute before."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        plain = request.method == "GET" and not request.META.get("QUERY_STRING")
        known = _kept.get(request.path_info) if plain else None
        if known is not None and known.minute == _minute():
            return known.answer()
        response = self.get_response(request)
        visit = getattr(response, BEGUN, None)
        if plain and visit is not None:
            _keep(request.path_info, response, visit)
        return response


def begun(response: HttpResponse, visit: Visit) -> HttpResponse:
    """Mark an answer as the first page of a telling that has nothing of hers yet but its ticket."""
    setattr(response, BEGUN, visit)
    return response


_kept: OrderedDict[str, Doorstep] = OrderedDict()
to_forget(_kept.clear)


def _keep(path: str, response: HttpResponse, visit: Visit) -> None:
    before, ticket, after = response.content.partition(visit.ticket.text.encode())
    if not ticket or response.cookies or visit.ticket.text.encode() in after:
        return
    _kept[path] = Doorstep(visit.occasion, before, after, tuple(response.headers.items()), _minute())
    _kept.move_to_end(path)
    while len(_kept) > MOST:
        _kept.popitem(last=False)


def _minute() -> int:
    return int(time.monotonic() // SECONDS)
