"""One request of a telling: which page was sent, which button was pressed, which page comes next."""

from dataclasses import replace
from datetime import datetime

from django.http import HttpRequest, HttpResponse

from surveys.web.journey import forms, machine, offline, pages, saving, sending, tickets
from surveys.web.journey.doorstep import begun
from surveys.web.journey.occasion import Occasion
from surveys.web.journey.route import Kind, Step
from surveys.web.journey.visit import AT, Visit

BACK = "back"
SKIP = "skip"
CHANGE = "change"
# The same page again, as it is: she has chosen another language.
STAY = "stay"
# From the ordinary questions to those after a loss, or back: the first page there.
BEGIN = "begin"


def conduct(request: HttpRequest, occasion: Occasion, *, now: datetime) -> HttpResponse:
    """Answer one request for an occasion: the first page to GET, the next page to POST."""
    if request.method != "POST":
        return _begin(request, occasion)
    visit = Visit.resume(occasion, request.POST)
    if BEGIN in request.POST:
        return pages.show(visit.begun(), visit.occasion.route.first)
    here = visit.occasion.route.at(request.POST.get(AT, ""))
    if STAY in request.POST:
        return pages.show(visit, here)
    if any(button in request.POST for button in saving.BUTTONS):
        return saving.press(request, visit, here, now=now)
    if BACK in request.POST:
        return _back(visit, here)
    if CHANGE in request.POST:
        wanted = visit.occasion.route.at(request.POST[CHANGE])
        return pages.show(replace(visit, returning=True), wanted)
    if here.kind is Kind.REVIEW:
        return sending.send(request, visit, now=now)
    return _skip(visit, here) if SKIP in request.POST else _go_on(visit, here)


def _begin(request: HttpRequest, occasion: Occasion) -> HttpResponse:
    if offline.ASKED in request.GET:
        return offline.page(request, occasion)
    if machine.asks(request):
        asked = tickets.marked(request.GET.get(machine.VERSION, ""), occasion)
        return machine.ticket(Visit.begin(asked, request.GET).renewed())
    visit = Visit.begin(occasion, request.GET)
    return begun(pages.begin(visit), visit)


def _back(visit: Visit, here: Step) -> HttpResponse:
    return _to_review(visit) if visit.returning else pages.show(visit, visit.occasion.route.before(here))


def _go_on(visit: Visit, here: Step) -> HttpResponse:
    form = forms.checked(here, visit.occasion, visit.given)
    return _next(visit, here) if form.is_valid() else pages.put_right(visit, here, form)


def _skip(visit: Visit, here: Step) -> HttpResponse:
    # A radio cannot be unticked, so skipping takes a choice back; words stay until she deletes them herself.
    return _next(replace(visit, given=visit.given.without(here.choices)), here)


def _next(visit: Visit, here: Step) -> HttpResponse:
    return _to_review(visit) if visit.returning else pages.show(visit, visit.occasion.route.after(here))


def _to_review(visit: Visit) -> HttpResponse:
    return pages.review(replace(visit, returning=False))
