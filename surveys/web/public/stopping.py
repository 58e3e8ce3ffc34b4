"""One click stops every message, without signing in and without a reason."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from surveys.core import clock
from surveys.notifications import services as notifications


# The token is all the authority there is, and mail programs POST here without having seen a page (RFC 8058).
@login_not_required
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """GET shows one button, since mail scanners follow links; POST stops every message."""
    if request.method != "POST":
        return render(request, "web/public/stop.jinja", {"stopped": False})
    notifications.stop(token, now=clock.now())
    return render(request, "web/public/stop.jinja", {"stopped": True})
