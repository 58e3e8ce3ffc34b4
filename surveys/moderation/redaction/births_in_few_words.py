"""Births told by a day alone, a short date or an unusual one: "born on the 14th", "IX.III.1991"."""

import re
from collections.abc import Iterator
from functools import cache

from surveys.moderation.redaction import birth_contexts, birth_feasts, birth_months
from surveys.moderation.redaction.spans import Redaction, matches
from surveys.moderation.redaction.spoken_figures import ENGLISH_UNITS

_BORN = re.compile(
    r"\bborn\b|birth|\bd\.?o\.?b\b|\bsection\b|deliver|\bb\.|\bdue\b|turned|baby|\bson\b|daughter|twins",
    re.IGNORECASE,
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)"
_ENDS_THERE = (
    r"(?=\s*(?:[.,;!?)\n]|$)|\s+(?:and|but|at|by|via|with|still|we|i|so|after|before|she|he|weighing|in\s+the\s+(?:car|bath|lift|taxi|ambulance|early|middle)"
    r"|just|then|when|because|cos|here|it)\b)"
)
# "born 2 weeks ago on the 14th", "on the 15th of last month": no month, but seldom far from this one.
_LONE_DAY = re.compile(
    r"\bborn\b(?:[^.!?;\n\d]|\d{1,2}\s+(?:weeks?|days?|hours?)\b){0,40}\bon\s+"
    rf"(?P<date>(?:the\s+)?{_DAY}(?:\s+of\s+(?:last|this)\s+month|(?!\s+of\b){_ENDS_THERE}))",
    re.IGNORECASE,
)
_EMERGENCY = re.compile(
    rf"\bemergency\s+(?:c[\s-]?)?(?:section|caesarean|cesarean|cs)\s+(?:on\s+)?(?:the\s+)?(?P<date>{_DAY})(?=\s*[.,;!\n])",
    re.IGNORECASE,
)
# Day and month alone, where nothing but a birth can be meant.
_SHORT = re.compile(
    r"(?:\b(?:birth\s?day|birth\s?date|date\s+of\s+birth|dob)\s+(?:(?:down|up|in|wrong|shows?|says?|is|was)\s+){0,2}(?:as|on|for|is|was|says?|shows?)"
    r"|\bdue\b[^.!?;\n]{2,30}?\b(?:came|arrived|turned\s+up|born|showed\s+up)|\b(?:baby|son|daughter|twins|she|he)\s+(?:was\s+)?born)"
    r"\s+(?:on\s+)?(?:the\s+)?(?P<date>(?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|[12]\d|3[01]))(?![\d/:]|\.\d|\s?(?:%|kg|lbs?|am|pm|weeks?|kilos?|kgs|pounds?|stone|litres?|g|hours?|hrs?|minutes?|mins?|days?|or|out)\b)",
    re.IGNORECASE,
)
_YEAR_ALONE = re.compile(
    rf"\bborn\s+(?:back\s+)?in\s+(?P<date>['’]?(?:seventy|eighty|ninety)(?:[\s-](?:{ENGLISH_UNITS}))?)\b(?!\s+(?:\w+\s+)?(?:min|hour|sec|per|degree|mile))",
    re.IGNORECASE,
)
_SIGN = r"(?:\s?[./-]\s?|\s)"
_YEAR = r"(?:(?:19|20)\d\d|\d\d)"
_DAYS_IN_ROMAN = r"(?:X{1,3}(?:IX|IV|V?I{0,3})|IX|IV|V?I{1,3}|V)"
_ROMAN_DATES = re.compile(
    rf"(?<![\w./-])(?:(?:\d{{1,2}}|{_DAYS_IN_ROMAN}){_SIGN}{birth_months.ROMAN}{_SIGN}{_YEAR}|(?:19|20)\d\d{_SIGN}{birth_months.ROMAN}{_SIGN}\d{{1,2}}"
    rf"|{birth_months.ROMAN}{_SIGN}\d{{1,2}}{_SIGN}{_YEAR})(?![\w/-])",
    re.IGNORECASE,
)
_HAS_ROMAN = re.compile(r"[\s./-][ivx]{1,4}[\s./-]", re.IGNORECASE)
_FIGURE = rf"(?:zero|oh|{ENGLISH_UNITS})"


@cache
def _in_single_figures() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:zero|oh|one|two|three)[\s-]{_FIGURE}\s+(?:of\s+)?{birth_months.month()}\b", re.IGNORECASE
    )


@cache
def _beside_a_feast() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:born|arrived|came|delivered)\b[^.!?;\n\d]{0,20}?\s(?P<date>(?:(?:\d{1,2}|one|two|three|four|a|the)\s+)?(?:days?|weeks?|night|morning)\s+(?:before|after)\s+"
        rf"{birth_feasts.feast()}(?:,?\s+(?:19|20)\d\d)?)",
        re.IGNORECASE,
    )


def told_shortly(text: str) -> Iterator[Redaction]:
    """Such days and dates, each with the words that tell a birth."""
    if _BORN.search(text) is None:
        return
    for match in matches(text, _LONE_DAY, _EMERGENCY, _SHORT, _YEAR_ALONE, _beside_a_feast()):
        yield Redaction(*match.span("date"), "date_of_birth")
    for match in matches(text, _in_single_figures(), *([_ROMAN_DATES] if _HAS_ROMAN.search(text) else [])):
        if birth_contexts.told(text, *match.span()):
            yield Redaction(*match.span(), "date_of_birth")
