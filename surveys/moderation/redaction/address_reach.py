"""How far an address reaches around what gave it away: a flat's number, a village, "above the baker's"."""

import re
from collections.abc import Iterable

from surveys.moderation.redaction import address_chains, floors, localities, word_lists
from surveys.moderation.redaction.address_words import HOUSE_NUMBER, HOUSES, STREETS, WORD
from surveys.moderation.redaction.spans import Redaction, merged

_REACH = 80
_LOCALITIES = 2
_LOCALITY = re.compile(rf",\s+(?P<word>{WORD})(?:[\s-](?:[a-z]{{2,5}}[\s-])?{WORD}){{0,2}}(?!['\w])")
_HOUSE_BEFORE = re.compile(
    rf"(?:(?:The\s+)?{WORD}\s+{WORD}(?:\s+{WORD})?|(?i:lower|upper|ground|first|second|top"
    rf"|basement)[\s-]\w*\s?(?i:floor|flat)),\s+$"
)

_PART = (
    r"(?i:flat|apt|apartment|room|rm|bed|unit|door|number|no\.?|nr\.?|pitch|plot|block|floor"
    r"|m\.|ap\.|mieszkanie)"
)
_AFTER = (
    re.compile(
        rf",?\s+(?:{_PART}\s*\d{{1,4}}[a-zA-Z]?|(?i:flat|apt|apartment|room|number)\s+{HOUSE_NUMBER}"
        rf"|(?i:flat|apt|apartment|block|unit)\s+[A-Za-z])\b(?!\s?(?i:weeks|days|hours|months|am|pm|cm))"
    ),
    re.compile(
        r"\s+(?:(?i:travell?ers?'?|gypsy|caravan|holiday|mobile\s+home)\s+)?"
        r"(?:Sites?|site|Hostel|hostel|Refuge|refuge|Flats|flats|Moorings|moorings)\b"
    ),
    re.compile(
        rf",?\s+(?i:above|over|below|under|behind|beside|opposite|next\s+(?:door\s+)?to)\s+(?i:the|a|my)"
        rf"(?:\s+[a-z'-]+){{1,2}}?\s+(?:on|in)\s+(?:{WORD}\s+){{1,3}}(?:{STREETS})\b"
    ),
    re.compile(
        r"\s+(?:above|over|behind)\s+(?:the|a)\s+[a-z'-]+(?:\s+(?:shop|salon|bar|office|garage|store"
        r"|takeaway))?\b"
    ),
    re.compile(
        r",?\s+(?i:qol(?:ka)?|quarto|camer[aă]|pok[oó]j\w*|кімнат\w|غرفة|کمرہ|ਕਮਰਾ|રૂમ|রুম)\s+(?:(?i:nr\.?|n\.?º|lambar|numer)\s*)?\d{1,4}\b"
    ),
    re.compile(
        r",\s+(?i:(?:the\s+)?(?:last|first|second|third|end|corner)\s+(?:house|door|one)"
        r"(?:\s+on\s+the\s+(?:left|right|corner))?)\b"
    ),
)
_NOT_THAT_NUMBER = re.compile(
    r",?\s+(?:and\s+|but\s+)?(?:not|instead\s+of|rather\s+than)\s+(?:(?:at|to)\s+)?(?:(?:number|no\.?)\s*)?"
    r"\d{1,4}[a-zA-Z]?(?=\s*(?:[.,;!?)\n]|$))"
)
_BEFORE = (
    re.compile(r"(?i:\b(?:suite|flat|apt|apartment|unit|plot|pitch)\s+)$"),
    re.compile(rf"(?<=\bat )(?:The\s+)?{WORD},\s+$"),
    re.compile(rf"(?<=\()(?:[Tt]he\s+)?{WORD},\s+$"),
    re.compile(r"(?i:\b(?:suite|flat|apt|apartment|unit|room|bed|block)\s+(?:\d{1,3}[a-z]?|[a-z]),?\s+)$"),
    re.compile(
        rf"(?i:\b(?:flat|apt|apartment|unit|room|block|bay|quarter|hut|lodge)\s+)(?i:{HOUSE_NUMBER}),?\s+$"
    ),
    re.compile(rf"\b(?i:c/o|care\s+of)(?:,?\s+{WORD}){{0,4}},?\s+$"),
    re.compile(r"\b\d{1,2}/\d{1,2},?\s+$"),
    re.compile(r"\b\d{1,4}[a-z]?,?\s+(?:not|instead\s+of|rather\s+than)\s+$"),
    re.compile(r"\b\d{1,4}[a-z]?\s?(?:&|and|-|/|to)\s?$"),
    re.compile(rf"\b(?:{WORD}\s+){{1,3}}(?:{HOUSES})(?:(?:\s+[a-z]+){{0,4}},)?\s+$"),
    re.compile(r"\b[a-z']{3,}\s+(?:house|court|lodge|point|heights|towers?|mansions)\s+$"),
)
_BETWEEN = re.compile(r"(?:[\s,]{1,3}|,?\s+(?i:on|off|in|at|by|near|above)(?:\s+the)?\s+)$")


def whole(text: str, found: Iterable[Redaction]) -> list[Redaction]:
    """The addresses with all that belongs to each; those that stand side by side are one."""
    reaching = merged(_reaching(text, one) for one in found)
    joined: list[Redaction] = []
    for one in reaching:
        beside = joined and _BETWEEN.fullmatch(text, joined[-1].end, one.start)
        joined.append(Redaction(joined.pop().start, one.end, "address") if beside else one)
    return joined


def _reaching(text: str, found: Redaction) -> Redaction:
    near = _with_locality(text, _with_parts(text, found))
    near = localities.with_town(text, _with_parts(text, near))
    further = address_chains.with_parts(text, near)
    return near if further == near else localities.with_town(text, further)


def _with_parts(text: str, found: Redaction) -> Redaction:
    start, end = found.start, found.end
    for pattern in _AFTER:
        if (match := pattern.match(text, end)) is not None:
            end = match.end()
    if (other := _NOT_THAT_NUMBER.match(text, end)) is not None:
        end = other.end()
    for pattern in _BEFORE:
        if (match := pattern.search(text[max(0, start - _REACH) : start])) is not None:
            start -= len(match.group())
    return floors.with_floors(text, Redaction(start, end, "address"))


def _with_locality(text: str, found: Redaction) -> Redaction:
    """The address with the village or town that follows it, and the name of the house that stands before."""
    end = found.end
    for _ in range(_LOCALITIES):
        match = _LOCALITY.match(text, end)
        if match is None or match["word"].lower() in word_lists.everyday_words():
            break
        end = match.end()
    before = _HOUSE_BEFORE.search(text[max(0, found.start - _REACH) : found.start])
    start = found.start - len(before.group()) if before else found.start
    return Redaction(start, end, "address")
