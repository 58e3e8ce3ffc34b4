"""The table of drafts."""

from django.db import models

from surveys.core.fates import Fates
from surveys.core.models import Row
from surveys.organisations.models import Organisation
from surveys.questionnaires.models import QuestionnaireVersion


class Draft(Row):
    """A telling that has not been sent: encrypted, found by the fingerprint of its code or of its link.

    The key is that of the response that it will become, so that two devices send one response. Nothing says
    who she is. Deleted when she sends or forgets it, and when its time is over.
    """

    fates = Fates(
        retention="draft",
        kept="id created_at partnership version route parts language turn saved_at expires_at",
        words="ciphertext",
        secret="submission_key code_digest link_digest",  # noqa: S106 - the names of fields
    )

    submission_key = models.UUIDField(unique=True)
    code_digest = models.TextField(unique=True)
    link_digest = models.TextField(unique=True)
    partnership = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    # The version that her pages were made for; it may have been replaced since.
    version = models.ForeignKey(
        QuestionnaireVersion, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    # The address at which she told: its name, and what stands in it.
    route = models.TextField()
    parts = models.JSONField()
    language = models.TextField()
    ciphertext = models.TextField()
    # How often it had gone to another device when it was saved last.
    turn = models.PositiveSmallIntegerField(default=0)
    saved_at = models.DateTimeField()
    expires_at = models.DateTimeField()

    class Meta:
        app_label = "responses"
        indexes = [models.Index(fields=["expires_at"], name="draft_by_expiry")]
