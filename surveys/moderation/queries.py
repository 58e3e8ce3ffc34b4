"""What waits to be checked, what has been made safe, and how fast danger was answered."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from statistics import median
from typing import Any
from uuid import UUID

from django.db.models import Count, Min, Q, QuerySet

from surveys.core import clock
from surveys.core.actors import SYSTEM, Actor
from surveys.core.errors import require
from surveys.moderation import parts, policies, redaction, risk
from surveys.moderation.cases import LogLine as LogLine
from surveys.moderation.cases import RiskAsSeen as RiskAsSeen
from surveys.moderation.cases import cases as cases
from surveys.moderation.cases import contact_of as contact_of
from surveys.moderation.cases import log_of as log_of
from surveys.moderation.cases import seen_by as seen_by
from surveys.moderation.choosing import Waiting as Waiting
from surveys.moderation.choosing import just_done_together as just_done_together
from surveys.moderation.choosing import to_choose as to_choose
from surveys.moderation.claims import free as free
from surveys.moderation.claims import held as held
from surveys.moderation.claims import held_by_others as held_by_others
from surveys.moderation.limits import Limit as Limit
from surveys.moderation.limits import limits_for as limits_for
from surveys.moderation.misuse import InQuestion as InQuestion
from surveys.moderation.misuse import act_of as act_of
from surveys.moderation.misuse import by_doubt as by_doubt
from surveys.moderation.misuse import in_question as in_question
from surveys.moderation.misuse import just_set_aside as just_set_aside
from surveys.moderation.misuse import to_judge as to_judge
from surveys.moderation.models import Claim as Claim
from surveys.moderation.models import Clearance as Clearance
from surveys.moderation.models import Level as Level
from surveys.moderation.models import OnCall as OnCall
from surveys.moderation.models import RiskCase as RiskCase
from surveys.moderation.models import RiskLimit as RiskLimit
from surveys.moderation.models import Screening
from surveys.moderation.models import SetAside as SetAside
from surveys.moderation.models import Together as Together
from surveys.moderation.models import Unhidden as Unhidden
from surveys.moderation.on_call import Cover as Cover
from surveys.moderation.on_call import cover as cover
from surveys.moderation.on_call import eligible as eligible
from surveys.moderation.on_call import shifts as shifts
from surveys.moderation.on_call import uncovered as uncovered
from surveys.moderation.openings import Opening as Opening
from surveys.moderation.openings import openings_of as openings_of
from surveys.moderation.openings import unhidden_in as unhidden_in
from surveys.moderation.parts import Part as Part
from surveys.moderation.parts import not_covered as not_covered
from surveys.moderation.parts import pieces as pieces
from surveys.moderation.policies import LOCKED as LOCKED
from surveys.moderation.policies import may_handle as may_handle
from surveys.moderation.reading import Reading as Reading
from surveys.moderation.reading import reading_of as reading_of
from surveys.moderation.redaction import KINDS as KINDS
from surveys.moderation.redaction import Kind as Kind
from surveys.moderation.redaction import Redaction as Redaction
from surveys.moderation.redaction import bracketed as bracketed
from surveys.moderation.redaction import instead_of as instead_of
from surveys.moderation.redaction import stand_ins as stand_ins
from surveys.responses import queries as responses
from surveys.responses import raw_text
from surveys.responses.models import FreeText as FreeText

RISK_LEVELS = {level.value: str(level.label) for level in Level}
# What a report counts: a wish to complain has a clock, but is no danger.
CASE_LEVELS = ("R1", "R2", "R3")
# A text that may be read and checked as all others: no risk of it is open.
UNLOCKED = Q(riskcase__isnull=True) | Q(riskcase__decided_at__isnull=False)


@dataclass(frozen=True)
class ToCheck:
    """A text as a moderator sees it: her words, what to hide in them, and which of them sound like risk.

    `words` are hers where the `original` is open; else what others may read of them. `clearance` and `case`
    are None where nobody has decided and where nothing sounded like danger. While the risk is open only those
    on call and whoever leads get here.
    """

    text: FreeText
    words: str
    original: bool
    language: str
    risk: str
    look_first: bool
    risk_words: tuple[str, ...]
    suggested: tuple[Redaction, ...]
    clearance: Clearance | None
    case: RiskCase | None

    @property
    def hidden(self) -> tuple[Redaction, ...]:
        """What a person has hidden in it."""
        return parts.read(self.clearance.redactions) if self.clearance else ()

    @property
    def open_case(self) -> RiskCase | None:
        """The risk that still has to be decided."""
        return self.case if self.case is not None and self.case.decided_at is None else None

    def parts(self, redactions: Iterable[Redaction]) -> list[Part]:
        """Her words with these details marked."""
        return parts.cut(self.words, redactions)

    def preview(self, redactions: Iterable[Redaction]) -> list[Part]:
        """What others would read with these details hidden."""
        return pieces(redaction.apply(self.words, redactions))


@dataclass(frozen=True)
class Counts:
    """A moderator's desk in numbers. `oldest_waiting` and `oldest_case` are None where nothing waits."""

    waiting: int
    oldest_waiting: datetime | None
    open_cases: int
    oldest_case: datetime | None
    overdue_cases: int
    cleared_today: int


@dataclass(frozen=True)
class RiskSummary:
    """One risk level in a period: no content, only how many and how fast."""

    level: str
    opened: int
    decided: int
    median_hours: float | None


def in_hand(partnership_ids: Collection[UUID], *, after_loss: bool = False) -> QuerySet[FreeText]:
    """The texts that a moderator may open: not taken back, and not locked because of an open risk.

    `after_loss`, here and below: what was told after a loss, for specialist moderators; else nothing of it.
    """
    return FreeText.objects.filter(
        UNLOCKED,
        responses.told(after_loss=after_loss, response="response__"),
        partnership_id__in=partnership_ids,
        response__withdrawn_at__isnull=True,
    ).select_related("response", "response__unit", "partnership")


def waiting(partnership_ids: Collection[UUID], *, after_loss: bool = False) -> QuerySet[FreeText]:
    """Screened texts that nobody has decided about: the oldest first, what may be misuse last.

    Before all stands what may be danger though the network doubts it. One whose risk is open waits elsewhere
    (`open_cases`), for those on call.
    """
    return (
        in_hand(partnership_ids, after_loss=after_loss)
        .filter(clearance__isnull=True, screening__isnull=False)
        .order_by("-screening__look_first", "response__doubts", responses.SAID_AT, "id")
    )


def read_marks(stored: Iterable[Mapping[str, Any]]) -> tuple[Redaction, ...]:
    """Redactions as a clearance holds them."""
    return parts.read(stored)


def waits(text: FreeText) -> bool:
    """Whether a person still has to decide about a text."""
    return not Clearance.objects.filter(pk=text.pk).exists()


def said_at(text: FreeText) -> datetime:
    """Since when a text waits: when she said it, with her response or later."""
    return responses.added_at([text.pk]).get(text.pk, text.response.received_at)


def to_check(text: FreeText, *, by: Actor, now: datetime, original: bool = False) -> ToCheck:
    """A text with what is suggested. Her raw words while there is something to decide, or when asked for.

    That somebody read them is written down. Raises NotAllowed, also where an open risk locks the text and
    `by` is not among those who may handle it.
    """
    require(policies.may_check(by, text))
    require(policies.may_open(by, text, now=now), policies.LOCKED)
    screening = Screening.objects.filter(pk=text.pk).first()
    clearance = Clearance.objects.select_related("cleared_by").filter(pk=text.pk).first()
    case = case_of(text.pk)
    opened = original or clearance is None or (case is not None and case.decided_at is None)
    words = raw_text.read([text.pk], by=by, now=now)[text.pk] if opened else _safe(clearance)
    spoken = screening.language if screening else text.response.language
    return ToCheck(
        text=text,
        words=words,
        original=opened,
        language=spoken,
        risk=screening.risk if screening else "",
        look_first=bool(screening and screening.look_first),
        risk_words=_risk_words(words, spoken) if opened else (),
        suggested=parts.read(screening.redactions) if screening else (),
        clearance=clearance,
        case=case,
    )


def with_evidence(item: ToCheck, spans: Iterable[tuple[int, int]], *, by: Actor, now: datetime) -> list[Part]:
    """The text with details hidden, and the words in these spans of the raw text apart.

    Nobody reads raw words by it: what is hidden, or suggested to be while nobody has decided, does not leave.
    """
    require(policies.may_check(by, item.text))
    words = raw_text.read([item.text.pk], by=SYSTEM, now=now).get(item.text.pk, "")
    return parts.evident(words, item.hidden if item.clearance else item.suggested, spans)


def _safe(clearance: Clearance | None) -> str:
    return clearance.safe_text if clearance else ""


def _risk_words(words: str, language: str) -> tuple[str, ...]:
    danger = risk.assess(words, language=language)
    return tuple(words[phrase.start : phrase.end] for phrase in danger.phrases) if danger else ()


def case_of(free_text_id: UUID) -> RiskCase | None:
    """The risk case of a text, open or decided."""
    return RiskCase.objects.select_related("decided_by").filter(free_text_id=free_text_id).first()


def cleared(partnership_ids: Collection[UUID], *, after_loss: bool = False) -> QuerySet[FreeText]:
    """The texts that are safe to read: a person has cleared them, and no risk of theirs is open."""
    texts = responses.free_texts(partnership_ids, after_loss=after_loss)
    return texts.filter(UNLOCKED, clearance__outcome=Clearance.Outcome.CLEARED)


def safe_texts(free_text_ids: Iterable[UUID]) -> dict[UUID, str]:
    """The words of those texts that are safe to read; the others are left out."""
    rows = Clearance.objects.filter(pk__in=list(free_text_ids), outcome=Clearance.Outcome.CLEARED)
    rows = rows.exclude(pk__in=locked(free_text_ids))
    return dict(rows.values_list("free_text_id", "safe_text"))


def outcomes(free_text_ids: Iterable[UUID]) -> dict[UUID, Clearance]:
    """What people decided about these texts; `locked` says of which nothing may be shown."""
    return Clearance.objects.in_bulk(list(free_text_ids))


def locked(free_text_ids: Iterable[UUID]) -> set[UUID]:
    """Those of these texts whose risk is open: nobody reads them but those on call and whoever leads."""
    found = RiskCase.objects.filter(free_text_id__in=list(free_text_ids), decided_at__isnull=True)
    return set(found.values_list("free_text_id", flat=True))


def counts(partnership_ids: Collection[UUID], *, now: datetime, after_loss: bool = False) -> Counts:
    """How much waits, since when, and what has been done today in London."""
    texts = waiting(partnership_ids, after_loss=after_loss).order_by()
    queue = texts.aggregate(texts=Count("id"), oldest=Min(responses.SAID_AT))
    risks = open_cases(partnership_ids, after_loss=after_loss).aggregate(
        open=Count("id"), oldest=Min("clock_from"), overdue=Count("id", filter=Q(due_at__lte=now))
    )
    midnight = now.astimezone(clock.LONDON).replace(hour=0, minute=0, second=0, microsecond=0)
    done = cleared(partnership_ids, after_loss=after_loss).filter(clearance__cleared_at__gte=midnight)
    return Counts(
        waiting=queue["texts"],
        oldest_waiting=queue["oldest"],
        open_cases=risks["open"],
        oldest_case=risks["oldest"],
        overdue_cases=risks["overdue"],
        cleared_today=done.count(),
    )


def open_cases(partnership_ids: Collection[UUID], *, after_loss: bool = False) -> QuerySet[RiskCase]:
    """The risks that nobody has decided about, those due first in front."""
    found = cases(partnership_ids, after_loss=after_loss)
    return found.filter(decided_at__isnull=True).order_by("due_at", "level", "id")


def risk_summary(partnership_ids: Collection[UUID], *, start: datetime, end: datetime) -> list[RiskSummary]:
    """Every level that opens a case, with what was opened in `[start, end)`; a board sees it suppressed."""
    found = RiskCase.objects.filter(
        responses.told(after_loss=False, response="free_text__response__"),
        responses.standing(response="free_text__response__"),
        free_text__partnership_id__in=partnership_ids,
        opened_at__gte=start,
        opened_at__lt=end,
    )
    times = list(found.values_list("level", "opened_at", "decided_at", "first_decided_at"))
    return [_summary(level, [row[1:] for row in times if row[0] == level]) for level in CASE_LEVELS]


def _summary(level: str, times: list[tuple[datetime, datetime | None, datetime | None]]) -> RiskSummary:
    hours = [(first - opened).total_seconds() / 3600 for opened, decided, first in times if decided and first]
    return RiskSummary(level, len(times), len(hours), median(hours) if hours else None)
