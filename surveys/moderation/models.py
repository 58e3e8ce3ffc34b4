"""What the machine found in a text, and what a person made of it."""

from django.db import models

from surveys.core.fates import Fates
from surveys.core.models import Row
from surveys.organisations.models import Organisation
from surveys.people.models import User
from surveys.responses.models import FreeText, Response


class Screening(models.Model):
    """The machine's suggestion for one text: its language and which details to hide (start, end, kind)."""

    fates = Fates(
        retention="response", kept="free_text language redactions risk look_first method screened_at"
    )

    free_text = models.OneToOneField(FreeText, primary_key=True, on_delete=models.CASCADE)
    language = models.TextField()
    redactions = models.JSONField(default=list)
    # R1 to R4 (domain levels of risk), or empty.
    risk = models.TextField(blank=True, default="")
    # Words spoke of danger where the reading network sees none: a person is to read it next.
    look_first = models.BooleanField(default=False)
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


class Level(models.TextChoices):
    """How pressing a risk is, the most pressing first."""

    R1 = "R1", "Danger now"
    R2 = "R2", "Safeguarding"
    R3 = "R3", "Serious harm or misconduct"
    R4 = "R4", "Wants to complain"


class RiskCase(Row):
    """A text that sounds like danger: locked to those on call, its clock running until somebody has decided.

    `due_at` is when a decision is due, `escalates_at` when the next person is told that there is none.
    `round` grows each time people have to be told anew: it was made more pressing, or opened again.
    """

    fates = Fates(
        retention="response",
        kept="id created_at free_text level opened_at clock_from due_at escalates_at escalated alerted_at "
        "round taken_at decision decided_at first_decided_at told_at",
        personal="raised_by taken_by decided_by",
        words="reason told",
    )

    class Decision(models.TextChoices):
        EMERGENCY = "emergency", "The emergency services were told"
        SAFEGUARDING = "safeguarding", "The safeguarding lead was told"
        SAFETY = "safety", "The trust’s maternity safety contact was told"
        COMPLAINTS = "complaints", "The trust’s complaints team (PALS) was told"
        CONTACTED = "contacted", "She was contacted, because she had agreed to it"
        KNOWN = "known", "No action: it was known and is being acted on"
        NOWHERE = "nowhere", "No action: nothing says who or where she is"
        NO_RISK = "no_risk", "No action: it is not a risk"
        OTHER = "other", "Something else, as the reason says"

    free_text = models.OneToOneField(FreeText, on_delete=models.CASCADE)
    level = models.TextField(choices=Level.choices)
    # Empty: the rules did.
    raised_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    # When its clock began: when it was opened, or opened again.
    clock_from = models.DateTimeField()
    due_at = models.DateTimeField()
    escalates_at = models.DateTimeField(null=True)
    # 0: nobody beyond those on call; 1: whoever leads; 2: the LMS's officers too.
    escalated = models.PositiveSmallIntegerField(default=0)
    alerted_at = models.DateTimeField(null=True)
    round = models.PositiveSmallIntegerField(default=1)
    # Who has it in hand.
    taken_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField(null=True)
    decision = models.TextField(choices=Decision.choices, blank=True, default="")
    # Encrypted, as all that is written about her.
    reason = models.TextField(blank=True, default="")
    told = models.TextField(blank=True, default="")
    told_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    # Stays when the case is opened again: response times are counted to the first decision.
    first_decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(decided_at__isnull=True, decided_by__isnull=True, decision="")
                | (
                    models.Q(
                        decided_at__isnull=False, decided_by__isnull=False, first_decided_at__isnull=False
                    )
                    & ~models.Q(decision="")
                    & ~models.Q(reason="")
                    & ~models.Q(told="")
                ),
                name="risk_decision_is_whole",
            ),
        ]
        indexes = [
            models.Index(
                fields=["escalates_at"],
                name="risk_to_escalate",
                condition=models.Q(decided_at__isnull=True, escalates_at__isnull=False),
            ),
        ]


class RiskStep(Row):
    """One line in the log of a risk: who did what, when, and what she wrote about it. Never changed."""

    fates = Fates(
        retention="response",
        kept="id created_at case kind level decision at",
        personal="by to",
        words="words",
    )

    class Kind(models.TextChoices):
        RAISED = "raised", "Raised it"
        TAKEN = "taken", "Took it"
        HANDED_OVER = "handed_over", "Handed it over"
        LEVEL = "level", "Changed the level"
        NOTED = "noted", "Noted a step"
        ALERTED = "alerted", "An e-mail was sent"
        ESCALATED = "escalated", "Overdue: an e-mail was sent"
        DECIDED = "decided", "Decided"
        REOPENED = "reopened", "Opened it again"

    case = models.ForeignKey(RiskCase, on_delete=models.CASCADE, related_name="steps")
    kind = models.TextField(choices=Kind.choices)
    # Empty for the system.
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    to = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    level = models.TextField(choices=Level.choices, blank=True, default="")
    decision = models.TextField(choices=RiskCase.Decision.choices, blank=True, default="")
    # Encrypted; empty where nothing was written.
    words = models.TextField(blank=True, default="")
    at = models.DateTimeField()


class OnCall(Row):
    """Somebody is on call for an organisation's risks, `[from, to)`; after a loss apart from all else."""

    fates = Fates(
        retention="account",
        kept="id created_at organisation after_loss starts_at ends_at",
        personal="user set_by",
    )

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE)
    after_loss = models.BooleanField(default=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    set_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="on_call_lasts"
            ),
        ]
        indexes = [models.Index(fields=["organisation", "ends_at"], name="on_call_by_end")]


class RiskLimit(Row):
    """How long an LMS lets a risk of a level wait for a decision."""

    fates = Fates(retention="organisation", kept="id created_at organisation level amount unit")

    class Unit(models.TextChoices):
        HOURS = "hours", "hours, day and night"
        WORKING_DAYS = "working_days", "working days"

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE)
    level = models.TextField(choices=Level.choices)
    amount = models.PositiveSmallIntegerField()
    unit = models.TextField(choices=Unit.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "level"], name="one_limit_a_level"),
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="limit_is_some_time"),
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
