"""Pages about the product and each MVP."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from surveys.consultations import queries as consultations
from surveys.core import clock
from surveys.organisations import queries as organisations
from surveys.organisations.queries import Kind, Organisation
from surveys.web.public.places import foot_links, partnerships_by_lms

CLOSED = ("account/", "api/", "board/", "desk/", "stop/")
ROBOTS = "\n".join(["User-agent: *", *(f"Disallow: /{path}" for path in CLOSED), ""])


@login_not_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What this is, and every MVP under its LMS."""
    systems = partnerships_by_lms(clock.local_date(clock.now()))
    return render(request, "web/public/home.jinja", {"systems": systems, "foot_links": foot_links()})


@login_not_required
@require_safe
def partnership(request: HttpRequest, slug: str) -> HttpResponse:
    """Who an MVP is, where to give feedback, what it asks and what came of what it asked."""
    now = clock.now()
    place = asks(slug)
    opened = consultations.public([place.pk], now=now)
    asked = [(one, consultations.phase_at(one, now=now)) for one in opened]
    context = {
        "organisation": place.name,
        "short_code": place.short_code,
        "units": organisations.units(place, on=clock.local_date(now)).filter(short_code__isnull=False),
        "open_now": [one for one in opened if consultations.is_open(one, now=now)][::-1],
        "others": [(one, phase) for one, phase in asked if not consultations.is_open(one, now=now)],
        "slug": slug,
        "foot_links": foot_links(),
    }
    return render(request, "web/public/partnership.jinja", context)


@login_not_required
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept of a woman's words, and what is not."""
    return render(request, "web/public/privacy.jinja", {"foot_links": foot_links()})


@login_not_required
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return render(request, "web/public/accessibility.jinja", {"foot_links": foot_links()})


@login_not_required
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What search engines may read."""
    return HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8")


def asks(slug: str) -> Organisation:
    """The MVP (or LMS) of this address. Raises Http404."""
    place = organisations.by_slug(slug)
    if place is None or place.kind not in (Kind.MVP, Kind.LMS):
        raise Http404
    return place
