"""A consultation in public: what is proposed, answering it, and asking to hear about it."""

from datetime import datetime
from uuid import uuid5

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from surveys.commitments import queries as commitments
from surveys.consultations import queries as consultations
from surveys.consultations.queries import Consultation
from surveys.core import clock
from surveys.notifications import services as notifications
from surveys.web.journey import machine, slowing, tasks
from surveys.web.journey.conduct import conduct
from surveys.web.journey.tasks import Task, Waiting
from surveys.web.journey.visit import REMINDER
from surveys.web.languages import spoken
from surveys.web.public.hearing import HearForm
from surveys.web.public.occasions import occasion_of
from surveys.web.public.places import foot_links
from surveys.web.public.views import asks


@login_not_required
@require_safe
def consultation(request: HttpRequest, slug: str, consultation_slug: str) -> HttpResponse:
    """What is proposed and why, until when, and what came of it."""
    found, now = _opened(slug, consultation_slug), clock.now()
    return _page(request, found, HearForm(is_open=consultations.is_open(found, now=now)), now=now)


# No cookie and nobody signed in: see feedback/views.py.
@login_not_required
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, slug: str, consultation_slug: str) -> HttpResponse:
    """Answer it, a page at a time."""
    now = clock.now()
    occasion = occasion_of(slug, consultation_slug, clock.local_date(now))
    # Who wrote without a signal is told by the answer to what she sends.
    if request.method != "POST" and occasion.is_closed(now) and not machine.asks(request):
        return redirect(occasion.home)
    return conduct(request, occasion, now=now)


# Nobody is signed in, so a forged post gains nothing; and every e-mail has a link that stops them all.
@login_not_required
@csrf_exempt
@require_POST
def hear(request: HttpRequest, slug: str, consultation_slug: str) -> HttpResponse:
    """Remember that somebody wants to be reminded of it or to hear its result; never what she answered."""
    found, now = _opened(slug, consultation_slug), clock.now()
    form = HearForm(request.POST, is_open=consultations.is_open(found, now=now))
    if not form.is_valid():
        return _page(request, found, form, now=now)
    whose = uuid5(found.pk, form.cleaned_data["email"].lower())
    task = slowing.first(request, "hear", whose, now=now)
    if task is not None:
        return _wait(request, found, form, task, now=now)
    notifications.subscribe(found.pk, now=now, language=spoken().code, **form.wishes())
    context = _shared(found) | {"consultation": found}
    return render(request, "web/public/hearing.jinja", context)


def _wait(
    request: HttpRequest, found: Consultation, form: HearForm, task: Task, *, now: datetime
) -> HttpResponse:
    """The page again, with what she asked for and a task: very many ask from where she is."""
    waiting = tasks.waiting(task, button="hear", now=now)
    response = _page(request, found, form, now=now, status=429, waiting=waiting)
    response["Retry-After"] = str(waiting.seconds)
    return response


def _page(
    request: HttpRequest,
    found: Consultation,
    form: HearForm,
    *,
    now: datetime,
    status: int = 200,
    **waits: Waiting,
) -> HttpResponse:
    context = _shared(found) | {
        "consultation": found,
        "phase": consultations.phase_at(found, now=now),
        "is_open": consultations.is_open(found, now=now),
        "options": found.options.order_by("position"),
        "commitments": commitments.of_consultation(found.pk),
        "form": form,
        "answer_address": _address("public:answer", found) + _reminder(request),
        "hear_address": _address("public:hear", found),
    }
    return render(request, "web/public/consultation.jinja", context | waits, status=status)


def _opened(slug: str, consultation_slug: str) -> Consultation:
    place = asks(slug)
    found = consultations.public([place.pk], now=clock.now()).filter(slug=consultation_slug).first()
    if found is None:
        raise Http404
    return found


def _shared(found: Consultation) -> dict[str, object]:
    place = found.organisation
    home = reverse("public:partnership", args=[place.slug])
    return {"organisation": place.name, "organisation_url": home, "foot_links": foot_links()}


def _address(name: str, found: Consultation) -> str:
    return reverse(name, args=[found.organisation.slug, found.slug])


def _reminder(request: HttpRequest) -> str:
    """The token of a reminder's link goes along, so that she is not reminded once she has answered."""
    token = request.GET.get(REMINDER)
    return "?" + urlencode({REMINDER: token}) if token else ""
