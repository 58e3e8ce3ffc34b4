"""Dates of birth: a date in a birth context, or one so long ago that it can be nothing else here.

The date of an appointment or of an admission is left: it is what happened, not who she is.
"""

import re
from collections.abc import Iterator

from surveys.moderation.redaction.spans import Redaction

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = re.compile(
    rf"(?<![\d/])(?:\d{{1,2}}\s?[/.\-]\s?\d{{1,2}}\s?[/.\-]\s?(?P<y1>(?:\d{{4}}|\d{{2}}))"
    rf"|(?P<y2>\d{{4}})-\d{{2}}-\d{{2}}"
    rf"|{_DAY}(?:\s+of)?[\s\-]+{_MONTH}\b\.?(?:,?[\s\-]+(?P<y3>(?:19|20)\d\d|'?\d\d)(?![:.]?\d))?"
    rf"|{_MONTH}\s+{_DAY}(?:,?\s+(?P<y4>(?:19|20)\d\d))?)(?![\d/])",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:\bd\.?\s?o\.?\s?b\b\.?|\bdate of birth\b|\bbirth\s?da(?:y|te)\b|\bb-?day\b|\bborn\b"
    r"|\bgave birth\b|\bdelivered\b|\b(?:baby|son|daughter|twins|he|she)\s+(?:was\s+|were\s+)?arrived\b"
    r"|\bhad (?:my|our|the) (?:baby|son|daughter|twins|little \w+)\b)"
    r"[^.!?;\n]{0,25}$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^\W{0,3}(?:is|was)?\W{0,2}(?:my|his|her|our|the)?\s*(?:d\.?o\.?b|date of birth|birthday)\b",
    re.IGNORECASE,
)
_REACH = 45
_OLDEST_YEAR, _LATEST_YEAR = 1930, 2012


def birth_dates(text: str) -> Iterator[Redaction]:
    """Dates that tell when somebody was born: hers, her baby's, or one with a year no visit could have."""
    for match in _DATE.finditer(text):
        if _long_ago(match) or _in_birth_context(text, match):
            yield Redaction(match.start(), match.end(), "date_of_birth")


def _long_ago(match: re.Match[str]) -> bool:
    year = next((value for value in match.groupdict().values() if value and len(value) == 4), None)
    return year is not None and _OLDEST_YEAR <= int(year) <= _LATEST_YEAR


def _in_birth_context(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - _REACH) : match.start()]
    after = text[match.end() : match.end() + _REACH]
    return bool(_BEFORE.search(before) or _AFTER.search(after))
