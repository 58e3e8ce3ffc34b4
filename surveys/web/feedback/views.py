"""A unit's short address: the feedback journey, and whom to ring."""

from collections.abc import Callable
from datetime import date
from functools import partial, wraps

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from surveys.core import clock
from surveys.web.feedback.lookup import MovedError, UnknownAddressError, occasion_after_loss, occasion_at
from surveys.web.framing import may_be_framed
from surveys.web.journey.conduct import conduct
from surveys.web.journey.occasion import Occasion
from surveys.web.journey.remembering import for_a_minute
from surveys.web.public.places import foot_links, partnerships_by_lms

# It stands on the page of every wrong address, which machines guess at, and costs two queries for each LMS.
_everywhere = for_a_minute(partnerships_by_lms)
Page = Callable[[HttpRequest, Occasion], HttpResponse]


def at_short_code(
    view: Page, find: Callable[[str, date], Occasion] = occasion_at
) -> Callable[[HttpRequest, str], HttpResponse]:
    """Find what the short address leads to; where it leads nowhere, say how to find her unit."""

    @wraps(view)
    def found(request: HttpRequest, short_code: str) -> HttpResponse:
        today = clock.local_date(clock.now())
        try:
            return view(request, find(short_code.lower(), today))
        except MovedError as moved:
            context = {"unit": moved.unit, "successors": moved.successors, "foot_links": foot_links()}
            return render(request, "web/feedback/moved.jinja", context, status=410)
        except UnknownAddressError:
            context = {"systems": _everywhere(today), "foot_links": foot_links()}
            return render(request, "web/feedback/not_found.jinja", context, status=404)

    return found


# No cookie and nobody signed in: a forged post could do nothing that its maker could not do in his own
# browser. What guards a send is the signed ticket that its page carried (journey/tickets.py).
@login_not_required
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@at_short_code
def start(request: HttpRequest, occasion: Occasion) -> HttpResponse:
    """The whole journey: the first page to GET, every other page to POST."""
    return conduct(request, occasion, now=clock.now())


@login_not_required
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@partial(at_short_code, find=occasion_after_loss)
def after_loss(request: HttpRequest, occasion: Occasion) -> HttpResponse:
    """The same after a loss: its own questions, for its own readers."""
    return conduct(request, occasion, now=clock.now())


@login_not_required
@require_safe
@at_short_code
def whom_to_ring(request: HttpRequest, occasion: Occasion) -> HttpResponse:
    """Every help line of the unit."""
    context = {"occasion": occasion, "organisation": occasion.place, "help": occasion.help}
    return render(request, "web/feedback/help.jinja", context)


@login_not_required
@require_safe
@at_short_code
@may_be_framed
def card(request: HttpRequest, occasion: Occasion) -> HttpResponse:
    """The way in, for a hospital's own site: it leads to the journey, which itself is never framed."""
    return render(request, "web/feedback/card.jinja", {"occasion": occasion})
