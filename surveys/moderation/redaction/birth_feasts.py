"""Births told by a feast or a weekday: "born Ash Wednesday", "came on the last Saturday in Feb"."""

import re
from collections.abc import Iterator
from functools import cache

from surveys.moderation.redaction import word_lists
from surveys.moderation.redaction.spans import matches

_CHILD = (
    r"(?:(?:grand)?(?:daughter|son|child)|baby|babies|boy|girl|twins|lad|lass|bairn|eldest|youngest|little\s+\w+|bub(?:ba)?"
    r"|he|she|they)"
)
_BORN = (
    r"(?:\b(?:born|d\.?o\.?b\.?|date\s+of\s+birth|birth\s?days?(?:\s+party)?|gave\s+birth|turned\s+(?:up|one|two|three|four|five)|would\s+have\s+been\s+(?:one|two|three|four|five)|c[ao]me\s+to\s+us|into\s+the\s+world)"
    rf"|\b{_CHILD}\s+(?:\w+\s+)?(?:came|come|arrived|is|was|turns|will\s+be\s+one)"
    r"|\b(?:urodz\w*|ur\.|n[ăa]scut\w*|nasc(?:eu|i\w+)|dhash\w+|dhalat\w*)|народ\w+|پیدا\w*|(?<!\w)(?:ولدت|ميلاد\w*)|জন্ম\S*|হয়েছে|হয়েছে|জন্মেছে|જન્મ\S*|ਜਨਮ|ਜੰਮ\w*)"
)
_FILLERS = (
    r"(?:[\s,:(–-]{1,3}(?:is|was|on|at|in|a|an|the|to|us|here|last|this|safely|early|late|right|w|we|na|în|in|de|dia|no|у|в|на"
    r"|will|would|always|be|celebrated?|falls?|morning|evening|night|very|small|early|hours|of|there)\b){0,6}"
)
_YEAR = r"(?:,?\s+(?:(?:in|of|w|de|do|din|anului|року)\s+)?(?:(?:19|20)\d\d|'\d\d)(?!\d))?"
_BABY = r"(?=\s+baby\b)"


def _one_of(*names: str) -> str:
    words = sorted((word for name in names for word in word_lists.cues(name)), key=len, reverse=True)
    return rf"(?:{'|'.join(words)})(?![^\W\d_])"


@cache
def weekday() -> str:
    """A pattern for a day of the week in any language."""
    return _one_of("weekdays")


@cache
def month() -> str:
    """A pattern for a month in any language."""
    return _one_of("months")


@cache
def feast() -> str:
    """A pattern for a feast in any language."""
    return _one_of("feasts")


@cache
def _born_on_a_feast() -> re.Pattern[str]:
    return re.compile(
        rf"{_BORN}{_FILLERS}[\s,:(–-]{{1,3}}(?P<date>(?:the\s+)?(?:{feast()}){_YEAR}"
        rf"(?:,\s+(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{month()}{_YEAR})?)",
        re.IGNORECASE,
    )


@cache
def _arrived_on_a_feast() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:arrived|delivered)[\s,:-]{{1,3}}(?:on\s+)?(?P<date>{feast()}{_YEAR})", re.IGNORECASE
    )


@cache
def _feast_baby() -> re.Pattern[str]:
    return re.compile(rf"\b(?:a|an|our|my|little)\s+(?P<date>(?:{feast()}){_YEAR}){_BABY}", re.IGNORECASE)


@cache
def _born_on_a_weekday() -> re.Pattern[str]:
    counted = (
        rf"(?:the\s+)?(?:first|second|third|fourth|last)\s+{weekday()}\s+(?:in|of)\s+{month()}"
        rf"(?:,?\s+the\s+\d{{1,2}}(?:st|nd|rd|th))?{_YEAR}"
    )
    numbered = rf"{weekday()},?\s+(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)\b"
    return re.compile(rf"{_BORN}{_FILLERS}[\s,:(–-]{{1,3}}(?P<date>{counted}|{numbered})", re.IGNORECASE)


def feasts_and_weekdays(text: str) -> Iterator[tuple[int, int]]:
    """Where such days stand, each right after what tells a birth."""
    patterns = (_born_on_a_feast(), _arrived_on_a_feast(), _born_on_a_weekday(), _feast_baby())
    for match in matches(text, *patterns):
        yield match.span("date")
