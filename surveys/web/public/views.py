"""Pages about the product."""

from datetime import date

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from surveys.core import clock
from surveys.organisations import queries as organisations
from surveys.organisations.queries import Kind, Organisation
from surveys.web.public.places import foot_links, partnerships_by_lms

# When every sentence of the accessibility statement was last found true, as docs/accessibility.md says.
ACCESSIBILITY_CHECKED_ON = date(2026, 11, 26)
CLOSED = ("account/", "api/", "board/", "desk/", "go-on", "kept/", "stop/")
ROBOTS = "\n".join(["User-agent: *", *(f"Disallow: /{path}" for path in CLOSED), ""])


@login_not_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What this is, and every MVP under its LMS."""
    systems = partnerships_by_lms(clock.local_date(clock.now()))
    return render(request, "web/public/home.jinja", {"systems": systems, "foot_links": foot_links()})


@login_not_required
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept of a woman's words, and what is not."""
    return render(request, "web/public/privacy.jinja", {"foot_links": foot_links()})


@login_not_required
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    context = {"foot_links": foot_links(), "checked_on": ACCESSIBILITY_CHECKED_ON}
    return render(request, "web/public/accessibility.jinja", context)


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
