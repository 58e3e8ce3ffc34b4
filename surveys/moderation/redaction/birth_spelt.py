"""Dates told in words, or with the month counted: "ten ten ninety", "ਚੌਦਾਂ ਅਪ੍ਰੈਲ", "7 do 10 de 1992"."""

import re
from collections.abc import Iterator
from functools import cache

from surveys.moderation.redaction import birth_contexts, birth_months, birth_reach, word_lists
from surveys.moderation.redaction.spans import Redaction, matches
from surveys.moderation.redaction.spoken_figures import ENGLISH_TEENS, ENGLISH_UNITS

_UP_TO_TWELVE = rf"(?:{ENGLISH_UNITS}|ten|eleven|twelve)"
_DAYS = rf"(?:(?:twenty|thirty)(?:[\s-](?:{ENGLISH_UNITS}))?|{ENGLISH_UNITS}|{ENGLISH_TEENS})"
_YEARS = (
    rf"(?:(?:nineteen\s+)?(?:forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-](?:{ENGLISH_UNITS}))?"
    rf"|two\s+thousand(?:\s+(?:and\s+)?(?:{_UP_TO_TWELVE}))?|oh[\s-](?:{ENGLISH_UNITS}))"
)
_IN_NUMBERS = re.compile(rf"\b{_DAYS}[\s,/-]{{1,3}}{_UP_TO_TWELVE}[\s,/-]{{1,3}}{_YEARS}\b", re.IGNORECASE)
# "thirtieth of the third, eighty nine", "22nd of the 7th ninety four".
_COUNTED = re.compile(
    rf"\b(?:the\s+)?(?:{birth_months.ORDINALS}|\d{{1,2}}(?:st|nd|rd|th))\s+of\s+(?:the\s+)?(?:{birth_months.ORDINALS}|\d{{1,2}}(?:st|nd|rd|th))"
    rf"[\s,]{{1,2}}(?:of\s+)?(?:{_YEARS}|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_DAY_OF_MONTH = re.compile(
    r"(?<![\d/.:-])(?:\d{1,2}\s+(?:do|de|da)\s+\d{1,2}\s+de\s+(?:19|20)?\d\d|\b\w{2,12}\s+bisha\s+\w{2,9}aad(?:\s+(?:19|20)\d\d)?)(?![\d:])",
    re.IGNORECASE,
)
# The month in Roman figures, Latin or Cyrillic: "21.VIII.1995", "4.ХІІ", "III/2001".
_ROMAN_MONTH = r"(?:[IІ]{1,3}|[IІ]V|V[IІ]{0,3}|[IІ][XХ]|[XХ][IІ]{0,2})"
_ROMAN = re.compile(
    rf"(?<![\w./-])(?:\d{{1,2}}\s?(?P<sign>[./ -])\s?{_ROMAN_MONTH}(?:\s?(?P=sign)\s?(?P<year>(?:19"
    rf"|20)\d\d|\d\d))?(?!\w)|{_ROMAN_MONTH}/(?P<after>(?:19|20)\d\d)(?:,?\s+(?:dia|dnia|ziua"
    rf"|день)\s+\d{{1,2}})?)(?![/-]?\w)"
)
_LONG_AGO = range(1930, 2013)
_ANY_BIRTH = re.compile(
    r"\bd\.?o\.?b\b|date of birth|\bborn\b|birth\s?da(?:y|te)|\bconfirm|\bidentity\b|who\s+i\s+was"
    r"|\bmy\s+details|\bbaby\b|\bmummy\b",
    re.IGNORECASE,
)


@cache
def _day_in_words() -> re.Pattern[str]:
    """One word of a day before a month in a language whose numbers have too many forms to list."""
    months = [month for month in word_lists.cues("months") if not month[0].isascii()]
    month = rf"(?:{'|'.join(sorted(months, key=len, reverse=True))})"
    return re.compile(
        rf"(?<![^\s,(.])(?:[^\s\d,.()]{{2,14}}\s+(?:من\s+)?|\d{{1,2}}[^\s\d,.()]{{0,3}}\s+){month}(?![^\W\d_])(?:\s*,?\s+\d{{4}})?",
        re.IGNORECASE,
    )


def spelt(text: str) -> Iterator[tuple[int, int]]:
    """Where such dates stand: those long ago whatever is said, others beside what tells a birth."""
    for match in matches(text, _ROMAN, _DAY_OF_MONTH, *([] if text.isascii() else [_day_in_words()])):
        date = birth_reach.whole(text, Redaction(*match.span(), "date_of_birth"))
        if _is_long_ago(match) or birth_contexts.told(text, date.start, date.end):
            yield match.span()
    if _ANY_BIRTH.search(text):
        yield from (match.span() for match in _IN_NUMBERS.finditer(text))
    yield from (match.span() for match in _COUNTED.finditer(text))


def roman_dates(text: str) -> Iterator[re.Match[str]]:
    """Every date with its month in Roman figures and a year."""
    yield from (match for match in _ROMAN.finditer(text) if match["year"])


def _is_long_ago(match: re.Match[str]) -> bool:
    found = match.groupdict()
    year = found.get("year") or found.get("after") or match.group()[-4:]
    return len(year) == 4 and year.isdigit() and int(year) in _LONG_AGO
