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


class Claim(models.Model):
    """Who has a text open to check it; from `held_until` on it is anybody's again. A person holds one."""

    fates = Fates(retention="response", kept="free_text held_since held_until", personal="held_by")

    free_text = models.OneToOneField(FreeText, primary_key=True, on_delete=models.CASCADE)
    held_by = models.ForeignKey(User, on_delete=models.PROTECT)
    held_since = models.DateTimeField()
    held_until = models.DateTimeField()


class Unhidden(Row):
    """That a person left a stretch readable which the machine would hide, or showed again what was hidden.

    `start` and `end` as in a redaction; `was_hidden` when others could not read it until then.
    """

    fates = Fates(
        retention="response",
        kept="id created_at free_text start end kind was_hidden reason decided_at",
        personal="decided_by",
    )

    class Reason(models.TextChoices):
        WORD = "word", "It is an ordinary word"
        PLACE = "place", "It is a public place, service or organisation"
        NOBODY = "nobody", "Nobody could be recognised by it"
        TOO_MUCH = "too_much", "More was hidden than needed"

    free_text = models.ForeignKey(FreeText, on_delete=models.CASCADE, related_name="unhidden")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    kind = models.TextField()
    was_hidden = models.BooleanField()
    reason = models.TextField(choices=Reason.choices)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT)
    decided_at = models.DateTimeField()


class Together(Row):
    """One act of a moderator about several texts. It is gone when it has been undone."""

    fates = Fates(retention="response", kept="id created_at verb done_at", personal="done_by")

    class Verb(models.TextChoices):
        ACCEPT = "accept", "Accepted as suggested"
        ASIDE = "aside", "Set aside"
        THEME = "theme", "Given a theme"

    verb = models.TextField(choices=Verb.choices)
    done_by = models.ForeignKey(User, on_delete=models.PROTECT)
    done_at = models.DateTimeField()


class TogetherText(models.Model):
    """A text of such an act, and the themes that a person had found in it before; null for nobody."""

    fates = Fates(retention="response", kept="id act free_text themes_before")

    act = models.ForeignKey(Together, on_delete=models.CASCADE, related_name="items")
    free_text = models.ForeignKey(FreeText, on_delete=models.CASCADE, related_name="+")
    themes_before = models.JSONField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["act", "free_text"], name="one_item_a_text"),
        ]
