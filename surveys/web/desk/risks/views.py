"""Risks as they wait, and one of them: her words, its clock, in whose hands it is, what was done."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from surveys.core import clock
from surveys.core.clock import local_date
from surveys.core.errors import require
from surveys.moderation import queries as moderation
from surveys.moderation.queries import RiskAsSeen, RiskCase
from surveys.organisations import queries as organisations
from surveys.organisations.queries import Kind, Organisation
from surveys.people import queries as people
from surveys.people.roles import Permission
from surveys.responses import queries as responses
from surveys.themes import queries as themes
from surveys.web.access import SignedInRequest
from surveys.web.desk import wording
from surveys.web.desk.listen.queues import Queue
from surveys.web.desk.risks import forms
from surveys.web.desk.risks.clock import Clock, clock_of
from surveys.web.desk.scope import partnership_ids

# Decided ones stay in the list so long, at most so many.
RECENT, MOST = timedelta(days=90), 50


@dataclass(frozen=True)
class Waiting:
    """A risk in the list, with its clock."""

    seen: RiskAsSeen
    clock: Clock


@dataclass(frozen=True)
class Covered:
    """Who is on call for a place."""

    place: Organisation
    cover: moderation.Cover


def listed(request: SignedInRequest, organisation: Organisation, *, queue: Queue) -> HttpResponse:
    """What waits and who is on call; what was decided lately. No words of anybody."""
    now = clock.now()
    ids = partnership_ids(organisation, now=now)
    held = people.permissions_at(request.user, organisation.pk)
    found = moderation.seen_by(request.user, moderation.open_cases(ids, after_loss=queue.after_loss), now=now)
    decided = moderation.cases(ids, after_loss=queue.after_loss).filter(decided_at__gte=now - RECENT)
    context = {
        "waiting": [Waiting(seen, clock_of(seen.case, now=now)) for seen in found],
        "decided": moderation.seen_by(request.user, decided.order_by("-decided_at")[:MOST], now=now),
        "covered": covered(organisation, queue, now=now),
        "overdue_after_loss": _overdue_after_loss(organisation, held, queue, now),
        "limits": moderation.limits_for(organisation.pk, now=now),
        "may_lead": queue.leads in held,
        "slug": organisation.slug,
        "queue": queue,
    }
    return render(request, "web/desk/risks/list.jinja", context)


def one(request: SignedInRequest, organisation: Organisation, case_id: UUID, *, queue: Queue) -> HttpResponse:
    """One risk, for those who may open it; that they read her words is written down."""
    return page(request, organisation, queue, found_here(organisation, case_id, queue))


def log(request: SignedInRequest, organisation: Organisation, case_id: UUID, *, queue: Queue) -> HttpResponse:
    """All that was done about a risk, to print; without her words."""
    case = found_here(organisation, case_id, queue)
    context = {
        "case": case,
        "lines": moderation.log_of(case, by=request.user, now=clock.now()),
        "openings": moderation.openings_of(case.free_text_id),
        "now": clock.now(),
        "slug": organisation.slug,
        "queue": queue,
    }
    return render(request, "web/desk/risks/log.jinja", context)


def found_here(organisation: Organisation, case_id: UUID, queue: Queue) -> RiskCase:
    """A risk of this organisation, or 404."""
    ids = partnership_ids(organisation, now=clock.now())
    case = moderation.cases(ids, after_loss=queue.after_loss).filter(pk=case_id).first()
    if case is None:
        raise Http404
    return case


def page(
    request: SignedInRequest,
    organisation: Organisation,
    queue: Queue,
    case: RiskCase,
    *,
    contact: str = "",
    **sent: Any,
) -> HttpResponse:
    """The page of one risk; `sent`: the form that has just been sent, by its name. Raises NotAllowed.

    `contact`: how she can be reached, where somebody has just asked for it.
    """
    now = clock.now()
    require(moderation.may_handle(request.user, case, now=now), moderation.LOCKED)
    is_open = case.decided_at is None
    context = {
        "case": case,
        "is_open": is_open,
        "lines": moderation.log_of(case, by=request.user, now=now),
        "me": request.user,
        "slug": organisation.slug,
        "queue": queue,
        "stages": queue.stages,
        "reopen": forms.ReopenForm(),
        "sent": next(iter(sent.values()), None),
        "contact": contact,
    }
    if is_open:
        context |= _to_decide(request, case, now)
    return render(request, "web/desk/risks/risk.jinja", context | sent)


def covered(organisation: Organisation, queue: Queue, *, now: datetime) -> list[Covered]:
    """Who is on call for each MVP here; after a loss, for the LMS."""
    keys = [organisation.pk] if queue.after_loss else partnership_ids(organisation, now=now)
    places = organisations.existing(local_date(now)).filter(pk__in=keys)
    if not queue.after_loss:
        places = places.filter(kind=Kind.MVP)
    return [Covered(one, moderation.cover(one.pk, after_loss=queue.after_loss, now=now)) for one in places]


def _to_decide(request: SignedInRequest, case: RiskCase, now: datetime) -> dict[str, Any]:
    text = case.free_text
    item = moderation.to_check(text, by=request.user, now=now)
    (heard,) = themes.told([text.response])
    able = moderation.eligible(text.partnership_id, after_loss=text.response.after_loss, now=now)
    return {
        "item": item,
        "clock": clock_of(case, now=now),
        "heard": next(one for one in heard.texts if one.id == text.pk),
        "agreed_to_contact": responses.has_agreed(text.response_id, responses.Purpose.CONTACT),
        "openings": moderation.openings_of(case.free_text_id),
        "decide": forms.DecisionForm(now=now),
        "note": forms.NoteForm(),
        "hand": forms.HandOverForm(people=[user for user in able if user.pk != case.taken_by_id]),
        "level": forms.LevelForm(),
        "fft": wording.FFT,
        "happened": wording.HAPPENED.get(text.response.answers.get("happened", ""), ""),
    }


def _overdue_after_loss(
    organisation: Organisation, held: frozenset[Permission], queue: Queue, now: datetime
) -> Covered | None:
    """For an LMS's officer: that something told after a loss is overdue, and whom to ring. Never how much."""
    if queue.after_loss or Permission.MANAGE not in held:
        return None
    late = moderation.open_cases([organisation.pk], after_loss=True).filter(due_at__lte=now)
    if not late.exists():
        return None
    return Covered(organisation, moderation.cover(organisation.pk, after_loss=True, now=now))
