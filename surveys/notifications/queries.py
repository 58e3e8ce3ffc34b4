"""What was sent, what waits; counts and names, never words or addresses of women."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Max, Min, Q

from surveys.notifications.models import Email, Purpose, Subscription

S = Email.State


@dataclass(frozen=True)
class Sent:
    """One e-mail of a report: to whom, where it stands, and since when."""

    to: str
    state: Email.State
    due_at: datetime
    sent_at: datetime | None


@dataclass(frozen=True)
class Waiting:
    """How many e-mails of a purpose wait or were refused for good, since when, and the most attempts."""

    purpose: Purpose
    waiting: int
    failed: int
    oldest: datetime | None
    most_attempts: int | None


@dataclass(frozen=True)
class Wishes:
    """A consultation's subscriptions, counted: who asked for what, and what has gone out."""

    want_reminder: int
    want_result: int
    reminders_sent: int
    results_sent: int
    waiting: int
    # When the first of the waiting ones is due.
    next_due_at: datetime | None


def sent_for_report(report_id: UUID) -> list[Sent]:
    """To whom a report's e-mail went or will go, by name."""
    emails = Email.objects.filter(report_id=report_id).order_by("recipient__email")
    return [
        Sent(
            to=str(email.recipient) if email.recipient else "somebody without an account any more",
            state=S(email.state),
            due_at=email.due_at,
            sent_at=email.sent_at,
        )
        for email in emails.select_related("recipient")
    ]


def waiting() -> list[Waiting]:
    """What has not gone out, by purpose."""
    still = Q(state=S.WAITING)
    rows = (
        Email.objects.filter(state__in=[S.WAITING, S.FAILED])
        .values("purpose")
        .annotate(
            waiting=Count("id", filter=still),
            failed=Count("id", filter=Q(state=S.FAILED)),
            oldest=Min("created_at", filter=still),
            most_attempts=Max("attempts", filter=still),
        )
    )
    return [
        Waiting(
            purpose=Purpose(row["purpose"]),
            waiting=row["waiting"],
            failed=row["failed"],
            oldest=row["oldest"],
            most_attempts=row["most_attempts"],
        )
        for row in rows.order_by("purpose")
    ]


def for_consultation(consultation_id: UUID) -> Wishes:
    """How many asked to be told what about a consultation, and how many have been."""
    wishes = Subscription.objects.filter(consultation_id=consultation_id, stopped_at__isnull=True).aggregate(
        want_reminder=Count("id", filter=Q(wants_reminder=True)),
        want_result=Count("id", filter=Q(wants_result=True)),
    )
    sent = Email.objects.filter(consultation_id=consultation_id).aggregate(
        reminders_sent=Count("id", filter=Q(purpose=Purpose.REMINDER, state=S.SENT)),
        results_sent=Count("id", filter=Q(purpose=Purpose.RESULT, state=S.SENT)),
        waiting=Count("id", filter=Q(state=S.WAITING)),
        next_due_at=Min("due_at", filter=Q(state=S.WAITING)),
    )
    return Wishes(**wishes, **sent)
