"""Write to people: take their wishes, stop when they say so, tell what came of it, send reports to boards."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import translation

from surveys.consultations.models import Phase
from surveys.core import audit, clock
from surveys.core.actors import SYSTEM, Actor
from surveys.core.languages import ENGLISH
from surveys.core.secrets import decrypt, digest, encrypt
from surveys.notifications import addresses, letters
from surveys.notifications.board_summary import summary_of
from surveys.notifications.models import Email, Purpose, StoppedAddress, Subscription
from surveys.notifications.queueing import BLANK, queue_email
from surveys.notifications.quiet_hours import next_allowed
from surveys.notifications.receipts import send_receipt
from surveys.people import leaving
from surveys.people import queries as people
from surveys.people.models import User
from surveys.reports.models import Report
from surveys.responses.drafts.queries import Kept

__all__ = [
    "mark_answered",
    "queue_email",
    "send_link",
    "send_receipt",
    "send_report",
    "stop",
    "subscribe",
    "tell_result",
]


@transaction.atomic
def subscribe(
    consultation_id: UUID,
    *,
    address: str,
    wants_reminder: bool,
    wants_result: bool,
    answered: bool,
    now: datetime,
    language: str = ENGLISH.code,
) -> None:
    """Remember that somebody wants to be reminded, to hear the result, or both; wishes add up.

    We write in `language`. `answered` says that she has just given her views, so that she is not reminded.
    Says nothing about whether the address was known or has been stopped. Raises DomainError for what is no
    address.
    """
    address = addresses.checked(address)
    fingerprint = addresses.address_digest(address)
    if StoppedAddress.objects.filter(address_digest=fingerprint).exists():
        return
    if wants_reminder or wants_result:
        _remember(consultation_id, address, fingerprint, language)
    known = Subscription.objects.filter(consultation_id=consultation_id, address_digest=fingerprint)
    if wants_reminder:
        known.update(wants_reminder=True)
    if wants_result:
        known.update(wants_result=True)
    if answered:
        known.filter(answered_at__isnull=True).update(answered_at=now)


def mark_answered(token: str, *, now: datetime) -> None:
    """She who came by this link has given her views: do not remind her."""
    known = Subscription.objects.filter(token_digest=addresses.token_digest(token))
    known.filter(answered_at__isnull=True).update(answered_at=now)


@transaction.atomic
def stop(token: str, *, now: datetime) -> None:
    """Nothing is sent any more to the address that this link belongs to, about anything, on any channel.

    An unknown token changes nothing and is not told apart.
    """
    known = Subscription.objects.filter(token_digest=addresses.token_digest(token)).first()
    if known is None:
        return
    _stop(known.address_digest, now=now)
    audit.record("stop messages", subject=known, by=SYSTEM, now=now)


@transaction.atomic
def forget(token: str, *, now: datetime) -> None:
    """Stop every message, and delete all that is kept about the address that this link belongs to.

    What stays is the fingerprint on the stop list, so that nothing is ever sent there again, and that e-mails
    were sent, without to whom. An unknown token changes nothing and is not told apart.
    """
    known = Subscription.objects.filter(token_digest=addresses.token_digest(token)).first()
    if known is None:
        return
    audit.record("forget address", subject=known, by=SYSTEM, now=now)
    _stop(known.address_digest, now=now)
    forget_address(known.address_digest)


def forget_address(fingerprint: str) -> None:
    """Delete what people asked for with an address, and its fingerprint beside e-mails that have gone."""
    Subscription.objects.filter(address_digest=fingerprint).delete()
    settled = Email.objects.filter(address_digest=fingerprint).exclude(state=Email.State.WAITING)
    settled.update(address_digest="")


@transaction.atomic
def leave(user: User, *, by: Actor, now: datetime) -> None:
    """Somebody deletes her account, and all that is kept about its address. Raises as `people.leaving` does.

    E-mails that wait for her are not sent. Of those that have gone stays that they went, not to whom.
    """
    fingerprint = addresses.address_digest(user.email)
    leaving.leave(user, by=by, now=now)
    waiting = Email.objects.filter(recipient=user, state=Email.State.WAITING)
    waiting.update(state=Email.State.STOPPED, **BLANK)
    _stop_waiting(fingerprint)
    forget_address(fingerprint)


def _stop(fingerprint: str, *, now: datetime) -> None:
    StoppedAddress.objects.get_or_create(address_digest=fingerprint, defaults={"stopped_at": now})
    Subscription.objects.filter(address_digest=fingerprint, stopped_at__isnull=True).update(stopped_at=now)
    _stop_waiting(fingerprint)


def _stop_waiting(fingerprint: str) -> None:
    waiting = Email.objects.filter(address_digest=fingerprint, state=Email.State.WAITING)
    waiting.filter(subscription__isnull=False).update(state=Email.State.STOPPED, **BLANK)


def send_link(kept: Kept, *, address: str, organisation: str, now: datetime) -> None:
    """Send a woman, in her language, the link to what she has saved: at once, and once for each saving.

    Her address is in this e-mail's row alone, encrypted, until it has gone; and no row says which draft it
    was about. Raises DomainError for what is no address.
    """
    address = addresses.checked(address)
    about = f"{kept.unsent.key}:{kept.saved_at.isoformat()}:{address.lower()}"
    with translation.override(kept.unsent.language):
        letter = letters.link(kept, organisation=organisation)
    queue_email(
        key=f"link:{digest('link e-mail', about)}",
        purpose=Purpose.LINK,
        address=address,
        letter=letter,
        due_at=now,
        expires_at=kept.expires_at,
    )


@transaction.atomic
def tell_result(consultation_ids: Iterable[UUID], *, now: datetime) -> None:
    """Queue what came of these consultations for those who asked to hear it: once each, in waking hours."""
    to_tell = (
        Subscription.objects.select_for_update(of=("self",))
        .select_related("consultation__organisation")
        .filter(consultation_id__in=list(consultation_ids), consultation__phase=Phase.REPORTED)
        .filter(wants_result=True, stopped_at__isnull=True, told_at__isnull=True)
    )
    for subscription in to_tell:
        queue_email(
            key=f"result:{subscription.pk}",
            purpose=Purpose.RESULT,
            address=decrypt(subscription.address.encode()),
            letter=letters.result(subscription),
            due_at=next_allowed(now),
            subscription=subscription,
            consultation=subscription.consultation,
        )
    Subscription.objects.filter(pk__in=[subscription.pk for subscription in to_tell]).update(told_at=now)


@transaction.atomic
def send_report(report_ids: Iterable[UUID], *, now: datetime) -> None:
    """Queue signed-off reports for the board members of their organisations: at once, one e-mail each."""
    signed_off = Report.objects.filter(pk__in=list(report_ids), signed_off_at__isnull=False)
    for report in signed_off.select_related("organisation"):
        _send_to_board(report, now=now)


def _send_to_board(report: Report, *, now: datetime) -> None:
    letter = letters.board_report(summary_of(report))
    queued = Email.objects.filter(report=report)
    known = queued.count()
    for member in people.board_members(report.organisation, on=clock.local_date(now)):
        queue_email(
            key=f"report:{report.pk}:{member.pk}",
            purpose=Purpose.REPORT,
            address=member.email,
            letter=letter,
            due_at=now,
            recipient=member,
            report=report,
        )
    if (new := queued.count() - known) > 0:
        audit.record(
            "send report",
            subject=report,
            organisation_id=report.organisation_id,
            by=SYSTEM,
            now=now,
            facts={"recipients": new},
        )


def _remember(consultation_id: UUID, address: str, fingerprint: str, language: str) -> None:
    subscription = Subscription(
        consultation_id=consultation_id,
        address=encrypt(address).decode(),
        address_digest=fingerprint,
        token_digest=addresses.token_digest(addresses.token(consultation_id, fingerprint)),
        language=language,
    )
    Subscription.objects.bulk_create([subscription], ignore_conflicts=True)
