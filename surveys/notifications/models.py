"""Whom to write to, what was written, and who asked never to be written to again."""

from django.db import models

from surveys.consultations.models import Consultation
from surveys.core.fates import Fates
from surveys.core.languages import ENGLISH
from surveys.core.models import Row
from surveys.moderation.models import RiskCase
from surveys.people.models import User
from surveys.reports.models import Report


class Subscription(Row):
    """That somebody asked to be reminded of a consultation, to hear its result, or both.

    Not tied to what she answered: `answered_at` says only that she has, so that she is not reminded.
    """

    fates = Fates(
        retention="message",
        kept="id created_at consultation language wants_reminder wants_result answered_at reminded_at "
        "told_at stopped_at",
        personal="address address_digest",
        secret="token_digest",  # noqa: S106 - the name of a field
    )

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="+")
    # Encrypted; the digest finds it again.
    address = models.TextField()
    address_digest = models.TextField()
    token_digest = models.TextField(unique=True)
    # That of the page on which she asked.
    language = models.TextField(default=ENGLISH.code)
    wants_reminder = models.BooleanField(default=False)
    wants_result = models.BooleanField(default=False)
    answered_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True)
    stopped_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["consultation", "address_digest"], name="one_subscription"),
        ]


class StoppedAddress(models.Model):
    """A keyed fingerprint of an address that nothing is sent to any more, whatever is imported later."""

    fates = Fates(retention="message", kept="stopped_at", personal="address_digest")

    address_digest = models.TextField(primary_key=True)
    stopped_at = models.DateTimeField()


class Purpose(models.TextChoices):
    ACCOUNT = "account", "Signing in"
    REMINDER = "reminder", "A reminder that she asked for"
    RESULT = "result", "What came of a consultation"
    REPORT = "report", "A report to its board"
    LINK = "link", "A link to what she has saved"
    RECEIPT = "receipt", "A receipt code that she asked for"
    RISK = "risk", "A risk to decide"


class Email(Row):
    """One e-mail to one address, from being asked for to its end; only a waiting one can still be read.

    `key` says what it is, once: asking for the same e-mail again changes nothing. When it has been sent, or
    will never be, its words and its address are blanked: what stays is to whom (`recipient`, `subscription`),
    about what, when, and a keyed fingerprint of what it said.
    """

    fates = Fates(
        retention="message",
        kept="id created_at key purpose sender subject state attempts due_at expires_at leased_until sent_at "
        "error report consultation risk_case body_digest",
        personal="recipient subscription address address_digest",
        words="text html",
    )

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting"
        SENT = "sent", "Sent"
        STOPPED = "stopped", "Not sent: she asked us to stop"
        ANSWERED = "answered", "Not sent: she has answered"
        EXPIRED = "expired", "Not sent: it would have come too late"
        FAILED = "failed", "Not sent: the address was refused"

    key = models.TextField(unique=True)
    purpose = models.TextField(choices=Purpose.choices)
    recipient = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    subscription = models.ForeignKey(Subscription, null=True, on_delete=models.SET_NULL, related_name="+")
    # Encrypted address, and its fingerprint for the stop list.
    address = models.TextField()
    address_digest = models.TextField()
    # The name beside our address in the From line; empty for the product's own.
    sender = models.TextField(blank=True, default="")
    subject = models.TextField()
    # Encrypted: an e-mail can hold a sign-in code or a personal link.
    text = models.TextField()
    html = models.TextField(blank=True, default="")
    body_digest = models.TextField(blank=True, default="")
    report = models.ForeignKey(Report, null=True, on_delete=models.PROTECT, related_name="+")
    consultation = models.ForeignKey(Consultation, null=True, on_delete=models.SET_NULL, related_name="+")
    # Only where it is about one risk.
    risk_case = models.ForeignKey(RiskCase, null=True, on_delete=models.SET_NULL, related_name="+")
    state = models.TextField(choices=State.choices, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField()
    # From this moment on it is no longer worth sending.
    expires_at = models.DateTimeField(null=True)
    leased_until = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    # A reply code or a type of error, never a server's sentence: that can hold an address.
    error = models.TextField(blank=True, default="")

    class Meta:
        indexes = [
            # The order of sending: what expires first (sign-in codes), then what has waited longest.
            models.Index(
                fields=["expires_at", "due_at"], name="email_waiting", condition=models.Q(state="waiting")
            ),
            models.Index(fields=["report"], name="email_by_report", condition=models.Q(report__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="sent", sent_at__isnull=False)
                | (~models.Q(state="sent") & models.Q(sent_at__isnull=True)),
                name="sent_has_time",
            ),
            models.CheckConstraint(
                condition=models.Q(state="waiting") | models.Q(address="", text="", html=""),
                name="settled_email_is_blank",
            ),
        ]
