"""Comments that wait, many on a page: as others would read them, who has them open, what may be done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from surveys.core.actors import Actor
from surveys.core.errors import require
from surveys.moderation import claims, parts, policies, redaction
from surveys.moderation.models import Claim, RiskCase, Screening, Together
from surveys.moderation.parts import Part
from surveys.responses import raw_text
from surveys.responses.models import FreeText


@dataclass(frozen=True)
class Waiting:
    """A text that waits. Its words, suggested details hidden, only where it may be chosen from a list.

    It may be chosen unless its risk is open or somebody else has it open (`claim`). `may_be_accepted`:
    nothing about it wants a closer look, so that it may be made safe as suggested.
    """

    text: FreeText
    safe: Sequence[Part]
    language: str
    hidden: int
    claim: Claim | None
    has_open_case: bool
    may_be_accepted: bool

    @property
    def may_be_chosen(self) -> bool:
        return self.claim is None and not self.has_open_case


def to_choose(texts: Sequence[FreeText], *, by: Actor, now: datetime) -> list[Waiting]:
    """These texts that wait; that somebody read their words is written down, text by text."""
    require(all(policies.may_check(by, text) for text in texts))
    keys = [text.pk for text in texts]
    others = claims.held_by_others(keys, by=by, now=now)
    cases = set(_open_cases(keys))
    words = raw_text.read([key for key in keys if key not in others and key not in cases], by=by, now=now)
    screenings = Screening.objects.in_bulk(keys)
    return [
        _waiting(text, screenings[text.pk], words.get(text.pk, ""), others.get(text.pk), text.pk in cases)
        for text in texts
    ]


def may_be_accepted(text: FreeText, screening: Screening) -> bool:
    """Whether nothing about a text wants a closer look: no risk, no doubt, not told after a loss."""
    return not (screening.risk or screening.look_first or text.response.doubts or text.response.after_loss)


def just_done_together(act_id: UUID, *, by: Actor) -> tuple[Together, int] | None:
    """An act of hers and how many texts it was about; None where it was not hers or has been undone."""
    act = Together.objects.filter(pk=act_id, done_by=by.actor_id).first()
    return (act, act.items.count()) if act else None


def _waiting(
    text: FreeText, screening: Screening, words: str, claim: Claim | None, has_open_case: bool
) -> Waiting:
    suggested = parts.read(screening.redactions) if words else ()
    return Waiting(
        text=text,
        safe=parts.pieces(redaction.apply(words, suggested)),
        language=screening.language,
        hidden=len(suggested),
        claim=claim,
        has_open_case=has_open_case,
        may_be_accepted=may_be_accepted(text, screening),
    )


def _open_cases(keys: Sequence[UUID]) -> Sequence[UUID]:
    open_ = RiskCase.objects.filter(free_text_id__in=keys, decided_at__isnull=True)
    return list(open_.values_list("free_text_id", flat=True))
