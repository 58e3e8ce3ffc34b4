"""Board members read issued reports; to everybody else there is nothing here."""

from typing import Any, cast
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from surveys.core import clock
from surveys.people import queries as people
from surveys.people.queries import User
from surveys.people.roles import Permission
from surveys.reports import queries as reports
from surveys.reports import services as reporting
from surveys.reports.queries import Report
from surveys.web.board.downloads import attachment
from surveys.web.places import Desk, Place


@never_cache
def home(request: HttpRequest) -> HttpResponse:
    """The issued reports of her organisations, the latest first."""
    user = cast("User", request.user)
    if not people.own_organisations(user, Permission.READ_REPORTS).exists():
        raise Http404
    context = {"reports": reports.for_reader(user), "desk": _frame(user, "Maternity Voices")}
    return render(request, "web/board/home.jinja", context)


@never_cache
def report(request: HttpRequest, report_id: UUID) -> HttpResponse:
    """One report, top to bottom in two minutes; that it was read is written down."""
    user = cast("User", request.user)
    found = _readable(user, report_id)
    reporting.note_reading(found, what="page", by=user, now=clock.now())
    context: dict[str, Any] = reports.document_context(reporting.finished(found))
    context |= {"issued": found, "desk": _frame(user, found.organisation.name)}
    return render(request, "web/board/report.jinja", context)


def document(request: HttpRequest, report_id: UUID, kind: str) -> HttpResponse:
    """The report as the file that was signed off."""
    user = cast("User", request.user)
    found = _readable(user, report_id)
    stored = reports.document(found.pk, kind)
    if stored is None:
        raise Http404
    reporting.note_reading(found, what=kind, by=user, now=clock.now())
    return attachment(found, stored)


def _readable(user: User, report_id: UUID) -> Report:
    found = reports.for_reader(user).filter(pk=report_id).first()
    if found is None:
        raise Http404
    return found


def _frame(user: User, organisation: str) -> Desk:
    home_page = reverse("board:home")
    return Desk(
        organisation=organisation,
        home=home_page,
        account=str(user),
        sign_out=reverse("account_logout"),
        account_links=(Place("What we keep about you", reverse("account_data")),),
        places=(Place("Reports", home_page, current=True),),
    )
