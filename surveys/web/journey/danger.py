"""Help at once, where what she has written sounds like danger (decision 0050).

The same rules read her words as later in the worker, so that help does not wait for anybody. Nothing of it is
kept, counted or logged here, nobody is told, and nothing stands in the way of sending.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from django.utils.safestring import SafeString

from surveys.moderation import risk
from surveys.organisations.queries import HelpLine
from surveys.web.journey import words
from surveys.web.journey.whom_to_ring import Help, Line

Purpose = HelpLine.Purpose
COMPLAINT = "wants to complain"
# Who can help with what. With bleeding, and whatever else is not named here, only those who are rung at once.
FITTING: Mapping[str, Purpose] = {
    "self-harm": Purpose.DESPAIR,
    "harm to the baby": Purpose.DESPAIR,
    "psychosis after birth": Purpose.DESPAIR,
    "abuse at home": Purpose.ABUSE,
    "rape or sexual violence": Purpose.ABUSE,
    "forced marriage or honour": Purpose.ABUSE,
    "FGM": Purpose.ABUSE,
    "trafficking or slavery": Purpose.ABUSE,
    "a child at risk": Purpose.ABUSE,
    "death or serious harm": Purpose.BEREAVEMENT,
}
NONE = SafeString()


def help_for(texts: Iterable[str], help_: Help) -> SafeString:
    """What to show above the page that follows these words of hers; empty where they sound like no danger.

    `help_` are the lines of her unit. A page that has been rendered before can have it put in its place.
    """
    seen = _seen(texts)
    if not seen:
        return NONE
    return _help_now(seen.keys(), help_) if _is_danger(seen) else _complaining(seen.keys(), help_)


def is_serious(texts: Iterable[str]) -> bool:
    """Whether words of hers sound like danger; for what she sent without a signal, where no page follows."""
    return _is_danger(_seen(texts))


def _seen(texts: Iterable[str]) -> dict[str, str]:
    spoken = words.language()
    seen: dict[str, str] = {}
    for text in texts:
        seen |= risk.concerns(text, language=spoken)
    return seen


def _is_danger(seen: Mapping[str, str]) -> bool:
    return any(level in risk.DANGER for level in seen.values())


def _help_now(topics: Collection[str], help_: Help) -> SafeString:
    fitting = {FITTING[topic] for topic in topics if topic in FITTING}
    chosen = replace(help_, lines=_lines(help_, fitting))
    return words.help_now(chosen, is_watched=Purpose.ABUSE in fitting)


def _lines(help_: Help, fitting: Collection[Purpose]) -> tuple[Line, ...]:
    """The lines that fit; where a place has none of them, all that are there to talk to somebody."""
    found = tuple(line for line in help_.lines if line.purpose in fitting)
    if found or not fitting:
        return found
    return tuple(line for line in help_.lines if line.purpose == Purpose.SUPPORT)


def _complaining(topics: Collection[str], help_: Help) -> SafeString:
    lines = tuple(line for line in help_.lines if line.purpose == Purpose.COMPLAINTS)
    return words.how_to_complain(replace(help_, lines=lines)) if COMPLAINT in topics and lines else NONE
