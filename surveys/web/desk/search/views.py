"""Search what women said: the words are sent once and kept for a day, and stand in no address."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render

from surveys.core import clock
from surveys.core.clock import local_date
from surveys.organisations import queries as organisations
from surveys.organisations.queries import Organisation
from surveys.themes import queries as themes
from surveys.themes import services as theming
from surveys.themes.queries import Asked, Found, Mark
from surveys.web.access import SignedInRequest
from surveys.web.desk import wording
from surveys.web.desk.listen.queues import Queue
from surveys.web.desk.scope import partnership_ids
from surveys.web.desk.search.forms import SPOKEN, WORDS, SearchForm

# In an address: the key of what was looked for, and where in the results the page begins.
ASKED = "asked"
OLDER = "older"
NEWER = "newer"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TICK = timedelta(microseconds=1)


def search(request: SignedInRequest, organisation: Organisation, *, queue: Queue) -> HttpResponse:
    """What fits, newest first. Sent words are kept, and the answer is an address that has only their key."""
    if request.method == "POST":
        form = _form(request.POST, organisation, queue)
        if form.is_valid():
            return redirect(_address(request, organisation, queue, form))
        return _page(request, queue, organisation, {"form": form})
    asked = _asked(request, organisation, queue)
    data = request.GET.copy()
    data[WORDS] = asked.words if asked else ""
    form = _form(data, organisation, queue)
    if request.GET.get(ASKED) and asked is None:
        return _page(request, queue, organisation, {"form": form, "gone": True})
    found = _found(request, organisation, queue, form, asked)
    return _page(request, queue, organisation, {"form": form} | found)


def _found(
    request: SignedInRequest,
    organisation: Organisation,
    queue: Queue,
    form: SearchForm,
    asked: Asked | None,
) -> dict[str, Any]:
    found = themes.search(
        partnership_ids(organisation, now=clock.now()),
        form.looked(),
        mark=_mark(request),
        after_loss=queue.after_loss,
        by=request.user,
    )
    is_first = found.newer is None
    kept = form.filters() | ({ASKED: str(asked.id)} if asked else {})
    return {
        "asked": asked if is_first else None,
        "close": _close(request, organisation, queue, form, asked) if is_first else [],
        "page": found,
        "older": found.older and f"?{urlencode({**kept, OLDER: _written(found.older)})}#results",
        "newer": found.newer and f"?{urlencode({**kept, NEWER: _written(found.newer)})}#results",
    }


def _close(
    request: SignedInRequest,
    organisation: Organisation,
    queue: Queue,
    form: SearchForm,
    asked: Asked | None,
) -> Sequence[Found]:
    """What may mean the same, once a worker has said what was meant."""
    if asked is None or not asked.meaning:
        return []
    return themes.closest(
        partnership_ids(organisation, now=clock.now()),
        form.looked(),
        asked.meaning,
        after_loss=queue.after_loss,
        by=request.user,
    )


def _page(
    request: SignedInRequest, queue: Queue, organisation: Organisation, context: dict[str, Any]
) -> HttpResponse:
    own = {
        "queue": queue,
        "slug": organisation.slug,
        "stages": queue.stages,
        "sentiments": wording.SENTIMENTS,
        "languages": SPOKEN,
    }
    return render(request, "web/desk/search/search.jinja", own | context)


def _form(data: Any, organisation: Organisation, queue: Queue) -> SearchForm:
    now = clock.now()
    return SearchForm(
        data,
        units=[] if queue.after_loss else list(organisations.units(organisation, on=local_date(now))),
        titles=themes.Frames(partnership_ids(organisation, now=now)).all_titles(),
        after_loss=queue.after_loss,
        now=now,
    )


def _address(request: SignedInRequest, organisation: Organisation, queue: Queue, form: SearchForm) -> str:
    query, words = form.filters(), form.cleaned_data[WORDS]
    if words:
        question = theming.ask(
            words,
            organisation_id=organisation.pk,
            after_loss=queue.after_loss,
            by=request.user,
            now=clock.now(),
        )
        query[ASKED] = str(question.pk)
    return f"{queue.address('search', organisation.slug)}?{urlencode(query)}#results"


def _asked(request: SignedInRequest, organisation: Organisation, queue: Queue) -> Asked | None:
    try:
        key = UUID(request.GET.get(ASKED, ""))
    except ValueError:
        return None
    return themes.asked(
        key, organisation_id=organisation.pk, after_loss=queue.after_loss, by=request.user, now=clock.now()
    )


def _written(mark: Mark) -> str:
    return f"{(mark.said_at - _EPOCH) // _TICK}.{mark.text_id}"


def _mark(request: SignedInRequest) -> Mark | None:
    """Where the page begins; what cannot be read means at the newest."""
    newer = NEWER in request.GET
    moment, _dot, key = request.GET.get(NEWER if newer else OLDER, "").partition(".")
    try:
        return Mark(_EPOCH + int(moment) * _TICK, UUID(key), newer)
    except (ValueError, OverflowError):
        return None
