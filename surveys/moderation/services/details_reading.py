"""Details to hide that the reading network sees in what the rules left readable."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from surveys.core.actors import SYSTEM
from surveys.moderation import parts, redaction
from surveys.moderation.models import Screening
from surveys.moderation.redaction import Redaction
from surveys.responses import raw_text


@transaction.atomic
def hide_also(details: Mapping[UUID, Sequence[Redaction]], *, version: str, now: datetime) -> None:
    """Suggest to hide these too; `version` names the network. What a person has decided about stays."""
    undecided = Screening.objects.select_for_update(of=("self",)).filter(
        pk__in=details, free_text__clearance__isnull=True
    )
    found = list(undecided)
    words = raw_text.read([one.pk for one in found], by=SYSTEM, now=now)
    for screening in found:
        suggested = [*parts.read(screening.redactions), *details[screening.pk]]
        screening.redactions = parts.stored(redaction.together(words[screening.pk], suggested))
        if version not in screening.method.split():
            screening.method = f"{screening.method} {version}"
    Screening.objects.bulk_update(found, ["redactions", "method"])
