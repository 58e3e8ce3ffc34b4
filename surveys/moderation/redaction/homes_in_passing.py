"""Homes told in passing: "Fennel Road where we live", "just off Elm Way, we are", "mera ghar Elm Lane pe"."""

import re
from collections.abc import Iterable, Iterator

from surveys.moderation.redaction import word_lists
from surveys.moderation.redaction.address_words import (
    HOUSES,
    LOWER_STREET,
    NO_HOME,
    OTHER_ENDS,
    STREETS,
    WORD,
)
from surveys.moderation.redaction.spans import Redaction, matches

_STREET = rf"(?P<place>(?:{WORD}\s+){{1,3}}?(?:{STREETS}|{OTHER_ENDS})(?![\w'])){NO_HOME}"
_ANY_HOME = (
    rf"(?P<place>(?:\d{{1,4}}[a-z]?\s+)?(?:{WORD}\s+){{1,3}}?(?:{STREETS}|{OTHER_ENDS}|{HOUSES})"
    rf"(?:\s\d{{1,4}}[a-z]?)?(?![\w'])){NO_HOME}"
)
_LIVE = r"(?i:liv(?:e|es|ed|ing)|stay(?:s|ed|ing)?|rent(?:s|ed|ing)?|lodg(?:e|es|ed|ing)|sleep(?:s|ing)?)"
_KIN = r"(?i:(?:my|our|her|his|their|the)\s+)(?:[a-z'’]{2,12}\s+){1,2}?"
_WHERE_WE_LIVE = re.compile(
    rf"(?<![\w'.-]){_STREET},?\s+(?i:(?:(?:is|which\s+is|that['’]?s)\s+)?where)\s+(?i:we|i|she|he|they|my\s+\w+|our\s+\w+)(?:['’]?(?:re|m|s)\b|\s+(?i:both\s+|all\s+|now\s+)?(?i:live|lives|lived|are|am|is|stay|stays|rent|r)\b)"
)
_WE_ARE = re.compile(
    rf"\b(?i:off|on|in|down|along|behind|up)\s+{_STREET},?\s+(?i:we|i)\s+(?i:are|am|live|stay|r)\b(?=\s*(?:[.,;!?)\n]|$))"
)
_LIVE_AT_KIN = re.compile(
    rf"\b{_LIVE}\s+(?i:at|with|in|above|behind)\s+{_KIN}(?:(?i:house|home|flat|place)\s+)?(?i:on|in|at|off|down)\s+{_STREET}"
)
_WE_R_AT = re.compile(
    rf"\b(?i:we|i)(?:\s+(?i:r|are|am|m)|['’]?(?:re|m))\s+(?:(?i:all|both|just|still|now)\s+)?(?i:at|on|in|off)\s+{_STREET}"
)
_ABOVE = re.compile(
    r"\b(?i:flat|bedsit|rooms?|maisonette|home|live|living|lives)\s+(?i:is\s+)?(?i:above|over|behind|next\s+to|opposite|beside)\s+(?i:the|a)\s+[a-z'’]{2,14}(?:\s+(?i:shop|bar|salon|place|office))?,?\s+"
    rf"(?:(?i:on|in|at|off)\s+)?{_STREET}"
)
_OPPOSITE = re.compile(
    rf"\b{_LIVE}\s+(?:[a-z]+\s+)?(?i:opposite|behind|near|next\s+to|by|beside|across\s+from|round\s+the\s+corner\s+from)\s+(?i:the|a|your)\s+[a-z]+,\s+(?:[a-z]+,\s+)?{_ANY_HOME}"
)
_NO_BUS = re.compile(
    rf"\b(?i:no|last|first|only|our)\s+(?i:bus|buses|taxis?)\s+(?:[a-z]+\s+)?(?i:past|to|from|at|near|out\s+to)\s+(?P<place>(?:{WORD}\s+){{1,3}}?(?:{HOUSES})(?:\s+(?:Cottages?|House|Barns?|Bungalow))?)\b{NO_HOME}"
)
_DOORS_FROM = re.compile(
    rf"\b(?P<place>(?i:next|one|two|three|four|five|six|\d)\s+doors?\s+(?:(?i:down|up|along|away)\s+)?(?i:from|to)\s+(?i:the)\s+{WORD}(?:\s+{WORD}){{0,2}}(?:,\s+{WORD})?)"
)
_CORNER = re.compile(
    rf"\b(?i:house|home|flat|place|live|lives|living|we['’]?re|i['’]?m|are|am)\s+(?:(?i:is|right|just)\s+)?(?:(?i:on|at)\s+)?(?i:the\s+)?"
    rf"(?P<place>(?i:corner)\s+of\s+(?:{WORD}\s+){{1,3}}?(?:{STREETS})\s+(?:and|&)\s+(?:{WORD}\s+){{1,3}}?(?:{STREETS}))\b"
)
_CAMP = re.compile(
    rf"\b(?P<place>(?i:hut|cabin|caravan|pod|chalet|bunk|static|trailer|tent|container|dorm)\s+\d{{1,3}}[a-z]?,\s+(?:{WORD}['’]?\s+){{1,3}}(?i:camp|park|site|farm|hostel)(?:,\s+(?:{WORD}\s+){{1,2}}(?:{HOUSES}|{STREETS}))?)\b"
)
_BLOCK_AND_FLATS = re.compile(
    rf"(?<![\w'.-])(?P<place>{WORD}\s+(?i:block|house|tower|court|building),?\s+(?i:(?:the\s+)?[a-z0-9]+\s+(?:floor|flr)),?\s+{WORD}\s+(?i:flats|estate|towers|apartments|court))\b"
)
_THE_OLD = re.compile(
    r"\b(?P<place>the\s+old\s+(?:school(?:\s?house)?|bake\s?house|smithy|rectory|vicarage|mill|forge|dairy|chapel|post\s+office|barn|stables|coach\s+house|police\s+station|manse|brewery|bank|granary|station|pub)"
    rf"(?:\s+house)?,\s+[a-z'’]{{3,}}\s+(?:[a-z'’]{{3,}}\s+)?{LOWER_STREET})\b",
    re.IGNORECASE,
)
_ESTATE = re.compile(
    rf"\b(?:{_LIVE}|(?i:moved|we['’]?re|we\s+are|i['’]?m|i\s+am|grew\s+up|house|flat))\s+(?:(?i:now|still|right|out|back|here)\s+)?(?i:on|in|to|at|onto|off)\s+"
    r"(?P<place>(?:(?i:the)\s+)?(?P<word>[A-Za-z][\w'’-]{2,})(?:\s+(?P<second>[A-Z][\w'’-]+))?\s+(?i:estate|caravan\s+(?:park|site)|travellers?['’]?\s+site))\b(?!\s+(?i:agent|car))"
)
_KIND_OF_ESTATE = re.compile(
    r"council|housing|same|next|whole|big|large|rough|new|old|private|industrial|local|nice|posh|poor|deprived"
    r"|quiet|real|army|other"
)
_CUES = (
    # Words of other languages for "our house is", "we live".
    r"(?i:\b(?:(?:mera|mere|meri|hamara|hamare|humara|hamari|amaru|amara|maru|amar|amader|sada|sadda|mera)\s+(?:ghar|makan|flat|bari|basha|basa|ghor|bashar)"
    r"|amra|ame|asi|assi|hum\s+log|ami|guri(?:ga|geen\w*|gayg\w*|gay\w*)|aqalk\w*|(?:waxaan?\s+)?(?:deg[g]?an\w*|nool(?:nahay|ahay)|joog\w*)|mieszka(?:m|my)|nasz(?:e)?\s+(?:dom|mieszkanie|blok)|wynajm\w+"
    r"|st[ăa]m|stau|locui(?:m|esc)|casa\s+noastr[ăa]|apartamentul\s+nostru|mor(?:o|amos)|viv(?:o|emos)|(?:a\s+)?nossa\s+casa|minha\s+casa)\b"
    r"|(?<!\w)(?:живемо|живу|мешка(?:ю|ємо)|наш(?:а|е)?\s+(?:будинок|квартира|хата|дім|адреса)))"
    r"|(?<!\w)(?:بيت(?:نا|ي)|منزل(?:نا|ي)|شقت(?:نا|ي)|ساكن(?:ة|ين)?|نسكن|[أا]سكن|(?:ہمارا|میرا|ہمارے)\s+(?:گھر|مکان|فلیٹ)|ہم"
    r"|ਸਾਡਾ\s+ਘਰ|ਮੇਰਾ\s+ਘਰ|ਸਾਡੇ\s+ਘਰ|ਅਸੀਂ|અમારું\s+ઘર|મારું\s+ઘર|અમે|আমাদের\s+(?:বাসা|বাড়ি|বাড়ি)|আমার\s+(?:বাসা|বাড়ি|বাড়ি)|আমরা)"
)
_ELSEWHERE = re.compile(
    rf"(?:{_CUES})(?:[\s,،:-]{{1,2}}[^\sA-Z\d.!?؟،,۔।][^\s.!?؟،,۔।]{{0,14}}){{0,4}}[\s,،:]{{1,2}}{_ANY_HOME}"
)
_RUA = re.compile(
    rf"\b(?P<place>(?:[Rr]ua|Avenida|Av\.|Travessa|Praça|[Ss]trada|Str\.|Bulevardul|Bd\.|ul\.|ulica|ulicy|al\.|os\.)\s+(?:d[aeo]s?\s+)?{WORD}(?:\s+{WORD}){{0,2}},?\s+(?:n\.?º\s?|nr\.?\s?)?\d{{1,4}}[a-z]?)(?![\w:/])"
)
_FARM_HOME = re.compile(
    rf"(?<![\w'.-])(?P<place>(?:{WORD}\s+){{1,2}}Farm\s+(?i:bungalow|cottages?|house|barns?|annexe|caravan)(?:,\s+(?:{WORD}\s+){{1,2}}(?:{STREETS}))?)\b"
)
# Each holds a word with a capital and, with one too, its kind of street or house.
_A_KIND = re.compile(rf"(?<!\w)[A-Z][\w'.-]{{0,40}}\s+(?:{STREETS}|{OTHER_ENDS}|{HOUSES})\b")
_WITH_A_KIND = (
    _WHERE_WE_LIVE,
    _WE_ARE,
    _LIVE_AT_KIN,
    _WE_R_AT,
    _ABOVE,
    _OPPOSITE,
    _NO_BUS,
    _CORNER,
    _FARM_HOME,
    _ELSEWHERE,
)
# The number alone where an address stands too: "we're at 171", "list przyszedł do sąsiadów pod 72".
_BESIDE = (
    re.compile(
        r"\b(?:(?i:we|i|ours|mine|it|she)(?:['’]?(?:re|m|s)|\s+(?:are|am|is|r))|(?i:live|lives|living)(?:\s+[a-z]+){0,4}?|shop|flat)\s+at\s+"
        r"(?P<place>\d{1,4}[a-z]?)(?=\s*(?:[.,;!?)\n]|$))(?!\.\d)"
    ),
    re.compile(
        r"(?<!\w)(?i:sąsiad\w*|vecin\w*|vizinh\w*|сусід\w*|jaar\w*|deris\w*)\s+(?:pod|z|spod|la|de\s+la|do|no|da|з|під|ku)\s+(?P<place>\d{1,4}[a-z]?)(?=\s*(?:[.,;!?)\n]|$))"
    ),
)
_OF_CARE = re.compile(rf"(?:Hospital|Infirmary|Maternity|University|Clinic)\s+(?:{STREETS})\b")
_NAMED = re.compile(rf"(?:{WORD}\s+){{1,2}}?(?:{HOUSES})\b")
# A flat that a hospital lends to parents is nobody's home.
_LENT = re.compile(
    r"\b(?:the|a)\s+(?:parents?['’]?|relatives['’]?|family|ronald\s+mcdonald)\s+(?:flat|house|accommodation|rooms?)\s+(?:is\s+)?(?:on|in|at|off)\s+$",
    re.IGNORECASE,
)
_REACH = 60


def in_passing(text: str) -> Iterator[Redaction]:
    """Streets, houses and estates where somebody says beside it, in any language, that she lives there."""
    found = [*matches(text, _CAMP, _BLOCK_AND_FLATS, _RUA, *(_WITH_A_KIND if _A_KIND.search(text) else ()))]
    small = text.lower()
    if " doors " in small or " door " in small:
        found.extend(match for match in _DOORS_FROM.finditer(text) if "live" in small or "we" in small)
    if "the old " in small:
        found.extend(_THE_OLD.finditer(text))
    if " estate" in small or " site" in small or " park" in small:
        found.extend(match for match in _ESTATE.finditer(text) if _is_a_named_estate(match))
    yield from (
        Redaction(*match.span("place"), "address") for match in found if not _OF_CARE.match(match["place"])
    )


def numbers_beside(text: str) -> Iterator[Redaction]:
    """Numbers of houses without their street, for texts in which another address was found."""
    for match in matches(text, *_BESIDE):
        yield Redaction(*match.span("place"), "address")


def again(text: str, found: Iterable[Redaction]) -> Iterator[Redaction]:
    """Houses with a name that was found, wherever it stands again, also in small letters."""
    names = {match.group() for one in found if (match := _NAMED.match(text, one.start, one.end))}
    for name in sorted(names):
        for match in re.finditer(rf"\b{re.escape(name)}\b(?:\s+(?:{HOUSES})\b)?", text, re.IGNORECASE):
            yield Redaction(match.start(), match.end(), "address")


def is_lent(text: str, start: int) -> bool:
    """Whether the address that begins at `start` is that of a flat which a hospital lends to parents."""
    return _LENT.search(text, max(0, start - _REACH), start) is not None


def _is_a_named_estate(match: re.Match[str]) -> bool:
    word = match["word"].lower()
    return not _KIND_OF_ESTATE.fullmatch(word) and word not in word_lists.everyday_words()
