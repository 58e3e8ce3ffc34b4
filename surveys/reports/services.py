"""Compile a report, word it, sign it off, note who read it."""

import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django.db import connection, transaction

from surveys.core import audit
from surveys.core.actors import Actor
from surveys.core.clock import local_date
from surveys.core.errors import Conflict, DomainError
from surveys.organisations.models import Organisation
from surveys.outbox import services as outbox
from surveys.reports import policies
from surveys.reports.datasets import compile_dataset, digest, gives_away
from surveys.reports.datasets.shape import FORMAT
from surveys.reports.documents import Finished, rendered
from surveys.reports.models import Document, Report
from surveys.reports.periods import ReportPeriod
from surveys.reports.taken_back import holds_taken_back

SIGNED_OFF = "reports.signed_off"
LONGEST_HEADLINE = 600
LONGEST_ASK = 1000
# One sign-off at a time: each is checked against all that have been issued.
ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtextextended('reports.sign_off', 0))"


@transaction.atomic
def compile_report(
    organisation: Organisation, *, starts_on: date, ends_on: date, by: Actor, now: datetime
) -> Report:
    """A draft for `[starts_on, ends_on)`, in place of an earlier draft for the same days.

    Raises DomainError when the period holds no day, or begins in the future.
    """
    policies.require_compiler(by, organisation.pk)
    period = ReportPeriod(starts_on, ends_on)
    if period.start > local_date(now):
        raise DomainError("Choose a period that has begun.")
    dataset = compile_dataset(organisation, period, now=now).as_json()
    same = {"organisation": organisation, "starts_on": starts_on, "ends_on": ends_on}
    Report.objects.filter(**same, signed_off_at__isnull=True).delete()
    report = Report.objects.create(
        **same,
        dataset=dataset,
        digest=digest(dataset),
        headline=dataset["headline"],
        compiled_at=now,
        compiled_by_id=by.actor_id,
    )
    audit.record("compile report", subject=report, organisation_id=organisation.pk, by=by, now=now)
    return report


@transaction.atomic
def word_report(report_id: UUID, *, headline: str, ask: str, by: Actor, now: datetime) -> Report:
    """Set the sentence that the report opens with, and what the board is asked to do (may be empty)."""
    report = _draft(report_id)
    policies.require_compiler(by, report.organisation_id)
    headline, ask = headline.strip(), ask.strip()
    if not headline or len(headline) > LONGEST_HEADLINE or len(ask) > LONGEST_ASK:
        raise DomainError("Write a headline, and keep it and the ask short.")
    report.headline, report.ask = headline, ask
    report.dataset = report.dataset | {"headline": headline, "ask": ask}
    report.digest = digest(report.dataset)
    report.save(update_fields=["headline", "ask", "dataset", "digest"])
    audit.record("word report", subject=report, organisation_id=report.organisation_id, by=by, now=now)
    return report


@transaction.atomic
def sign_off(report_id: UUID, *, by: Actor, now: datetime) -> Report:
    """Issue a draft: it is frozen with its documents, and goes to the board.

    Raises Conflict when it has been signed off before, when its digest is not that of its data, when a woman
    has taken back something in it, or when a report issued since then would, subtracted from it, show a small
    group.
    """
    with connection.cursor() as cursor:
        cursor.execute(ONE_AT_A_TIME)
    report = _draft(report_id)
    policies.require_signatory(by, report.organisation_id)
    _check(report)
    # One statement: from then on the database refuses every change.
    report.signed_off_at, report.signed_off_by_id = now, by.actor_id
    report.save(update_fields=["signed_off_at", "signed_off_by"])
    _keep(report, rendered(finished(report)))
    outbox.publish(SIGNED_OFF, subjects=[report.pk], due_at=now)
    audit.record(
        "sign off report",
        subject=report,
        organisation_id=report.organisation_id,
        by=by,
        now=now,
        facts={"digest": report.digest},
    )
    return report


def note_reading(report: Report, *, what: str, by: Actor, now: datetime) -> None:
    """Write down that somebody read an issued report; `what` is "page" or a kind of document."""
    audit.record(
        "read report",
        subject=report,
        organisation_id=report.organisation_id,
        by=by,
        now=now,
        facts={"what": what},
    )


def finished(report: Report) -> Finished:
    """What a report's documents are made from."""
    signed_off_on = local_date(report.signed_off_at) if report.signed_off_at else None
    return Finished(dataset=report.dataset, digest=report.digest, signed_off_on=signed_off_on)


def _draft(report_id: UUID) -> Report:
    report = Report.objects.select_for_update().get(pk=report_id)
    if report.signed_off_at is not None:
        raise Conflict("This report has been signed off, so it can no longer change.")
    return report


def _check(report: Report) -> None:
    if digest(report.dataset) != report.digest:
        raise Conflict("This draft’s figures have been changed. Compile it again.")
    if report.dataset["format"] != FORMAT:
        raise Conflict("Reports say more now than when this draft was made. Compile it again.")
    if holds_taken_back(report):
        raise Conflict("Words or answers have been taken back or set aside since. Compile this report again.")
    if gives_away(report):
        raise Conflict("Another report has been issued since this draft was made. Compile it again.")


def _keep(report: Report, files: Mapping[str, bytes]) -> None:
    Document.objects.bulk_create(
        Document(report=report, kind=kind, content=content, digest=hashlib.sha256(content).hexdigest())
        for kind, content in files.items()
    )
