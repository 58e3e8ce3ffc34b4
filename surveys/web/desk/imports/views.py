"""Bring in answers: what has been brought in, a new spreadsheet, and what becomes of its rows."""

import csv
from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from surveys.core import clock
from surveys.core.errors import DomainError, NotAllowed
from surveys.organisations.queries import Organisation
from surveys.people.roles import Permission
from surveys.responses.imports import queries, services
from surveys.responses.imports.queries import ImportBatch
from surveys.web.access import SignedInRequest, at
from surveys.web.desk.imports.forms import UploadForm
from surveys.web.desk.imports.here import BUSY, State, batch_of, partnership

PIECE = 1024 * 1024
SHOWN = 50
MOST_REASONS = 8
KINDS = {
    State.UPLOADED: "attention",
    State.CHECKED: "attention",
    State.DONE: "done",
    State.FAILED: "danger",
} | dict.fromkeys(BUSY, "waiting")


@at(Permission.IMPORT)
@require_GET
def imports(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    """Every spreadsheet of this MVP and what became of it."""
    context = {
        "batches": queries.batches([partnership(organisation).pk])[:200],
        "slug": organisation.slug,
        "kinds": KINDS,
    }
    return render(request, "web/desk/imports/imports.jinja", context)


@at(Permission.IMPORT)
def new(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    """Upload a spreadsheet."""
    where = partnership(organisation)
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["sheet"]
        try:
            batch = services.upload(
                file.chunks(PIECE),
                file_name=file.name,
                partnership=where,
                by=request.user,
                now=clock.now(),
            )
        except NotAllowed:
            raise
        except DomainError as problem:
            form.add_error("sheet", str(problem))
        else:
            return redirect("desk:import-columns", organisation.slug, batch.pk)
    return render(request, "web/desk/imports/new.jinja", {"form": form, "slug": organisation.slug})


@at(Permission.IMPORT)
@require_GET
def batch(request: SignedInRequest, organisation: Organisation, batch_id: UUID) -> HttpResponse:
    """How far a spreadsheet is, what would become of its rows, or what became of them."""
    found = batch_of(organisation, batch_id)
    if found.state == State.UPLOADED:
        return redirect("desk:import-columns", organisation.slug, found.pk)
    context: dict[str, Any] = {
        "batch": found,
        "State": State,
        "kinds": KINDS,
        "busy": found.state in BUSY,
        "progress": queries.progress(found),
        "reasons": queries.reasons(found, most=MOST_REASONS),
        "lines": queries.refused(found)[:SHOWN],
        "has_file": queries.has_file(found),
        "slug": organisation.slug,
    }
    return render(request, "web/desk/imports/batch.jinja", context)


@at(Permission.IMPORT)
@require_POST
def check(request: SignedInRequest, organisation: Organisation, batch_id: UUID) -> HttpResponse:
    """Check again, for instance after something went wrong."""
    return _asked(request, organisation, batch_id, services.check)


@at(Permission.IMPORT)
@require_POST
def start(request: SignedInRequest, organisation: Organisation, batch_id: UUID) -> HttpResponse:
    """Bring in what has been checked."""
    return _asked(request, organisation, batch_id, services.start)


def _asked(
    request: SignedInRequest,
    organisation: Organisation,
    batch_id: UUID,
    verb: Callable[..., ImportBatch],
) -> HttpResponse:
    found = batch_of(organisation, batch_id)
    _done(request, lambda now: verb(found.pk, by=request.user, now=now))
    return redirect("desk:import", organisation.slug, found.pk)


@at(Permission.IMPORT)
@require_POST
def remove(request: SignedInRequest, organisation: Organisation, batch_id: UUID) -> HttpResponse:
    """Delete a file that is not wanted."""
    found = batch_of(organisation, batch_id)
    if _done(request, lambda now: services.discard(found.pk, by=request.user, now=now)):
        messages.success(request, _("“%(file)s” has been removed.") % {"file": found.file_name})
    return redirect("desk:imports", organisation.slug)


def _done(request: SignedInRequest, verb: Callable[[datetime], object]) -> bool:
    try:
        verb(clock.now())
    except NotAllowed:
        raise
    except DomainError as problem:
        messages.warning(request, str(problem))
        return False
    return True


@at(Permission.IMPORT)
@require_GET
def refused(request: SignedInRequest, organisation: Organisation, batch_id: UUID) -> HttpResponse:
    """Every refused row's number and reason, as a spreadsheet."""
    found = batch_of(organisation, batch_id)
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="refused-rows.csv"'
    writer = csv.writer(response)
    writer.writerow([_("Row"), _("Reason")])
    writer.writerows(queries.refused_lines(found))
    return response
