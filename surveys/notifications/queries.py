"""What was sent, what waits; counts and names, never words or addresses of women."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Max, Min, Q

from surveys.notifications import addresses
from surveys.notifications.models import Email, Purpose, Subscription
from surveys.people.models import User

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
class Asked:
    """What somebody asked to be sent about one consultation, and what became of it; times may be None."""

    consultation: str
    asked_at: datetime
    wants_reminder: bool
    wants_result: bool
    answered_at: datetime | None
    reminded_at: datetime | None
    told_at: datetime | None
    stopped_at: datetime | None


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


def asked_by_link(token: str) -> list[Asked]:
    """All that was asked for with the address to which this link was sent; nothing for an unknown one."""
    known = Subscription.objects.filter(token_digest=addresses.token_digest(token)).first()
    return _asked(known.address_digest) if known else []


def asked_with(address: str) -> list[Asked]:
    """All that was asked for with an address."""
    return _asked(addresses.address_digest(address))


def _asked(fingerprint: str) -> list[Asked]:
    rows = Subscription.objects.filter(address_digest=fingerprint).select_related("consultation")
    return [
        Asked(
            consultation=row.consultation.title,
            asked_at=row.created_at,
            wants_reminder=row.wants_reminder,
            wants_result=row.wants_result,
            answered_at=row.answered_at,
            reminded_at=row.reminded_at,
            told_at=row.told_at,
            stopped_at=row.stopped_at,
        )
        for row in rows.order_by("created_at")
    ]


def sent_to(user: User) -> list[tuple[datetime, str, str]]:
    """The e-mails that went to somebody with an account or wait for her: asked for when, why, and how far."""
    rows = Email.objects.filter(recipient=user).order_by("created_at")
    return [(row.created_at, row.get_purpose_display(), row.get_state_display()) for row in rows]


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
