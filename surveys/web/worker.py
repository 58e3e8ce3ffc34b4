"""The worker that keeps a telling going without a signal: one script at the root (decision 0062)."""

from functools import lru_cache
from hashlib import sha256

from django.contrib.auth.decorators import login_not_required
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe


@login_not_required
@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The script. Browsers ask for it now and then, and take a new version over by themselves."""
    script, tag = _script()
    unchanged = get_conditional_response(request, etag=tag)
    response = unchanged or HttpResponse(script, content_type="text/javascript; charset=utf-8")
    response["Cache-Control"] = "no-cache"
    response["ETag"] = tag
    return response


@lru_cache(maxsize=1)
def _script() -> tuple[bytes, str]:
    with staticfiles_storage.open("worker.js") as file:
        script = file.read()
    return script, f'"{sha256(script).hexdigest()[:32]}"'
