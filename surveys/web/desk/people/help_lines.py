"""Help lines, each with the day on which somebody last rang it or looked."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from surveys.core import clock
from surveys.core.clock import local_date
from surveys.organisations import queries as organisations
from surveys.organisations import services
from surveys.organisations.queries import HelpLine, Organisation
from surveys.people.roles import Permission
from surveys.web.access import SignedInRequest, at
from surveys.web.desk.people.forms import HelpLineForm, PlacedHelpLineForm
from surveys.web.desk.people.places import parts
from surveys.web.desk.scope import organisation_ids

GOOD_FOR = timedelta(days=90)
WORDS = tuple(HelpLineForm.base_fields)


@at(Permission.MANAGE)
def listed(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    """The lines of this organisation and its parts, those longest unchecked first; then England's."""
    now = clock.now()
    context = {
        "lines": list(organisations.help_lines_at(organisation_ids(organisation, now=now))),
        "england": list(organisations.england_help_lines()),
        "good_since": local_date(now) - GOOD_FOR,
        "slug": organisation.slug,
    }
    return render(request, "web/desk/people/help_lines.jinja", context)


@at(Permission.MANAGE)
def new(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    """One more help line."""
    now = clock.now()
    form = PlacedHelpLineForm(request.POST or None, places=parts(organisation, now=now))
    if form.is_valid():
        services.list_help_line(
            organisation=form.chosen_place(),
            **_words(form),
            checked_on=local_date(now),
            by=request.user,
            now=now,
        )
        return _kept(request, organisation)
    return render(request, "web/desk/people/help_line.jinja", {"form": form, "slug": organisation.slug})


@at(Permission.MANAGE)
def change(request: SignedInRequest, organisation: Organisation, line_id: UUID) -> HttpResponse:
    """Other words or numbers for one line, which counts as having checked it."""
    now = clock.now()
    line = _found(organisation, line_id)
    form = HelpLineForm(request.POST or None, initial={name: getattr(line, name) for name in WORDS})
    if form.is_valid():
        services.change_help_line(line, **_words(form), checked_on=local_date(now), by=request.user, now=now)
        return _kept(request, organisation)
    context = {"form": form, "line": line, "slug": organisation.slug}
    return render(request, "web/desk/people/help_line.jinja", context)


@at(Permission.MANAGE)
@require_POST
def checked(request: SignedInRequest, organisation: Organisation, line_id: UUID) -> HttpResponse:
    """Somebody rang it or looked today, and it was right."""
    now = clock.now()
    line = _found(organisation, line_id)
    services.check_help_line(line, checked_on=local_date(now), by=request.user, now=now)
    messages.success(request, _("“%(name)s” is marked as checked today.") % {"name": line.name})
    return redirect("desk:help-lines", organisation.slug)


def _words(form: HelpLineForm) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in WORDS}


def _kept(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    messages.success(request, _("The help line is kept, and marked as checked today."))
    return redirect("desk:help-lines", organisation.slug)


def _found(organisation: Organisation, line_id: UUID) -> HelpLine:
    ids = organisation_ids(organisation, now=clock.now())
    found = organisations.help_lines_at(ids).filter(pk=line_id).first()
    if found is None:
        raise Http404
    return found
