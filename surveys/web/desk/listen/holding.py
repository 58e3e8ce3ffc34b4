"""Who has a comment open holds it: while she works on it, until she leaves, and for a few minutes at most."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_POST

from surveys.core import clock
from surveys.moderation import queries as moderation
from surveys.moderation import services as moderating
from surveys.moderation.queries import Claim, FreeText
from surveys.organisations.queries import Organisation
from surveys.web.access import SignedInRequest
from surveys.web.desk.home.ages import age
from surveys.web.desk.listen.lookup import text_here
from surveys.web.desk.listen.queues import Queue
from surveys.web.desk.scope import partnership_ids


def taken(request: SignedInRequest, text: FreeText) -> tuple[Claim | None, Claim | None]:
    """Her claim to a text, or else the claim of whoever has it open."""
    now = clock.now()
    mine = moderating.claim(text.pk, by=request.user, now=now)
    if mine is not None:
        return mine, None
    return None, moderation.held_by_others([text.pk], by=request.user, now=now).get(text.pk)


def elsewhere(
    request: SignedInRequest, organisation: Organisation, text: FreeText, claim: Claim | None, queue: Queue
) -> HttpResponse:
    """The page that says who has the comment open, without its words."""
    now = clock.now()
    context = {
        "claim": claim,
        "since": age(claim.held_since, now=now) if claim else "",
        "waited": age(moderation.said_at(text), now=now),
        "text": text,
        "slug": organisation.slug,
        "queue": queue,
    }
    return render(request, "web/desk/listen/held.jinja", context)


def open_with_others(organisation: Organisation, queue: Queue, *, by: HttpRequest) -> list[Claim]:
    """What others have open here now."""
    now = clock.now()
    ids = partnership_ids(organisation, now=now)
    held = moderation.held(ids, after_loss=queue.after_loss, now=now)
    return [claim for claim in held if claim.held_by_id != by.user.pk]


@require_POST
def hold(
    request: SignedInRequest, organisation: Organisation, text_id: UUID, *, queue: Queue
) -> HttpResponse:
    """She is still at it: until when she holds it now; 409 with who has it where she holds it no more."""
    mine, other = taken(request, text_here(organisation, text_id, queue))
    if mine is None:
        return HttpResponse(str(other.held_by) if other else "", status=409, content_type="text/plain")
    return HttpResponse(mine.held_until.isoformat(), content_type="text/plain")


@require_POST
def let_go(
    request: SignedInRequest, organisation: Organisation, text_id: UUID, *, queue: Queue
) -> HttpResponse:
    """She leaves the comment to others. `until` is what her page was told: late messages do nothing."""
    text = text_here(organisation, text_id, queue)
    until = _moment(request.POST.get("until", ""))
    if until is not None:
        moderating.let_go(text.pk, held_until=until, by=request.user)
    return redirect(queue.page("check-list"), organisation.slug)


def _moment(given: str) -> datetime | None:
    try:
        moment = parse_datetime(given)
    except ValueError:
        return None
    return moment if moment is not None and moment.tzinfo is not None else None
