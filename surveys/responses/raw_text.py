"""Raw words, encrypted and apart. Only this room and moderation may import this module (checked)."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import models

from surveys.core import audit
from surveys.core.actors import SYSTEM, Actor
from surveys.core.fates import Fates
from surveys.core.secrets import decrypt, encrypt
from surveys.responses.models import FreeText

# How the audit trail says that somebody read raw words.
READ = "read raw words"


class RawText(models.Model):
    """The words as she wrote them, readable only with a key of WORDS_KEYS."""

    fates = Fates(retention="response", kept="free_text", words="ciphertext")

    free_text = models.OneToOneField(FreeText, primary_key=True, on_delete=models.CASCADE)
    ciphertext = models.TextField()

    class Meta:
        app_label = "responses"


def keep(free_text: FreeText, words: str) -> None:
    """Keep the words of a text that has none yet."""
    RawText.objects.create(free_text=free_text, ciphertext=encrypt(words).decode())


def read(free_text_ids: Collection[UUID], *, by: Actor, now: datetime) -> dict[UUID, str]:
    """The raw words of these texts. A person's reading is written to the audit trail, text by text."""
    rows = RawText.objects.filter(pk__in=free_text_ids).values_list(
        "free_text_id", "ciphertext", "free_text__partnership_id"
    )
    words = {}
    for free_text_id, ciphertext, partnership_id in rows:
        words[free_text_id] = decrypt(ciphertext.encode())
        if by is not SYSTEM:
            audit.record(
                READ,
                subject_kind="responses.freetext",
                subject_id=free_text_id,
                organisation_id=partnership_id,
                by=by,
                now=now,
            )
    return words


def erase(free_text_ids: Collection[UUID]) -> None:
    """Delete the raw words of these texts for good."""
    RawText.objects.filter(pk__in=free_text_ids).delete()
