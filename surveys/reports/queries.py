"""Which reports there are, and who may read them."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from surveys.core.clock import local_date
from surveys.organisations.models import Organisation
from surveys.people import queries as people
from surveys.people.models import User
from surveys.people.roles import Permission
from surveys.reports.documents.html import context as document_context
from surveys.reports.models import Document as Document
from surveys.reports.models import Report as Report
from surveys.reports.open_data import OpenFigure as OpenFigure
from surveys.reports.open_data import OpenReport as OpenReport
from surveys.reports.open_data import opened
from surveys.reports.periods import ReportPeriod as ReportPeriod
from surveys.reports.scopes import Scope, scope_of

__all__ = [
    "Document",
    "OpenFigure",
    "OpenReport",
    "Report",
    "ReportPeriod",
    "by_id",
    "document",
    "document_context",
    "drafts",
    "for_reader",
    "holding",
    "issued",
    "of",
    "open_data",
    "published_figures",
]

PUBLISHED = ("organisation", "period", "headline", "facts", "heard", "fft", "themes", "equity", "method")


def of(organisation: Organisation) -> QuerySet[Report]:
    """An organisation's reports, drafts too, the latest period first."""
    return (
        Report.objects.filter(organisation=organisation)
        .defer("dataset")
        .order_by("-ends_on", "-starts_on", "-pk")
    )


def drafts(organisation_ids: Collection[UUID]) -> QuerySet[Report]:
    """The reports of these organisations that wait to be signed off."""
    return (
        Report.objects.filter(organisation_id__in=organisation_ids, signed_off_at__isnull=True)
        .select_related("organisation")
        .defer("dataset")
        .order_by("-ends_on", "-pk")
    )


def issued(organisation_ids: Collection[UUID]) -> QuerySet[Report]:
    """The reports of these organisations that have been signed off, the latest period first."""
    return (
        Report.objects.filter(organisation_id__in=organisation_ids, signed_off_at__isnull=False)
        .select_related("organisation")
        .order_by("-ends_on", "-signed_off_at")
    )


def holding(partnership_id: UUID, unit_id: UUID | None, *, said_on: date, since: datetime) -> list[Report]:
    """The issued reports that hold what an MVP heard of a unit on a day, compiled since a moment.

    The earliest to be signed off first.
    """
    candidates = (
        Report.objects.filter(signed_off_at__isnull=False, compiled_at__gte=since)
        .filter(starts_on__lte=said_on, ends_on__gt=said_on)
        .select_related("organisation")
        .defer("dataset")
        .order_by("signed_off_at", "pk")
    )
    return [report for report in candidates if _scope(report).holds(partnership_id, unit_id)]


def _scope(report: Report) -> Scope:
    return scope_of(report.organisation, on=local_date(report.compiled_at))


def for_reader(user: User) -> QuerySet[Report]:
    """The issued reports that somebody may read: her organisations' and those of all that is part of them."""
    return issued(people.organisation_ids(user, Permission.READ_REPORTS))


def by_id(report_id: UUID) -> Report | None:
    """The report, draft or issued."""
    return Report.objects.select_related("organisation").filter(pk=report_id).first()


def document(report_id: UUID, kind: str) -> Document | None:
    """An issued report as a file of a kind; None for a draft, and for a kind that there is not."""
    if kind not in Document.Kind.values:
        return None
    return Document.objects.filter(report_id=report_id, kind=kind).first()


def published_figures(organisation: Organisation) -> dict[str, Any] | None:
    """The figures of the latest report that an organisation has issued, without quotes; else None."""
    report = issued([organisation.pk]).first()
    if report is None or report.signed_off_at is None:
        return None
    figures: dict[str, Any] = {part: report.dataset[part] for part in PUBLISHED}
    figures["themes"] = figures["themes"] | {
        "listed": [
            {key: value for key, value in theme.items() if key != "quotes"}
            for theme in figures["themes"]["listed"]
        ]
    }
    return figures | {"signed_off_at": report.signed_off_at.isoformat(), "digest": report.digest}


def open_data(organisation: Organisation) -> list[OpenReport]:
    """All that everybody may know of the reports that an organisation has issued, the latest period first."""
    return [opened(report) for report in issued([organisation.pk])]
