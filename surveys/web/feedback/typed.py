"""A short address as it is typed, or pasted from a message: with a full stop or a bracket after it."""

import re

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

CODE = re.compile(r"[-\w]+")


class Untidy:
    """What stands after a short code that is no part of it; the code alone is what views are given."""

    # Django reads this to turn it round, and stumbles over brackets; so it says what a code is not.
    regex = r"[-a-zA-Z0-9_]+[^/\w-]+"

    def to_python(self, value: str) -> str:
        found = CODE.match(value)
        return found[0] if found else value

    def to_url(self, value: str) -> str:
        return value


@login_not_required
@require_safe
def tidied(request: HttpRequest, short_code: str) -> HttpResponse:
    """To the address that was meant."""
    return redirect("feedback:start", short_code)
