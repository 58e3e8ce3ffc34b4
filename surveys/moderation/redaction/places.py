"""Postcodes and street addresses in the United Kingdom."""

import re
from collections.abc import Iterator

from surveys.moderation.redaction import word_lists
from surveys.moderation.redaction.spans import Redaction

_POSTCODE = re.compile(
    r"\b(?P<area>[A-Z]{1,2})[0-9][A-Z0-9]?(?P<gap>\s{0,2})(?P<inward>[0-9][ABD-HJLNP-UW-Z]{2})\b",
    re.IGNORECASE,
)
# "ward b6 2nd bed", "bay e2 3hr wait": an ordinal or a length of time in small letters.
_NOT_INWARD = re.compile(r"[0-9](?:st|nd|rd|th|hr|yr|wk|ft|lb|dr)$")

_CERTAIN_STREET = r"(?:street|road|rd|avenue|ave|lane|crescent|cres|terrace|grove|mews|boulevard)"
_CAPITAL_STREET = (
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Close|Drive|Dr|Way|Court|Ct|Crescent|Place|Terrace|Gardens|Grove|Walk"
    r"|Row|Hill|Square|Mews|Parade|Rise|View|Green|Park|Croft|Fold|Gate)"
)
_FLAT = r"(?:(?:flat|apartment|apt)\.?\s+(?:no\.?\s*)?\d+[a-z]?\b,?\s*)"
_NUMBER = r"\b\d{1,4}[a-zA-Z]?,?\s+"
_MEASURE = (
    r"(?!(?:mile|minute|min|hour|hr|day|week|month|year|other|more|different|midwi|people|women|men|of|in|on|car"
    r"|times?|beds?|the|and|to|am|pm)s?)"
)
_ADDRESSES = (
    re.compile(rf"{_FLAT}?{_NUMBER}{_MEASURE}(?:[a-z'’-]+\s+){{1,3}}?{_CERTAIN_STREET}\b", re.IGNORECASE),
    re.compile(rf"(?i:{_FLAT})?{_NUMBER}(?:[A-Z][\w'’-]+\s+){{1,3}}{_CAPITAL_STREET}\b"),
    re.compile(rf"\b{_FLAT}", re.IGNORECASE),
    re.compile(rf"(?<=\b(?i:live) (?i:at|on|in) )(?:[A-Z][\w'’-]+\s+){{1,3}}{_CAPITAL_STREET}\b"),
)


def postcodes(text: str) -> Iterator[Redaction]:
    """Whole postcodes of a real area ("a12 3rd bed" is none), in any case, spaced or not.

    Half a postcode ("LE3") names thousands of homes and stays.
    """
    for match in _POSTCODE.finditer(text):
        if match["area"].lower() in word_lists.postcode_areas() and not _NOT_INWARD.match(match["inward"]):
            yield Redaction(match.start(), match.end(), "postcode")


def addresses(text: str) -> Iterator[Redaction]:
    """A house number with a street, a flat number, or the street somebody says she lives in."""
    for pattern in _ADDRESSES:
        for match in pattern.finditer(text):
            length = len(match.group().rstrip(" ,\n"))
            yield Redaction(match.start(), match.start() + length, "address")
