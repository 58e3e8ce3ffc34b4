"""Leaving a woman's page quickly, when somebody may look over her shoulder."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

# Pages that the Back button would show, and what the pages keep while she types.
_ON_HER_DEVICE = '"cache", "storage"'


@login_not_required
@require_safe
@never_cache
def leave(request: HttpRequest) -> HttpResponse:
    """To the front page; the browser is told to forget what these pages left on the device."""
    answer = redirect("public:home")
    # A stranger's page may not make her browser forget.
    if request.headers.get("Sec-Fetch-Site", "same-origin") in ("same-origin", "none"):
        answer["Clear-Site-Data"] = _ON_HER_DEVICE
    return answer
