"""Postcodes and street addresses in the United Kingdom."""

import re
from collections.abc import Iterator

from surveys.moderation.redaction.spans import Redaction

# The 124 postcode areas (Royal Mail), so that "a12 3rd bed" is no postcode.
_AREAS = frozenset(
    "AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX"
    " FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG"
    " NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS"
    " TW UB W WA WC WD WF WN WR WS WV YO ZE".split()
)
_POSTCODE = re.compile(
    r"\b(?P<area>[A-Z]{1,2})[0-9][A-Z0-9]?(?P<gap>\s{0,2})(?P<inward>[0-9][ABD-HJLNP-UW-Z]{2})\b", re.IGNORECASE
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
    """Whole postcodes in any case, spaced or not. Half a postcode ("LE3") names thousands and stays."""
    for match in _POSTCODE.finditer(text):
        if match["area"].upper() in _AREAS and not _NOT_INWARD.match(match["inward"]):
            yield Redaction(match.start(), match.end(), "postcode")


def addresses(text: str) -> Iterator[Redaction]:
    """A house number with a street, a flat number, or the street somebody says she lives in."""
    for pattern in _ADDRESSES:
        for match in pattern.finditer(text):
            length = len(match.group().rstrip(" ,\n"))
            yield Redaction(match.start(), match.start() + length, "address")
