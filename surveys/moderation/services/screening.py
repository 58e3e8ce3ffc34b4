"""What the machine does first with every text: language, details to hide, signs of risk."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from surveys.core import audit
from surveys.core.actors import SYSTEM
from surveys.moderation import language, limits, parts, redaction, risk
from surveys.moderation.models import Clearance, RiskCase, Screening
from surveys.moderation.services.risk_cases import OPENED as RISK_OPENED
from surveys.outbox import services as outbox
from surveys.responses import queries as responses
from surveys.responses import raw_text
from surveys.responses.queries import TextToScreen

SCREENED = "moderation.screened"
# So long those on call are not told, for the network to look too (`second_look`); it takes seconds.
_SECOND_LOOK = timedelta(seconds=30)


@dataclass(frozen=True)
class WordsToAnalyse:
    """A text as far as theme code may see it: details masked, as a person or else the machine marked them.

    `words` are as long as hers, so that a position in them is a position in hers. `sounds_dangerous`: the
    rules see danger or abuse in them (R1, R2).
    """

    free_text_id: UUID
    words: str
    language: str
    stage: str
    sounds_dangerous: bool


@transaction.atomic
def screen(response_ids: Sequence[UUID], *, now: datetime) -> None:
    """Screen every text of these responses; doing it again replaces the machine's own suggestions only."""
    texts = responses.texts_of(response_ids)
    words = raw_text.read([text.id for text in texts], by=SYSTEM, now=now)
    screenings = [_screened(text, words[text.id], now) for text in texts if text.id in words]
    Screening.objects.bulk_create(
        screenings,
        update_conflicts=True,
        unique_fields=["free_text"],
        update_fields=["language", "redactions", "risk", "look_first", "method", "screened_at"],
    )
    open_cases(screenings, now=now)
    tell_of_cases([one.pk for one in screenings], at=now + _SECOND_LOOK)
    outbox.publish(SCREENED, subjects=response_ids, due_at=now)
    audit.record("screen", by=SYSTEM, now=now, facts={"texts": len(screenings)})


def _screened(text: TextToScreen, words: str, now: datetime) -> Screening:
    spoken = language.detect(words, page_language=text.language)
    danger = risk.assess(words, language=spoken)
    return Screening(
        free_text_id=text.id,
        language=spoken,
        redactions=parts.stored(redaction.suggest(words, language=spoken)),
        risk=danger.level if danger else "",
        method=f"{redaction.VERSION} {risk.version()}",
        screened_at=now,
    )


def open_cases(screenings: Sequence[Screening], *, now: datetime) -> None:
    """Lock those that have a risk to whoever is on call, and start their clocks."""
    found = {one.free_text_id: one.risk for one in screenings if one.risk}
    if not found:
        return
    heard_by = responses.partnerships_of(found)
    hearers = {heard_by[key] for key in found}
    allowed = {hearer: limits.limits_for(hearer, now=now) for hearer in hearers}
    due = {key: allowed[heard_by[key]][level].after(now) for key, level in found.items()}
    cases = [
        RiskCase(
            free_text_id=key,
            level=level,
            opened_at=now,
            clock_from=now,
            due_at=due[key],
            escalates_at=due[key],
        )
        for key, level in found.items()
    ]
    # A case that exists keeps its clock and its decision.
    RiskCase.objects.bulk_create(cases, ignore_conflicts=True)


def tell_of_cases(text_ids: Collection[UUID], *, at: datetime) -> None:
    """From then on those on call are told of each open risk of these texts that nobody has been told of."""
    untold = RiskCase.objects.filter(
        free_text_id__in=text_ids, alerted_at__isnull=True, decided_at__isnull=True
    )
    outbox.publish(RISK_OPENED, subjects=list(untold.values_list("pk", flat=True)), due_at=at)


def words_for_analysis(free_text_ids: Collection[UUID], *, now: datetime) -> list[WordsToAnalyse]:
    """These texts with details masked; what has not been screened is left out."""
    screenings = Screening.objects.filter(pk__in=free_text_ids).select_related("free_text__response")
    words = raw_text.read(free_text_ids, by=SYSTEM, now=now)
    cleared = Clearance.objects.filter(outcome=Clearance.Outcome.CLEARED).in_bulk(list(free_text_ids))
    return [
        WordsToAnalyse(
            free_text_id=screening.pk,
            words=parts.masked(
                words[screening.pk], parts.read(cleared.get(screening.pk, screening).redactions)
            ),
            language=screening.language,
            stage=screening.free_text.response.stage,
            sounds_dangerous=screening.risk in risk.DANGER,
        )
        for screening in screenings
        if screening.pk in words
    ]
