"""Questionnaires and their versions; a published version never changes (the database refuses)."""

from django.db import models

from surveys.core.fates import Fates
from surveys.core.models import Row
from surveys.organisations.models import Organisation
from surveys.people.models import User


class Questionnaire(Row):
    """A set of questions that an organisation asks, through its versions."""

    fates = Fates(retention="questionnaire", kept="id created_at organisation purpose title")

    class Purpose(models.TextChoices):
        FEEDBACK = "feedback", "Feedback about care"
        CONSULTATION = "consultation", "A consultation"
        IMPORT = "import", "Answers from elsewhere"
        AFTER_LOSS = "after_loss", "What parents tell after a loss"

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    purpose = models.TextField(choices=Purpose.choices)
    title = models.TextField()


class QuestionnaireVersion(Row):
    """What was asked, word for word; every response points at the version that it answered."""

    fates = Fates(
        retention="questionnaire",
        kept="id created_at questionnaire number definition published_at",
        personal="published_by",
    )

    questionnaire = models.ForeignKey(Questionnaire, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    definition = models.JSONField()
    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["questionnaire", "number"], name="one_version_a_number"),
        ]
