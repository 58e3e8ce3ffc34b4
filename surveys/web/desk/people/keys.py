"""Keys with which other systems use the API: make one, see which there are, revoke one."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from surveys.core import clock
from surveys.core.errors import Conflict
from surveys.organisations.queries import Organisation
from surveys.people import queries as people
from surveys.people import services
from surveys.people.roles import Permission
from surveys.web.access import SignedInRequest, at
from surveys.web.desk.people.forms import KeyForm
from surveys.web.desk.people.places import holders
from surveys.web.desk.scope import organisation_ids


@at(Permission.MANAGE)
@never_cache
def keys(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    """Every key, and a form for a new one. The answer to the form shows the new key, this once."""
    now = clock.now()
    places = holders(organisation, now=now)
    form, made = KeyForm(request.POST or None, places=places), None
    if form.is_valid():
        name = form.cleaned_data["name"]
        try:
            _key, made = services.make_api_key(form.chosen_place(), name=name, by=request.user, now=now)
        except Conflict as conflict:
            form.add_error("name", str(conflict))
        else:
            form = KeyForm(places=places)
    context: dict[str, Any] = {
        "keys": list(people.keys_of(organisation_ids(organisation, now=now))),
        "form": form,
        "made": made,
        "slug": organisation.slug,
    }
    return render(request, "web/desk/people/keys.jinja", context)


@at(Permission.MANAGE)
@require_POST
def revoke(request: SignedInRequest, organisation: Organisation, key_id: UUID) -> HttpResponse:
    """The key opens nothing from now on."""
    now = clock.now()
    key = people.keys_of(organisation_ids(organisation, now=now)).filter(pk=key_id).first()
    if key is None:
        raise Http404
    services.revoke_api_key(key.pk, by=request.user, now=now)
    messages.success(request, _("The key “%(name)s” no longer opens anything.") % {"name": key.name})
    return redirect("desk:keys", organisation.slug)
