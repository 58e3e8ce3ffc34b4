"""Danger that the reading model sees beside the rules. It may raise and make more urgent; it never clears."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from surveys.core.actors import SYSTEM
from surveys.moderation import steps
from surveys.moderation.models import RiskCase, RiskStep, Screening
from surveys.moderation.services.risk_cases import put_at
from surveys.moderation.services.screening import open_cases


@transaction.atomic
def raise_by_model(levels: Mapping[UUID, str], *, version: str, now: datetime) -> None:
    """Lock these texts to those on call as a hit of the rules would; `version` names the model.

    A risk that is open at a less urgent level becomes more urgent, and people are told again. A decision
    stands.
    """
    found = Screening.objects.select_for_update().filter(pk__in=levels)
    raised = [one for one in found if not one.risk or levels[one.pk] < one.risk]
    for screening in raised:
        screening.risk = levels[screening.pk]
        screening.method = f"{screening.method} {version}"
    Screening.objects.bulk_update(raised, ["risk", "method"])
    _make_more_urgent({one.pk: one.risk for one in raised}, now)
    open_cases(raised, now=now)


def _make_more_urgent(levels: Mapping[UUID, str], now: datetime) -> None:
    cases = RiskCase.objects.select_for_update(of=("self",)).select_related("free_text")
    for case in cases.filter(free_text_id__in=levels, decided_at__isnull=True):
        if levels[case.free_text_id] < case.level:
            put_at(case, levels[case.free_text_id], now=now)
            steps.write(case, RiskStep.Kind.LEVEL, by=SYSTEM, now=now)
