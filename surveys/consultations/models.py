"""Rounds of listening about something that has not been decided."""

from django.db import models

from surveys.core.fates import Fates
from surveys.core.models import Row
from surveys.organisations.models import Organisation
from surveys.questionnaires.models import QuestionnaireVersion


class Phase(models.TextChoices):
    DRAFT = "draft", "Being written"
    OPEN = "open", "Open"
    CLOSED = "closed", "Closed, being considered"
    DECIDED = "decided", "Decided"
    REPORTED = "reported", "You have been told"


class Consultation(Row):
    """What is proposed and why, what could be done instead, until when, and what came of it.

    `phase` is what a person has done (drafted, opened, decided, told); it closes at `closes_at` by itself.
    """

    fates = Fates(
        retention="consultation",
        kept="id created_at organisation version slug title proposal reasons opens_at closes_at phase "
        "decision decided_at views_used reported_at",
    )

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    version = models.ForeignKey(QuestionnaireVersion, null=True, on_delete=models.PROTECT)
    slug = models.SlugField(max_length=80)
    title = models.TextField()
    proposal = models.TextField()
    reasons = models.TextField()
    opens_at = models.DateTimeField(null=True)
    closes_at = models.DateTimeField()
    phase = models.TextField(choices=Phase.choices, default=Phase.DRAFT)
    decision = models.TextField(blank=True, default="")
    decided_at = models.DateTimeField(null=True)
    # "How your views were used", in the chair's words.
    views_used = models.TextField(blank=True, default="")
    reported_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "slug"], name="one_consultation_an_address"),
            models.CheckConstraint(
                condition=models.Q(phase=Phase.DRAFT)
                | models.Q(opens_at__isnull=False, version__isnull=False),
                name="open_consultation_asks",
            ),
            models.CheckConstraint(
                condition=models.Q(decided_at__isnull=True) | ~models.Q(decision=""),
                name="decision_has_words",
            ),
            models.CheckConstraint(
                condition=models.Q(reported_at__isnull=True) | ~models.Q(views_used=""),
                name="report_says_how_views_were_used",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Option(Row):
    """One thing that could be done."""

    fates = Fates(retention="consultation", kept="id created_at consultation code title detail position")

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="options")
    code = models.SlugField(max_length=40)
    title = models.TextField()
    detail = models.TextField(blank=True, default="")
    position = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["consultation", "code"], name="one_option_a_code"),
        ]
