"""You said, we did: what waits, what has been done, a new action, and its end."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from surveys.commitments import queries as commitments
from surveys.commitments import services as acting
from surveys.commitments.queries import Action
from surveys.core import clock
from surveys.core.clock import local_date
from surveys.core.errors import DomainError
from surveys.organisations.queries import Organisation
from surveys.people.roles import Permission
from surveys.themes import queries as themes
from surveys.web.access import SignedInRequest, at
from surveys.web.desk.actions.forms import ActionForm, CloseForm
from surveys.web.desk.scope import organisation_ids, partnership_ids


@at(Permission.KEEP_ACTIONS)
def actions_here(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    """The open actions, the first due first, then those that have come to something."""
    now = clock.now()
    here = list(commitments.actions_of(organisation_ids(organisation, now=now)))
    context = {
        "waiting": [action for action in here if action.closed_on is None],
        "closed": [action for action in reversed(here) if action.closed_on is not None],
        "titles": themes.Frames(partnership_ids(organisation, now=now)).all_titles(),
        "today": local_date(now),
        "slug": organisation.slug,
    }
    return render(request, "web/desk/actions/list.jinja", context)


@at(Permission.KEEP_ACTIONS)
def new(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    """Promise to do something about what was heard."""
    now = clock.now()
    today = local_date(now)
    form = ActionForm(
        request.POST if request.method == "POST" else None,
        themes=list(themes.Frames(partnership_ids(organisation, now=now)).titles().items()),
        plan=commitments.for_organisation(organisation, on=today),
    )
    if form.is_valid():
        try:
            acting.open_action(organisation, action=form.plan(), opened_on=today, by=request.user, now=now)
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The action is on your list and will be in your next report."))
            return redirect("desk:actions", organisation.slug)
    return render(request, "web/desk/actions/new.jinja", {"form": form, "slug": organisation.slug})


@at(Permission.KEEP_ACTIONS)
def close(request: SignedInRequest, organisation: Organisation, action_id: UUID) -> HttpResponse:
    """Say what came of it."""
    now = clock.now()
    action = commitments.actions_of(organisation_ids(organisation, now=now)).filter(pk=action_id).first()
    if action is None:
        raise Http404
    form = CloseForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        given = form.cleaned_data
        try:
            acting.close_action(
                action.pk,
                state=Action.State(given["state"]),
                outcome=given["outcome"],
                closed_on=local_date(now),
                by=request.user,
                now=now,
            )
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("It is written down, and will be in your next report."))
            return redirect("desk:actions", organisation.slug)
    context = {"form": form, "action": action, "slug": organisation.slug}
    return render(request, "web/desk/actions/close.jinja", context)
