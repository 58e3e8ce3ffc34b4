"""Pages for what goes wrong: what happened, and what to do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from surveys.web import expired


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    return render(request, "500.html", status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Either a page of ours that was open too long, or a page of somebody else that posts in her name."""
    if expired.from_elsewhere(request):
        return render(request, "403.html", status=403)
    return expired.page(request, signed_out=False)
