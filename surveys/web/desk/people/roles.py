"""Who has which role where; give a role, end it, sign somebody out."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from surveys.core import clock
from surveys.core.clock import local_date
from surveys.core.errors import Conflict
from surveys.organisations.queries import Organisation
from surveys.people import queries as people
from surveys.people import services
from surveys.people.queries import Membership
from surveys.people.roles import ROLES, Permission
from surveys.web.access import SignedInRequest, at
from surveys.web.desk.people.forms import RoleForm
from surveys.web.desk.people.places import holders
from surveys.web.desk.scope import organisation_ids


@at(Permission.MANAGE)
def people_here(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    """Everybody with a role here or at a part of it, as sentences, place by place."""
    now = clock.now()
    held = people.held_at(organisation_ids(organisation, now=now), on=local_date(now))
    context = {
        "held": list(held),
        "ended": _just_ended(request, organisation, now=now),
        "roles": ROLES,
        "me": request.user.pk,
        "slug": organisation.slug,
    }
    return render(request, "web/desk/people/people.jinja", context)


@at(Permission.MANAGE)
def give(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    """A role for somebody, with a new account where she has none."""
    now = clock.now()
    form = RoleForm(request.POST or None, places=holders(organisation, now=now))
    if form.is_valid():
        try:
            given = _give(request, form, now=now)
        except Conflict as conflict:
            form.add_error(None, str(conflict))
        else:
            messages.success(request, _sentence(given))
            return redirect("desk:people", organisation.slug)
    return render(request, "web/desk/people/give.jinja", {"form": form, "slug": organisation.slug})


@at(Permission.MANAGE)
@require_POST
def end(request: SignedInRequest, organisation: Organisation, membership_id: UUID) -> HttpResponse:
    """From today on somebody no longer has the role; the next page offers to undo it."""
    now = clock.now()
    membership = _found(organisation, membership_id, now=now)
    services.end_role(membership, on=local_date(now), by=request.user, now=now)
    return redirect(f"{reverse('desk:people', args=[organisation.slug])}?ended={membership.pk}")


@at(Permission.MANAGE)
@require_POST
def resume(request: SignedInRequest, organisation: Organisation, membership_id: UUID) -> HttpResponse:
    """The role goes on as if it had not been ended."""
    now = clock.now()
    membership = _found(organisation, membership_id, now=now)
    try:
        services.resume_role(membership, by=request.user, now=now)
    except Conflict as conflict:
        messages.warning(request, str(conflict))
    else:
        messages.success(request, _("Taken back: %(name)s keeps the role.") % {"name": membership.user})
    return redirect("desk:people", organisation.slug)


@at(Permission.MANAGE)
@require_POST
def sign_out(request: SignedInRequest, organisation: Organisation, membership_id: UUID) -> HttpResponse:
    """Every browser in which somebody is signed in has to sign in again."""
    now = clock.now()
    membership = _found(organisation, membership_id, now=now)
    try:
        services.sign_out_everywhere(membership, by=request.user, now=now)
    except Conflict as conflict:
        messages.warning(request, str(conflict))
    else:
        words = _("%(name)s is signed out everywhere and needs a new code to sign in.")
        messages.success(request, words % {"name": membership.user})
    return redirect("desk:people", organisation.slug)


@transaction.atomic
def _give(request: SignedInRequest, form: RoleForm, *, now: datetime) -> Membership:
    given = form.cleaned_data
    user = services.register(email=given["email"], name=given["name"], by=request.user, now=now)
    return services.give_role(
        user,
        role=ROLES[given["role"]],
        organisation=form.chosen_place(),
        valid_from=local_date(now),
        by=request.user,
        now=now,
    )


def _sentence(given: Membership) -> str:
    words = _("%(name)s is now %(role)s at %(place)s and can sign in with %(email)s. Please tell her or him.")
    return words % {
        "name": given.user,
        "role": ROLES[given.role].title,
        "place": given.organisation,
        "email": given.user.email,
    }


def _found(organisation: Organisation, membership_id: UUID, *, now: datetime) -> Membership:
    found = people.at(organisation_ids(organisation, now=now)).filter(pk=membership_id).first()
    if found is None:
        raise Http404
    return found


def _just_ended(request: SignedInRequest, organisation: Organisation, *, now: datetime) -> Any:
    """The role that was ended a moment ago, so that the page can offer to undo it."""
    try:
        membership_id = UUID(request.GET.get("ended", ""))
    except ValueError:
        return None
    today = people.at(organisation_ids(organisation, now=now)).filter(valid_to=local_date(now))
    return today.filter(pk=membership_id).first()
