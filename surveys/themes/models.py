"""What the machine suggests that a text is about, and what a person decided: two tables, both kept."""

from django.db import models

from surveys.core.fates import Fates
from surveys.core.models import Row
from surveys.people.models import User
from surveys.responses.models import FreeText


class Sentiment(models.TextChoices):
    POSITIVE = "positive", "Positive"
    NEGATIVE = "negative", "Negative"
    MIXED = "mixed", "Mixed"
    NEUTRAL = "neutral", "Neutral"


class ThemeSuggestion(models.Model):
    """One theme that a model suggests for a text, with its score (0 to 1).

    `evidence`: where in the text (pairs of start and end) the words stand that weighed most.
    """

    fates = Fates(retention="response", kept="id free_text code sentiment score evidence model_version")

    free_text = models.ForeignKey(FreeText, on_delete=models.CASCADE, related_name="suggestions")
    code = models.TextField()
    sentiment = models.TextField(choices=Sentiment.choices)
    score = models.FloatField()
    evidence = models.JSONField(default=list)
    model_version = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["free_text", "code"], name="one_suggestion_a_code"),
        ]


class ThemeReview(models.Model):
    """That a person has decided what a text is about; from then on her decisions count, no suggestions."""

    fates = Fates(retention="response", kept="free_text reviewed_at", personal="reviewed_by")

    free_text = models.OneToOneField(FreeText, primary_key=True, on_delete=models.CASCADE)
    reviewed_by = models.ForeignKey(User, on_delete=models.PROTECT)
    reviewed_at = models.DateTimeField()


class ThemeDecision(Row):
    """What a person said of one theme of a text: it is there (with which sentiment), or it is not."""

    fates = Fates(
        retention="response",
        kept="id created_at free_text code present sentiment suggested decided_at",
        personal="decided_by",
    )

    free_text = models.ForeignKey(FreeText, on_delete=models.CASCADE, related_name="decisions")
    code = models.TextField()
    present = models.BooleanField()
    sentiment = models.TextField(choices=Sentiment.choices, blank=True, default="")
    # Whether the machine had suggested it.
    suggested = models.BooleanField()
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT)
    decided_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["free_text", "code"], name="one_decision_a_code"),
            models.CheckConstraint(
                condition=models.Q(present=False) | ~models.Q(sentiment=""),
                name="present_theme_has_sentiment",
            ),
        ]
