"""The way in to the desk, and the day of whoever sits at it."""

from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from surveys.core import clock
from surveys.organisations.queries import Organisation
from surveys.people import queries as people
from surveys.people.queries import User
from surveys.people.roles import BOARD_MEMBER, Permission
from surveys.web.access import SignedInRequest, at
from surveys.web.desk import wording
from surveys.web.desk.frame import address, after_loss_at
from surveys.web.desk.home.heard import heard_here, queue
from surveys.web.desk.home.needs import needs
from surveys.web.places import Place


def home(request: HttpRequest) -> HttpResponse:
    """`/desk/`: straight to the one place somebody has, or a list of her places."""
    places = _places(cast("User", request.user))
    if len(places) == 1:
        return redirect(places[0].href)
    return render(request, "web/desk/home/places.jinja", {"places": places})


def _places(user: User) -> list[Place]:
    roles = people.roles_of(user)
    desks = {place.slug: place.name for role, place in roles if Permission.READ_FIGURES in role.permissions}
    places = [Place(name, reverse("desk:today", args=[slug])) for slug, name in desks.items()]
    apart = {place for role, place in roles if Permission.MODERATE_LOSS in role.permissions}
    places += [Place(after_loss_at(place), address("desk:loss:home", place)) for place in apart]
    if any(role is BOARD_MEMBER for role, _ in roles):
        places.append(Place("Reports for the board", reverse("board:home")))
    return places


@at(Permission.READ_FIGURES)
def today(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    """What needs her now, what is new, whom she has not heard: as far as her roles reach."""
    now = clock.now()
    held = people.permissions_at(request.user, organisation.pk)
    context: dict[str, Any] = {
        "now": now,
        "slug": organisation.slug,
        "needs": needs(organisation, held, now=now),
        "heard": heard_here(organisation, now=now) if Permission.READ_WORDS in held else None,
        "queue": queue(now=now) if Permission.MODERATE in held else None,
        "reports": _reports(organisation, held),
        "actions": address("desk:actions", organisation) if Permission.KEEP_ACTIONS in held else None,
        "imports": address("desk:imports", organisation) if Permission.IMPORT in held else None,
        "stages": wording.STAGES,
        "fft": wording.FFT,
        "states": wording.STATES,
        "state_kinds": wording.STATE_KINDS,
    }
    return render(request, "web/desk/home/today.jinja", context)


def _reports(organisation: Organisation, held: frozenset[Permission]) -> str:
    """Where she compiles reports, or else where she reads those that have been issued."""
    if Permission.COMPILE_REPORTS in held:
        return address("desk:reports", organisation)
    return reverse("board:home")
