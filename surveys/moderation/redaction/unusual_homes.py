"""Homes that only their own words tell: on the water, with a quoted name, with an aside, in other scripts."""

import re
from collections.abc import Iterator

from surveys.moderation.redaction.address_words import (
    ENDS,
    LOWER_STREET,
    NO_HOME,
    STREETS,
    STREETS_SPELT,
    WORD,
)
from surveys.moderation.redaction.spans import Redaction, matches

_VESSELS = (
    r"(?i:narrow\s?boat|house\s?boat|wide\s?beam|canal\s?boat|boat|barge|n/?b|yacht|cruiser|caravan|trailer|static|chalet|cabin|lodge"
    r"|yurt|cottage|house|bungalow|flat|farm|villa|annexe?|home|vardo|wagon|camper\s?van|shepherd'?s\s+hut)"
)
_NAMED = rf"[\"“”'‘«](?:[Tt]he\s+)?{WORD}(?:\s+(?:[a-z]{{1,3}}\s+)?{WORD}){{0,3}}[\"”“'’»]"
_PLACES = (
    r"(?i:moorings?|marina|wharf|basin|lock|quay|dock|boatyard|canal|cut|pontoon|jetty|towpath|bridge\s+\d+|caravan\s+(?:park|site)"
    r"|holiday\s+park|travell?ers?'?\s+site|halting\s+site)"
)
_QUOTED = re.compile(
    rf"(?<!\w)(?P<place>(?:{_VESSELS}\s+(?:(?i:is\s+)?(?i:called|named)\s+)?,?\s*)?{_NAMED},?\s+(?:(?i:on|in|at|off|near)\s+)?(?:(?i:the)\s+)?"
    rf"(?:(?:\d{{1,4}}[a-z]?|(?i:mooring|berth|pitch|plot|pontoon)\s+\w{{1,4}}),?\s+)?(?:{WORD}\s+){{1,3}}(?:{STREETS}|{_PLACES}))\b"
)
_VESSEL = re.compile(
    rf"\b(?P<place>(?i:narrow\s?boat|house\s?boat|wide\s?beam|canal\s?boat|boat|barge|n/?b|vardo|yurt)\s*,?\s*(?:(?i:called|named)\s+)?{_NAMED})"
)
_MOORING = re.compile(
    rf"\b(?P<place>(?i:mooring|berth|pontoon|pitch|plot|bay)s?\s+(?:no\.?\s*)?\d{{1,3}}[a-z]?,?\s+(?:(?i:at|on|in)\s+)?(?:(?i:the)\s+)?(?:{WORD}\s+){{1,4}}?"
    rf"{_PLACES})\b"
)
_MOORED = re.compile(
    rf"\b(?i:moored|mooring|tied\s+up|berthed|pitched\s+up)\s+(?:(?i:up)\s+)?(?i:at|on|by|in|near|above|below)\s+(?:(?i:the)\s+)?"
    rf"(?P<place>{WORD}(?:\s+{WORD}){{0,3}}(?:\s+{_PLACES})?)"
)
# "house 40, the one with green door, Pellow Rd": what it looks like between number and street.
_ASIDE = (
    r"(?:[,(–-]\s*|\s+)(?i:the|its|it's|it\s+is|with|by|next|near|opposite|behind|on|at|above|last|first"
    r"|big|blue|red|green|white)\b[^.!?\n,()]{2,60}(?:[,)–-]+\s*)(?:(?i:on|in|off|at)\s+)?"
)
_WITH_ASIDE = re.compile(
    rf"\b(?P<place>(?i:house|flat|number|no\.?|door|unit|plot|apartment|home|bungalow|cottage)\s*\d{{1,4}}[a-z]?\s*{_ASIDE}"
    rf"(?:{WORD}\s+){{1,3}}{ENDS})\b{NO_HOME}"
)
_SMALL_ASIDE = re.compile(
    rf"\b(?P<place>(?:house|flat|number|no\.?|door|unit|plot|apartment)\s*\d{{1,4}}[a-z]?\s*{_ASIDE}(?:[a-z'-]+\s+){{1,2}}{LOWER_STREET})\b",
    re.IGNORECASE,
)
_STREET_FIRST = re.compile(
    rf"\b(?P<place>(?:{WORD}\s+){{1,3}}(?:{STREETS}),\s+(?i:the\s+(?:one|house|flat|door)|it's|house|door)\b[^.!?\n]{{2,50}}?(?i:house|flat|number|no\.?|door)"
    rf"\s*\d{{1,4}}[a-z]?)\b"
)
_NO_TIME = r"(?!\s*(?:منٹ|دقيق|دقائق|گھنٹ|মিনিট|ঘণ্টা|મિનિટ|કલાક|ਮਿੰਟ|ਘੰਟ|хв|год|[:.]\d|%))"
_NUMBER_FIRST = re.compile(
    rf"(?<![\d:./])(?P<place>\d{{1,4}}(?:[/-]\d{{1,3}})?(?:\s?[^\W\d_][^\s\d,.،]{{0,2}})?,?\s+(?:نمبر\s+|নম্বর\s+|નંબર\s+|ਨੰਬਰ\s+)?(?:[^\s\d,.،]+\s+){{0,3}}?{STREETS_SPELT}(?![^\s,.،۔।!?)]{{3,}}))",
    re.IGNORECASE,
)
_NUMBER_LAST = re.compile(
    rf"(?<!\S)(?P<place>[^\s\d,.،]{{3,}}[\s-]{STREETS_SPELT}[^\s\d,.،]{{0,3}}[,،]?\s+(?:(?:پر|ਉੱਤੇ|ઉપર|উপর|ਮਕਾਨ|مکان|مبنى)\s+)?(?:نمبر\s+|رقم\s+|নম্বর\s+|નંબર\s+|ਨੰਬਰ\s+|буд\.?\s+|будинок\s+|№\s?)?\d{{1,4}}[a-zа-я]?)(?![\d/:-]){_NO_TIME}"
    rf"|(?<!\S)(?P<other>(?:вулиц[яіюею]+|вул\.|شارع|ul\.)\s?[^\s\d,.،]+(?:\s+[^\s\d,.،]+)?,?\s+(?:буд\.?\s+|будинок\s+|رقم\s+)?\d{{1,4}}[a-zа-я]?)(?![\d/:-]){_NO_TIME}",
    re.IGNORECASE,
)


def unusual(text: str) -> Iterator[Redaction]:
    """Homes that stand on no letter in this way, but can be found by what is told."""
    for match in matches(text, _QUOTED, _VESSEL, _MOORING, _MOORED, _WITH_ASIDE, _SMALL_ASIDE, _STREET_FIRST):
        yield Redaction(*match.span("place"), "address")
    if text.isascii():
        return
    for match in matches(text, _NUMBER_FIRST, _NUMBER_LAST):
        yield Redaction(match.start(), match.end(), "address")
