"""What needs a specialist moderator now, and everything that parents have told."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from surveys.core import clock
from surveys.organisations.queries import Organisation
from surveys.people.roles import Permission
from surveys.themes import queries as themes
from surveys.web.access import SignedInRequest, at
from surveys.web.desk import wording
from surveys.web.desk.home.needs import to_check
from surveys.web.desk.listen.queues import AFTER_LOSS
from surveys.web.desk.scope import partnership_ids

PAGE = 20


@at(Permission.MODERATE_LOSS)
def home(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    """What waits, danger first, and what was told, newest first."""
    now = clock.now()
    found = themes.feedback(partnership_ids(organisation, now=now), themes.Wanted(), after_loss=True)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {
        "now": now,
        "needs": list(to_check(organisation, AFTER_LOSS, now)),
        "page": page,
        "heard": themes.told(page.object_list),
        "slug": organisation.slug,
        "happened": wording.HAPPENED,
        "states": wording.STATES,
        "state_kinds": wording.STATE_KINDS,
    }
    return render(request, "web/desk/loss/home.jinja", context)
