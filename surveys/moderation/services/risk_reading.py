"""What the reading network says of danger beside the rules: it raises, makes more urgent, or doubts."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from surveys.core.actors import SYSTEM
from surveys.moderation import risk, steps
from surveys.moderation.models import RiskCase, RiskStep, Screening
from surveys.moderation.services.risk_cases import OPENED, put_at
from surveys.moderation.services.screening import open_cases, tell_of_cases
from surveys.outbox import services as outbox
from surveys.responses import raw_text


@dataclass(frozen=True, slots=True)
class Look:
    """What the network makes of one text: the `danger` that it sees (R1, R2), or that it `looks_harmless`."""

    danger: str | None = None
    looks_harmless: bool = False


@transaction.atomic
def second_look(looks: Mapping[UUID, Look], *, version: str, now: datetime) -> None:
    """Settle what rules and network say of these texts, and tell those on call; `version` names the network.

    Where it sees danger a text is locked as by the rules, or an open risk becomes more urgent and people are
    told again. A text in which only words spoke of danger, and which it takes for harmless, has no clock: it
    is the next that a moderator reads. Not so once anybody has been told of it or has touched it. A decision
    stands.
    """
    waiting = RiskCase.objects.filter(free_text_id__in=looks).values_list("pk", flat=True)
    # Nobody waits for this look any longer.
    outbox.take_back(OPENED, subjects=waiting)
    found = list(Screening.objects.select_for_update().filter(pk__in=looks))
    levels = {one.pk: danger for one in found if (danger := looks[one.pk].danger)}
    _raise([one for one in found if one.pk in levels], levels, version, now)
    _put_first([one for one in found if looks[one.pk].looks_harmless], version, now)
    tell_of_cases(looks, at=now)


def _raise(
    screenings: Collection[Screening], levels: Mapping[UUID, str], version: str, now: datetime
) -> None:
    raised = [one for one in screenings if not one.risk or levels[one.pk] < one.risk]
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


def _put_first(screenings: Collection[Screening], version: str, now: datetime) -> None:
    """Those with a risk of danger or abuse of which nobody knows yet; a complaint stays."""
    doubted = {one.pk: one for one in screenings if one.risk}
    untouched = RiskCase.objects.select_for_update(of=("self",)).select_related("free_text")
    cases = untouched.filter(
        free_text_id__in=doubted,
        alerted_at__isnull=True,
        decided_at__isnull=True,
        # Nobody has taken, raised, changed or noted anything.
        steps__isnull=True,
    )
    words = raw_text.read([case.free_text_id for case in cases], by=SYSTEM, now=now)
    for case in cases:
        screening = doubted[case.free_text_id]
        left = risk.assess(words[screening.pk], language=screening.language, doubted=True)
        if left is None or left.level != screening.risk:
            _doubt(screening, case, left.level if left else "", version, now)


def _doubt(screening: Screening, case: RiskCase, left: str, version: str, now: datetime) -> None:
    screening.risk, screening.look_first = left, True
    screening.method = f"{screening.method} {version}"
    screening.save(update_fields=["risk", "look_first", "method"])
    if left:
        put_at(case, left, now=now)
        steps.write(case, RiskStep.Kind.LEVEL, by=SYSTEM, now=now)
    else:
        case.delete()
