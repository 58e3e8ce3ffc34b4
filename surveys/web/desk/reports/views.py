"""Compile a report, look at it, word it, sign it off, and see who was sent it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from surveys.core import clock
from surveys.core.clock import local_date
from surveys.core.errors import DomainError
from surveys.notifications import queries as notifications
from surveys.organisations import queries as organisations
from surveys.organisations.queries import Organisation
from surveys.people import queries as people
from surveys.people.roles import Permission
from surveys.reports import queries as reports
from surveys.reports import services as reporting
from surveys.reports.queries import Report
from surveys.web.access import SignedInRequest, at
from surveys.web.board.downloads import attachment
from surveys.web.desk.reports.forms import CompileForm, WordsForm
from surveys.web.desk.scope import organisation_ids


@at(Permission.COMPILE_REPORTS)
def reports_here(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    """The drafts that wait and the reports that are out, of this organisation and all that is part of it."""
    here = organisation_ids(organisation, now=clock.now())
    context = {"drafts": reports.drafts(here), "issued": reports.issued(here), "slug": organisation.slug}
    return render(request, "web/desk/reports/list.jinja", context)


@at(Permission.COMPILE_REPORTS)
def compile_(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    """Choose whose report and which days."""
    now = clock.now()
    places = {place.slug: place for place in _places(organisation)}
    form = CompileForm(
        request.POST if request.method == "POST" else None,
        places=places.values(),
        today=local_date(now),
        initial={"place": organisation.slug, "period": "quarter"},
    )
    if form.is_valid():
        period = form.chosen()
        try:
            draft = reporting.compile_report(
                places[form.cleaned_data["place"]],
                starts_on=period.start,
                ends_on=period.end,
                by=request.user,
                now=now,
            )
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Here is the draft. Nobody has been sent anything."))
            return redirect(_page(organisation, draft))
    return render(request, "web/desk/reports/compile.jinja", {"form": form, "slug": organisation.slug})


@at(Permission.COMPILE_REPORTS)
def report(request: SignedInRequest, organisation: Organisation, report_id: UUID) -> HttpResponse:
    """The report as a board will read it, with what can still be done to it."""
    found = _found(organisation, report_id)
    held = people.permissions_at(request.user, found.organisation_id)
    today = local_date(clock.now())
    context: dict[str, Any] = reports.document_context(reporting.finished(found))
    context |= {
        "found": found,
        "slug": organisation.slug,
        "may_sign_off": Permission.SIGN_OFF_REPORTS in held,
        "readers": people.board_members(found.organisation, on=today),
        "sent": notifications.sent_for_report(found.pk),
    }
    return render(request, "web/desk/reports/report.jinja", context)


@at(Permission.COMPILE_REPORTS)
def words(request: SignedInRequest, organisation: Organisation, report_id: UUID) -> HttpResponse:
    """Change the headline and the ask of a draft."""
    found = _found(organisation, report_id)
    initial = {"headline": found.headline, "ask": found.ask}
    form = WordsForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        try:
            reporting.word_report(found.pk, **form.cleaned_data, by=request.user, now=clock.now())
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect(_page(organisation, found))
    context = {"form": form, "found": found, "slug": organisation.slug}
    return render(request, "web/desk/reports/words.jinja", context)


@require_POST
@at(Permission.SIGN_OFF_REPORTS)
def sign_off(request: SignedInRequest, organisation: Organisation, report_id: UUID) -> HttpResponse:
    """Freeze it and send it to the board."""
    found = _found(organisation, report_id)
    try:
        reporting.sign_off(found.pk, by=request.user, now=clock.now())
    except DomainError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("You have signed it off. The board members are written to now."))
    return redirect(_page(organisation, found))


@at(Permission.COMPILE_REPORTS)
def document(
    request: SignedInRequest, organisation: Organisation, report_id: UUID, kind: str
) -> HttpResponse:
    """An issued report as a file."""
    found = _found(organisation, report_id)
    stored = reports.document(found.pk, kind)
    if stored is None:
        raise Http404
    reporting.note_reading(found, what=kind, by=request.user, now=clock.now())
    return attachment(found, stored)


def _places(organisation: Organisation) -> list[Organisation]:
    """The organisation first, then all that is part of it, by name."""
    here = organisation_ids(organisation, now=clock.now())
    parts = organisations.existing(local_date(clock.now())).filter(pk__in=here).exclude(pk=organisation.pk)
    return [organisation, *parts]


def _found(organisation: Organisation, report_id: UUID) -> Report:
    found = reports.by_id(report_id)
    if found is None or found.organisation_id not in organisation_ids(organisation, now=clock.now()):
        raise Http404
    return found


def _page(organisation: Organisation, found: Report) -> str:
    return reverse("desk:report", args=[organisation.slug, found.pk])
