"""Closed by default; but what somebody was writing when her session ended is kept on her screen."""

from collections.abc import Callable

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponseBase

from surveys.web import expired


class Gate(LoginRequiredMiddleware):
    """Sends strangers to sign in. A form that comes too late is shown again, to be sent after signing in."""

    def handle_no_permission(  # type: ignore[override]  # the stubs know of the redirect only
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase]
    ) -> HttpResponseBase:
        if expired.may_send_again(request):
            return expired.page(request, signed_out=True)
        return super().handle_no_permission(request, view_func)
