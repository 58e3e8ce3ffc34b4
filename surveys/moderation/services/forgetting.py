"""What a woman takes back is erased: her words, what was made of them, and what they were about."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from surveys.moderation.models import Clearance, RiskCase
from surveys.outbox import services as outbox
from surveys.responses import raw_text
from surveys.responses.models import Enquiry, FreeText

FORGOTTEN = "moderation.forgotten"


def forget(response_ids: Sequence[UUID], *, now: datetime) -> None:
    """Erase the words of withdrawn responses; those that sound like danger once a person has decided."""
    withdrawn = FreeText.objects.filter(response_id__in=response_ids, response__withdrawn_at__isnull=False)
    undecided = RiskCase.objects.filter(free_text__in=withdrawn, decided_at__isnull=True)
    open_texts = set(undecided.values_list("free_text_id", flat=True))
    erase([key for key in withdrawn.values_list("pk", flat=True) if key not in open_texts])
    outbox.publish(FORGOTTEN, subjects=response_ids, due_at=now)


def erase(free_text_ids: Collection[UUID]) -> None:
    """Delete these texts and all that hangs on them; of a risk, what was decided and by whom stays."""
    raw_text.erase(free_text_ids)
    Enquiry.objects.filter(answer_id__in=free_text_ids).delete()
    Clearance.objects.filter(pk__in=free_text_ids).delete()
    decided = RiskCase.objects.filter(free_text_id__in=free_text_ids).values_list("free_text_id", flat=True)
    FreeText.objects.filter(pk__in=set(free_text_ids) - set(decided)).delete()
