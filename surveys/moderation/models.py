"""What the machine found in a text, and what a person made of it."""

from django.db import models

from surveys.core.fates import Fates
from surveys.core.models import Row
from surveys.people.models import User
from surveys.responses.models import FreeText, Response


class Screening(models.Model):
    """The machine's suggestion for one text: its language and which details to hide (start, end, kind)."""

    fates = Fates(retention="response", kept="free_text language redactions risk method screened_at")

    free_text = models.OneToOneField(FreeText, primary_key=True, on_delete=models.CASCADE)
    language = models.TextField()
    redactions = models.JSONField(default=list)
    # R1 to R4 (domain levels of risk), or empty.
    risk = models.TextField(blank=True, default="")
    method = models.TextField()
    screened_at = models.DateTimeField()


class Clearance(models.Model):
    """A person's decision: the text that others may read, or that it is set aside and why."""

    fates = Fates(
        retention="response",
        kept="free_text outcome redactions reason cleared_at",
        personal="cleared_by",
        words="safe_text",
    )

    class Outcome(models.TextChoices):
        CLEARED = "cleared", "Safe to read"
        SET_ASIDE = "set_aside", "Set aside"

    free_text = models.OneToOneField(FreeText, primary_key=True, on_delete=models.CASCADE)
    outcome = models.TextField(choices=Outcome.choices)
    redactions = models.JSONField(default=list)
    # With the details hidden; empty when set aside.
    safe_text = models.TextField(blank=True, default="")
    reason = models.TextField(blank=True, default="")
    cleared_by = models.ForeignKey(User, on_delete=models.PROTECT)
    cleared_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(outcome="cleared") | ~models.Q(reason=""), name="set_aside_has_reason"
            ),
        ]


class RiskCase(Row):
    """A text that sounds like danger: its clock runs from `opened_at` until a named person has decided."""

    fates = Fates(
        retention="response",
        kept="id created_at free_text level opened_at decision told decided_at",
        personal="decided_by",
    )

    free_text = models.OneToOneField(FreeText, on_delete=models.CASCADE)
    level = models.TextField()
    opened_at = models.DateTimeField()
    decision = models.TextField(blank=True, default="")
    # Who was told, by role: never a woman's name.
    told = models.TextField(blank=True, default="")
    decided_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(decided_at__isnull=True, decided_by__isnull=True)
                | (models.Q(decided_at__isnull=False, decided_by__isnull=False) & ~models.Q(decision="")),
                name="risk_decision_is_whole",
            ),
        ]


class SetAside(Row):
    """One act of a moderator: some responses are no feedback. It is gone when it has been undone."""

    fates = Fates(retention="response", kept="id created_at reason set_aside_at", personal="set_aside_by")

    class Reason(models.TextChoices):
        SPAM = "spam", "It is an advertisement or spam"
        TEST = "test", "Somebody tried the form out"
        EMPTY = "empty", "It says nothing"
        ABUSE = "abuse", "It is abuse, and no feedback"

    reason = models.TextField(choices=Reason.choices)
    set_aside_by = models.ForeignKey(User, on_delete=models.PROTECT)
    set_aside_at = models.DateTimeField()


class SetAsideResponse(models.Model):
    """That a response was set aside by an act."""

    fates = Fates(retention="response", kept="response act")

    response = models.OneToOneField(Response, primary_key=True, on_delete=models.CASCADE)
    act = models.ForeignKey(SetAside, on_delete=models.CASCADE, related_name="items")
