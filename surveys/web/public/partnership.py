"""An MVP in public: who it is, what it asks, what it heard and what changed; and a card for other sites."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from surveys.commitments import queries as commitments
from surveys.commitments.queries import Action
from surveys.consultations import queries as consultations
from surveys.consultations.queries import Consultation
from surveys.core import clock
from surveys.organisations import queries as organisations
from surveys.organisations.queries import Kind, Organisation
from surveys.web.framing import may_be_framed
from surveys.web.public import figures
from surveys.web.public.places import foot_links
from surveys.web.public.views import asks

CLOSED_SHOWN = 12
ON_A_CARD = 3


@dataclass(frozen=True)
class Changes:
    """You said, and what came of it: the first due first, the latest closed first."""

    waiting: list[Action]
    closed: list[Action]

    @property
    def latest(self) -> list[Action]:
        """The few that fit on a card: what has come of something, then what is waited for."""
        return [*self.closed, *self.waiting][:ON_A_CARD]


@login_not_required
@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """Who an MVP is, where to give feedback, what it asks, what it heard and what changed."""
    now, place = clock.now(), asks(slug)
    opened = consultations.public([place.pk], now=now)
    asked = [(one, consultations.phase_at(one, now=now)) for one in opened]
    context = _shared(place, now=now) | {
        "short_code": place.short_code,
        "lms": _lms(place, now=now),
        "units": organisations.units(place, on=clock.local_date(now)).filter(short_code__isnull=False),
        "others": [(one, phase) for one, phase in asked if not consultations.is_open(one, now=now)],
        "heard": figures.latest(place.pk),
        "licence": settings.OPEN_DATA_LICENCE,
        "foot_links": foot_links(),
    }
    return render(request, "web/public/partnership.jinja", context)


@login_not_required
@require_safe
@may_be_framed
def card(request: HttpRequest, slug: str) -> HttpResponse:
    """What an MVP asks now and what changed, small, for other people's pages."""
    return render(request, "web/public/card.jinja", _shared(asks(slug), now=clock.now()))


def _shared(place: Organisation, *, now: datetime) -> dict[str, object]:
    return {
        "organisation": place.name,
        "slug": place.slug,
        "open_now": _open_now(place, now=now),
        "changes": _changes(place.pk),
    }


def _open_now(place: Organisation, *, now: datetime) -> list[Consultation]:
    return list(consultations.open_now([place.pk], now=now))


def _changes(place_id: UUID) -> Changes:
    actions = list(commitments.actions_of([place_id]))
    closed = [action for action in reversed(actions) if action.closed_on]
    return Changes(
        waiting=[action for action in actions if action.closed_on is None],
        closed=closed[:CLOSED_SHOWN],
    )


def _lms(place: Organisation, *, now: datetime) -> str:
    """The LMS that an MVP is part of; empty for an LMS itself."""
    found = organisations.over(place, kind=Kind.LMS, on=clock.local_date(now))
    return "" if found is None or found == place else found.name
