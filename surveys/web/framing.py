"""Cards of ours that other people's pages may show in a frame; nothing else of ours can be framed."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from csp.constants import NONE, SELF
from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse
from django.views.decorators.clickjacking import xframe_options_exempt

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]

# No script, no form, no picture: only words, links and our own style. Whoever likes may frame it.
POLICY = {
    "default-src": [NONE],
    "style-src": [SELF],
    "base-uri": [NONE],
    "form-action": [NONE],
    "frame-ancestors": ["*"],
}
FIVE_MINUTES = "public, max-age=300"


def may_be_framed(view: View[P]) -> View[P]:
    """Let every page show this one in a frame. It must be the same for everybody and hold no form.

    Where a link in it is followed, or its style fetched, nobody is told which page it stood on.
    """

    @wraps(view)
    def card(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        answer = view(request, *args, **kwargs)
        answer["Referrer-Policy"] = "no-referrer"
        answer["Cache-Control"] = FIVE_MINUTES
        return answer

    return cast("View[P]", xframe_options_exempt(csp_replace(POLICY)(card)))
