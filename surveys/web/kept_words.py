"""What her phone keeps, in words: the same on every page of a language, so fetched once (decision 0090).

The address says which words they are, so they may be kept for good; without scripts nobody asks for them.
"""

from functools import lru_cache
from hashlib import sha256

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_safe

from surveys.core.languages import LANGUAGES
from surveys.web.languages import spoken

VERSION = "v"
FOR_GOOD = "public, max-age=31536000, immutable"


@login_not_required
@require_safe
def kept_words(request: HttpRequest) -> HttpResponse:
    """The words in the language of the address."""
    html, mark = _words(spoken().code)
    response = HttpResponse(html)
    response["Cache-Control"] = FOR_GOOD if request.GET.get(VERSION) == mark else "no-cache"
    return response


def address() -> str:
    """Where the words are in the language spoken now."""
    _, mark = _words(spoken().code)
    return f"{reverse('kept-words')}?{VERSION}={mark}"


def forget() -> None:
    """Say them anew: for tests, which change what is said."""
    _words.cache_clear()


@lru_cache(maxsize=len(LANGUAGES))
def _words(language: str) -> tuple[str, str]:
    """The words in the language spoken now, which is this one, and what tells them from others."""
    html = render_to_string("web/kept_words.jinja", using="jinja2")
    return html, sha256(html.encode()).hexdigest()[:8]
