"""What search finds, and what somebody looks for."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from surveys.core.fates import Fates
from surveys.core.models import Row
from surveys.moderation.models import Clearance
from surveys.organisations.models import Organisation
from surveys.people.models import User


class Findable(models.Model):
    """A text that others may read, as search finds it: its words in plain form, and what it means in numbers.

    It hangs on its clearance, so it goes when that goes: when a check is undone, and when words are erased.
    `length` is in words. `meaning`: 384 numbers from -127 to 127, one byte each. None until a worker has
    read it, and where the woman did not agree to the use of her words in themes; empty without a network.
    """

    fates = Fates(
        retention="response",
        kept="clearance partnership said_at language length",
        words="words meaning",
    )

    clearance = models.OneToOneField(Clearance, primary_key=True, on_delete=models.CASCADE)
    # The text's, once more, as are the two below: search sorts and narrows by them.
    partnership = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    said_at = models.DateTimeField()
    language = models.TextField()
    length = models.PositiveIntegerField()
    words = SearchVectorField()
    meaning = models.BinaryField(null=True)

    class Meta:
        indexes = [
            GinIndex(fields=["words"], name="findable_by_word"),
            models.Index(fields=["partnership", "-said_at", "-clearance"], name="findable_by_time"),
        ]


class SearchQuestion(Row):
    """What somebody looks for: kept for a day, so that her words stand in no address and no log.

    `digest` is a keyed fingerprint of the words in plain form: who looks for the same gets the same numbers.
    `meaning` as in `Findable`, once a worker has answered.
    """

    fates = Fates(
        retention="account",
        kept="id created_at organisation after_loss asked_at answered_at",
        personal="asked_by",
        words="ciphertext meaning",
        secret="digest",  # noqa: S106 - the name of a field
    )

    asked_by = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    after_loss = models.BooleanField()
    # Encrypted: what is looked for can be a name.
    ciphertext = models.TextField()
    digest = models.TextField()
    asked_at = models.DateTimeField()
    meaning = models.BinaryField(null=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["digest"], name="question_by_words"),
            models.Index(fields=["asked_at"], name="question_by_age"),
        ]
