"""Whom to write to, what was written, and who asked never to be written to again."""

from django.db import models

from surveys.consultations.models import Consultation
from surveys.core.fates import Fates
from surveys.core.models import Row
from surveys.people.models import User
from surveys.reports.models import Report


class Subscription(Row):
    """That somebody asked to be reminded of a consultation, to hear its result, or both.

    Not tied to what she answered: `answered_at` says only that she has, so that she is not reminded.
    """

    fates = Fates(
        retention="message",
        kept="id created_at consultation wants_reminder wants_result answered_at reminded_at told_at stopped_at",
        personal="address address_digest",
        secret="token_digest",
    )

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="+")
    # Encrypted; the digest finds it again.
    address = models.TextField()
    address_digest = models.TextField()
    token_digest = models.TextField(unique=True)
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


class Email(Row):
    """One e-mail to one address, from being asked for to being sent; never deleted before it is sent.

    `key` says what it is, once: asking for the same e-mail again changes nothing.
    """

    fates = Fates(
        retention="message",
        kept="id created_at key purpose subject state attempts due_at leased_until sent_at error report "
        "consultation",
        personal="recipient address address_digest",
        words="text html",
    )

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting"
        SENT = "sent", "Sent"
        STOPPED = "stopped", "Not sent: she asked us to stop"

    key = models.TextField(unique=True)
    purpose = models.TextField()
    recipient = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    # Encrypted address, and its fingerprint for the stop list.
    address = models.TextField()
    address_digest = models.TextField()
    subject = models.TextField()
    # Encrypted: an e-mail can hold a sign-in code or a personal link.
    text = models.TextField()
    html = models.TextField(blank=True, default="")
    report = models.ForeignKey(Report, null=True, on_delete=models.PROTECT, related_name="+")
    consultation = models.ForeignKey(Consultation, null=True, on_delete=models.SET_NULL, related_name="+")
    state = models.TextField(choices=State.choices, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField()
    leased_until = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    error = models.TextField(blank=True, default="")

    class Meta:
        indexes = [
            models.Index(
                fields=["due_at"], name="email_waiting", condition=models.Q(state="waiting")
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="sent", sent_at__isnull=False)
                | (~models.Q(state="sent") & models.Q(sent_at__isnull=True)),
                name="sent_has_time",
            ),
        ]
