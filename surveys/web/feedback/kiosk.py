"""A tablet on a ward, handed from one woman to the next: the same journey, and nothing of it stays there."""

from functools import partial

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import override
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from surveys.core import clock
from surveys.core.languages import ENGLISH
from surveys.web.feedback.lookup import kiosk_after_loss, kiosk_at
from surveys.web.feedback.views import at_short_code
from surveys.web.journey import rounds
from surveys.web.journey.conduct import conduct
from surveys.web.journey.occasion import Occasion
from surveys.web.journey.visit import Visit

CLEAR = "clear"


# Nobody is signed in: see views.py.
@login_not_required
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@partial(at_short_code, find=kiosk_at)
def start(request: HttpRequest, occasion: Occasion) -> HttpResponse:
    """The whole journey on a shared tablet."""
    return _one_round(request, occasion)


@login_not_required
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@partial(at_short_code, find=kiosk_after_loss)
def after_loss(request: HttpRequest, occasion: Occasion) -> HttpResponse:
    """The same after a loss."""
    return _one_round(request, occasion)


def _one_round(request: HttpRequest, occasion: Occasion) -> HttpResponse:
    """A page of this round; the beginning, where she clears the screen or somebody goes back behind that."""
    over = request.method == "POST" and _is_over(request, Visit.resume(occasion, request.POST))
    answer = _afresh(occasion) if over else conduct(request, occasion, now=clock.now())
    # Unlike on her own phone, the Back button must not show what she had typed.
    answer["Cache-Control"] = "no-store"
    return answer


def _is_over(request: HttpRequest, visit: Visit) -> bool:
    if CLEAR in request.POST:
        rounds.clear(visit)
        return True
    return rounds.is_cleared(visit)


def _afresh(occasion: Occasion) -> HttpResponse:
    # Not in the language of whoever was here before.
    with override(ENGLISH.code):
        return redirect("feedback:kiosk", *occasion.start.arguments)
