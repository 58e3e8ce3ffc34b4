"""One click stops every message, or deletes what is kept about an address: no account, no reason."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from surveys.core import clock
from surveys.notifications import services as notifications
from surveys.notifications.queries import asked_by_link


# The token is all the authority there is, and mail programs POST here without having seen a page (RFC 8058).
@login_not_required
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """GET shows one button, since mail scanners follow links; POST stops every message."""
    if request.method != "POST":
        return _page(request, "web/public/stop.jinja", stopped=False, token=token)
    notifications.stop(token, now=clock.now())
    return _page(request, "web/public/stop.jinja", stopped=True, token=token)


# As above.
@login_not_required
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def kept(request: HttpRequest, token: str) -> HttpResponse:
    """GET shows what is kept about the address to which this link was sent; POST deletes it."""
    if request.method != "POST":
        return _page(request, "web/public/kept.jinja", asked=asked_by_link(token), deleted=False)
    notifications.forget(token, now=clock.now())
    return _page(request, "web/public/kept.jinja", asked=[], deleted=True)


def _page(request: HttpRequest, template: str, **context: object) -> HttpResponse:
    answer = render(request, template, context)
    answer["Cache-Control"] = "no-store"
    # The link is all the authority there is: no other page learns it.
    answer["Referrer-Policy"] = "no-referrer"
    return answer
