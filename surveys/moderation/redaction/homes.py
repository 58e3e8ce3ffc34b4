"""Where somebody says that she lives, in words rather than as on a letter.

"22 Broadway", "Elm Road number 6", "we're at 6 woodside", "the Park Hotel on Station Road", "two Mill Yard".
"""

import re
from collections.abc import Iterator

from surveys.moderation.redaction import word_lists
from surveys.moderation.redaction.address_words import (
    ENDS,
    FLAT_WORDS,
    GROWN,
    HOUSE_NUMBER,
    LIVING,
    LOWER_STREET,
    NO_HOME,
    NO_MEASURE,
    OTHER_ENDS,
    SMALL_STREET,
    SPELT,
    STREETS,
    UNIT_WORDS,
    WORD,
)
from surveys.moderation.redaction.spans import Redaction, matches

_NO = r"(?i:number|numer|num[aă]rul|número|номер|num|no\.?|nr\.?|n\.?º|№|#)"
# "number six", "no. 6", but not "no one".
_SAID = (
    rf"(?:(?i:number|numer|num[aă]rul|número|номер)\s*{HOUSE_NUMBER}"
    r"|(?i:num|no\.?|nr\.?|n\.?º|№|#)\s*\d{1,4}[a-zA-Z]?)"
)
_NO_WARD = "".join(rf"(?<!(?i:{word}) )" for word in ("ward", "bay", "bed", "room", "level", "bus", "floor"))
_KIN = (
    r"(?:mums?|moms?|mams?|dads?|nans?|grans?|mother|father|parents|sisters?|brothers?|aunt\w*|partners?"
    r"|in[\s-]laws?|friends?|carers?|husbands?|boyfriends?)"
)
# "live at", "we're at", "my nan's", "our old house": what a home follows in any letters.
_AT_HOME = (
    r"\b(?i:(?:liv(?:e|es|ed|ing)|stay(?:s|ed|ing)?|resid\w+|rent(?:s|ed|ing)?|based|housed|rehoused"
    r"|mov(?:e|ed|ing))(?:\s+(?:now|still|out|up|down|over|back|here|alone|round|in|us|me)){0,2}"
    r"\s+(?:at|in|on|to|from)"
    r"|(?:we|i|she|he|they)(?:\s+(?:are|am|is|r|was|were)|'re|'m|m|'s)(?:\s+(?:now|still|just|both"
    r"|back))?\s+at"
    r"|(?:new|old|right|correct|current|postal|home|full|my|our|her|his|their|the)\s+addr?ess?"
    r"(?:\s+\w+){0,4}?(?:\s+(?:is|was|as|to|at|being|will\s+be))?"
    r"|addr?ess?\s*(?=:)|addr?ess?(?:\s+\w+){1,4}?\s+(?:is|was|as)"
    r"|(?:is|was|be|are|visit\w*)\s+at|at(?=\s+(?:no\.?|number)\s*\d)"
    rf"|(?:my|our|her|his|their|the)\s+(?:\w+\s+){{0,2}}?(?:{_KIN}(?:'s|s')?|(?:place|house|home|flat)"
    r"(?:\s+(?:is|was|at))?))[\s:,-]{1,3}"
)
_SPOKEN_STREET = re.compile(rf"\b(?P<place>{SPELT}\s+(?:{WORD}\s+){{1,3}}?{ENDS})\b{NO_HOME}")
_SMALL_SPOKEN = re.compile(
    rf"{_AT_HOME}(?P<place>{SPELT},?\s+(?:[a-z'-]+\s+){{1,3}}?(?:{LOWER_STREET}|{SMALL_STREET}))\b",
    re.IGNORECASE,
)
_STREET_THEN_NUMBER = (
    re.compile(
        rf"\b(?P<place>(?:{WORD}\s+){{1,3}}?(?:{STREETS}|{OTHER_ENDS})(?:\s+(?i:flats|estate))?,?\s+"
        rf"(?:(?i:at|house|la|pod|em)\s+)?{_SAID})\b"
    ),
    re.compile(
        rf"\b(?:(?i:on|in|at|off)\s+)(?P<place>(?P<word>[a-z'-]+)\s+(?:[a-z'-]+\s+)?{LOWER_STREET}"
        rf",?\s+{_SAID})\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:{LIVING}|\b(?:przy|na|pe|la|em|ku|ul\.|[Rr]ua|[Ss]trada|[Ss]tr\.|на|по)\s+)(?P<place>"
        rf"(?:{WORD}\s+){{1,3}}?"
        rf"(?:{STREETS}),?\s+\d{{1,4}}[a-z]?(?:/\d{{1,3}})?)\b(?!\s?(?:[-:.]\d|%|am\b|pm\b))"
        rf"(?!,?\s+(?i:min|hour|mile|day|week|ora|godz))"
    ),
    re.compile(
        rf"{_AT_HOME}(?P<place>(?:(?i:the)\s+)?(?P<word>{WORD})(?:\s+{WORD}){{0,2}},?\s+(?:(?i:at)"
        rf"\s+)?(?:{_SAID}|{FLAT_WORDS}\s*{HOUSE_NUMBER})"
        rf")\b"
    ),
)
_NUMBER_ON_STREET = re.compile(
    rf"\b(?P<place>{_SAID}\s+(?:on|in|at)\s+(?:the\s+)?(?:{WORD}\s+){{1,3}}?{ENDS})\b{NO_HOME}"
)
_GROWN_STREET = re.compile(
    rf"{_NO_WARD}(?<![\d/.:£$-])\b(?P<place>\d{{1,4}}[a-zA-Z]?,?\s+(?P<word>{GROWN}))\b(?!\s+[A-Z]){NO_HOME}"
)
# "22 Broadway." or "(17 Sunnyside)": nothing else in the sentence or between the brackets.
_ALONE = re.compile(
    rf"(?:^|[.!?\n(]\s?)(?P<place>\d{{1,4}}[a-zA-Z]?\s+{NO_MEASURE}(?P<word>{WORD})(?:"
    rf"\s+{WORD})?)(?=\)|,|[.!]?\s*(?:\n|$))"
)
_LIVES_AT_NUMBER = re.compile(
    rf"\b(?i:liv(?:e|es|ed|ing)\s+(?:at|in))\s+(?P<place>(?:{_NO}\s*)?\d{{1,4}}[a-z]?)(?=\s*"
    rf"(?:[.,;!)\n]|$)|\s+(?:not|and)\b)"
)
_AT_NUMBER = re.compile(
    r"\bat\s+(?P<place>(?i:number)\s+\d{1,4}[a-z]?)\b(?!\s+(?:in|on|of|for|to)\b)(?!\s?[%.:]\d)"
)
_WE_ARE_NUMBER = re.compile(
    rf"\b(?:we|i)(?:'re|'m|\s+are|\s+am)\s+(?P<place>number\s+{HOUSE_NUMBER}(?:,\s+(?-i:{WORD}(?:\s+{WORD})?))?)(?=\s*(?:[.,;!?)\n]|$))",
    re.IGNORECASE,
)
_SITE_AT = re.compile(
    r"\b(?i:(?:travell?ers?'?|gypsy|caravan|holiday)\s+(?:site|park))\s+(?:at|on|near)\s+(?:the\s+)?"
    rf"(?P<place>{WORD}(?:\s+{WORD}){{0,2}})"
)
_COTTAGE = re.compile(rf"\b(?P<place>(?P<word>{WORD})\s+(?:{WORD}\s+)?(?:Cottage|Farmhouse|Barn))\b{NO_HOME}")
_HOUSE_ON = re.compile(
    rf"\b(?:house|home|cottage|bungalow|flat|maisonette|terrace|semi|hostel|refuge|shelter|b&b)\s+(?:is\s+|was\s+)?(?:on|in|off)\s+(?:the\s+)?"
    rf"(?P<place>(?:{WORD}\s+){{1,3}}?(?:{STREETS}))\b{NO_HOME}"
)
_STREET_AND_HOUSE = re.compile(
    rf"\b(?P<place>(?:{WORD}\s+){{1,3}}?(?:{STREETS}),?\s+(?:the\s+)?(?:(?:last|first|end|only|corner)\s+)?"
    r"(?:house|cottage|bungalow)\b(?:\s+(?:at|on|with|by|next)(?:\s+[a-z'-]+){1,3})?)"
)
_OLD_HOUSE = re.compile(
    r"\b(?P<place>The\s+Old\s+(?:Bakehouse|Bakery|Smithy|Rectory|Vicarage|Mill|School(?:\s?house)?|Forge|Dairy"
    r"|Chapel|Post\s+Office|Barn|Stables|Coach\s+House|Police\s+Station|Manse|Parsonage|Brewery|Bank|Granary))\b"
)
_FARM = re.compile(rf"\b(?P<place>(?:{WORD}\s+){{2,3}}Farm)\b(?!\s+(?i:park|shop|trip|visit|foods))")
_NUMBER_THE = re.compile(
    rf"{_NO_WARD}\b(?P<place>\d{{1,4}}[a-z]?,?\s+[Tt]he\s+(?P<word>[A-Z][a-z]{{3,}}))\b(?!\s+[A-Za-z]+ing\b)"
)
_OUR_LANE = re.compile(
    rf"\b(?:our|my)\s+(?:lane|street|road|close)\s+is\s+(?:called\s+)?"
    rf"(?P<place>{WORD}(?:\s+(?:[a-z']{{1,3}}\s+){{0,2}}{WORD}){{0,3}})"
)
_ON_THE_WATER = re.compile(
    rf"\b(?i:narrow\s?boats?|boats?|barge|moored)\b[,:]?\s+(?:(?:at|on|near|called|in)\s+)?(?:the\s+)?"
    rf"(?P<place>(?P<word>{WORD})(?:\s+{WORD}){{0,2}}(?:,\s+{WORD}(?:\s+{WORD}){{0,2}})?)"
)
_BOX = re.compile(r"\b(?P<place>(?i:p\.?\s?o\.?\s?box)\s+\d{1,5})\b")
_STAYING = (
    r"\b(?i:(?:liv|stay|sleep|be)\w*|put|moved|housed|placed|discharged|evicted|homeless|seeker|refugee)"
    r"(?:\s+(?:us|me|him|her|now|still|up|back|out))?\s+(?:in|at|to|into|from)\s+"
)
_LODGINGS = (
    r"(?:(?i:hostel|hotel|refuge|barracks|b&b|guest\s?house|travelodge|premier\s+inn|holiday\s+inn"
    r"|ibis|britannia"
    r"|mercure|novotel|best\s+western|days\s+inn)|Inn|Lodge|Camp|House|Court|Hall)"
)
_LODGING = (
    re.compile(
        rf"{_STAYING}(?:(?i:the|a)\s+)?(?P<place>(?:(?P<word>{WORD})\s+)?(?:{WORD}"
        rf"\s+){{0,2}}?{_LODGINGS}(?:\s+(?i:hostel|hotel|refuge))?"
        rf",?\s+(?:(?:on|in|at|off)\s+)?(?:{WORD}\s+){{1,2}}(?:{STREETS}))\b"
    ),
    re.compile(
        rf"{_STAYING}(?:(?i:the|a)\s+)?(?P<place>(?P<word>{WORD})\s+(?:{WORD}\s+){{0,2}}?(?i:hostel"
        rf"|refuge|barracks|(?:lodge|house|inn|hotel),?\s+(?:room|rm|bed)\s+\d{{1,3}}))\b"
    ),
    re.compile(
        rf"\b(?P<place>(?i:room|rm|bed|pod|cabin|chalet|pitch|plot|berth|mooring|caravan)"
        rf"\s+\w{{1,3}},?\s+(?:(?i:of|at|in)\s+)?(?:(?i:the)\s+)?"
        rf"(?P<word>{WORD})\s+(?:{WORD}\s+){{0,3}}?(?i:hostel|hotel|refuge|barracks|marina|moorings"
        rf"|lodge|inn|(?:holiday|caravan)\s+park|(?:caravan|travell?ers?)\s+site|site))\b"
    ),
    re.compile(
        rf"(?P<place>[\"“']?(?P<word>{WORD})[\"”']?,\s+(?:{WORD}\s+)(?:\w+\s+){{0,2}}?(?i:moorings?"
        rf"|marina|wharf|basin)(?:,\s+{WORD}(?:\s+{WORD}){{0,2}})?)"
    ),
)
_NAMED = (
    re.compile(
        rf"\b(?i:(?:my|our|the|her|his)\s+(?:house|home|cottage|flat|place)\s+(?:is|was)(?:"
        rf"\s+called)?)\s+(?P<place>(?P<word>{WORD})(?:\s+{WORD})?,?\s+(?:on|in|off)\s+(?:{WORD}"
        rf"\s+){{1,2}}(?:{STREETS}))\b"
    ),
    re.compile(
        rf"(?:{LIVING}|{_AT_HOME})(?:(?i:the)\s+)?(?P<place>(?P<word>{WORD})(?:\s+{WORD})?,\s+"
        rf"(?:{WORD}\s+){{1,2}}(?:{STREETS}|Drove))\b"
    ),
    re.compile(
        rf"(?:{LIVING}|{_AT_HOME}|\b(?i:anything|everything|letters?|post|call)\s+(?:at|to)"
        rf"\s+)(?P<place>(?:{WORD}\s+){{1,3}}?"
        r"(?:Farm|Cottages?|Barn|Grange|Smithy|Farmhouse|Manor|Lodge)(?:,?\s+(?:off|near|on|in)\s+(?:the\s+)?"
        rf"{WORD}(?:\s+(?:{WORD}|road|lane|street))?)?)\b"
    ),
    re.compile(
        rf"(?:^|[.!?\n]\s)(?P<place>(?:{SPELT}\s+{WORD}|(?P<word>{WORD})(?:\s+{WORD}){{1,2}}),\s+(?:{WORD}\s+){{1,2}}(?:Lane|Road|Street|Drove|Avenue|Close|Row))\b{{NO_HOME}}".replace(
            "{NO_HOME}", NO_HOME
        )
    ),
)
_END_OF = re.compile(
    rf"{_AT_HOME}(?:the\s+)?(?:very\s+)?(?:end|top|bottom|corner|back|start)\s+of\s+(?:the\s+)?"
    rf"(?P<place>(?:{WORD}\s+){{1,3}}?{ENDS})\b{NO_HOME}"
)
_FLAT_IN_THE_OLD = re.compile(
    rf"\b(?P<place>{FLAT_WORDS}\s+\w{{1,3}},?\s+the\s+old\s+[a-z]+(?:\s+(?:house|mill|school|office))?)\b",
    re.IGNORECASE,
)
_FLAT_OVER = re.compile(
    rf"\b(?P<place>(?i:(?:{FLAT_WORDS}|{UNIT_WORDS})\s+\w{{1,3}}|{FLAT_WORDS})\s+(?i:above|over"
    rf"|behind)\s+(?:the|a)\s+(?:[a-z'-]+\s+){{1,3}}(?:on|in)"
    rf"\s+(?:{WORD}\s+){{1,3}}(?:{STREETS}))\b"
)
_FIGURES_ONLY = (_STREET_THEN_NUMBER[2], _GROWN_STREET, _ALONE, _LIVES_AT_NUMBER, _BOX, _AT_NUMBER)
_PATTERNS = (
    _SPOKEN_STREET,
    *_STREET_THEN_NUMBER,
    _NUMBER_ON_STREET,
    _GROWN_STREET,
    _ALONE,
    _LIVES_AT_NUMBER,
    _BOX,
    _AT_NUMBER,
    _WE_ARE_NUMBER,
    _SITE_AT,
    _COTTAGE,
    _HOUSE_ON,
    _STREET_AND_HOUSE,
    _OLD_HOUSE,
    _FARM,
    _OUR_LANE,
    _ON_THE_WATER,
    *_LODGING,
    *_NAMED,
    _END_OF,
    _FLAT_IN_THE_OLD,
    _FLAT_OVER,
    _SMALL_SPOKEN,
)
_WITHOUT_FIGURES = tuple(pattern for pattern in _PATTERNS if pattern not in _FIGURES_ONLY)
_NO_MEASURE = NO_MEASURE.replace("|the|", "|")
_NUMBERED = re.compile(
    rf"(?:{_AT_HOME}|\b(?i:to|outside|of|opposite|instead\s+of|not|visit(?:ed)?|found|knocked\s+(?:at|on))\s+(?=\d{{1,4}}[a-z]?\s+[A-Z]))"
    rf"(?P<number>(?:{_NO}\s*)?\d{{1,4}}[a-zA-Z]?)(?:,(?=\s+[A-Z]))?\s+{_NO_MEASURE}(?P<the>the"
    rf"\s+)?(?P<word>[A-Za-z][a-z'-]{{3,}})\b"
)
_NEXT_WORD = re.compile(r"\s+(?P<word>[A-Za-z][a-z'-]+)\b")
_BESIDE = (
    re.compile(
        rf"(?<!\d )\b(?P<place>(?:{WORD}\s+){{1,3}}?(?:Street|St|Road|Rd|Lane|Avenue|Ave|Close|Crescent))\b"
        rf"{NO_HOME}"
    ),
    re.compile(
        rf"(?<![Bb]aby )(?<!(?:dog|cat) is )\b(?P<place>(?i:number)\s+{HOUSE_NUMBER})\b"
        rf"(?!\s+(?:in|on|of|for|to|one|priority)\b)"
    ),
    re.compile(r"\b(?:not|instead\s+of)\s+(?P<place>\d{1,4}[a-z])\b"),
    re.compile(r"\b(?:at|from|to|not)\s+(?P<place>no\.?\s?\d{1,4}[a-z]?)\b(?!\s+(?:of|in)\b)"),
)
_FURTHER = re.compile(
    rf"\s*(?:,|and|or|&|not|and\s+not)\s+(?P<place>\d{{1,4}}[a-z]?\s+{NO_MEASURE}(?P<word>[A-Z][a-z'-]+))\b"
)
_MOST_WORDS = 2


def homes(text: str) -> Iterator[Redaction]:
    """Homes as people tell of them. A street alone ("parked on Mill Lane") is none."""
    figures = any(map(str.isdigit, text))
    for match in matches(text, *(_PATTERNS if figures else _WITHOUT_FIGURES)):
        if not _is_everyday(match.groupdict().get("word")):
            yield Redaction(*match.span("place"), "address")
    if figures:
        yield from _with_figures(text)


def _with_figures(text: str) -> Iterator[Redaction]:
    for match in _NUMBER_THE.finditer(text):
        if not _is_common(match["word"]):
            yield Redaction(*match.span("place"), "address")
    yield from _numbered(text)


def beside(text: str) -> Iterator[Redaction]:
    """What is part of an address where another one was found: a street alone, the number of a house."""
    for pattern in _BESIDE:
        for match in pattern.finditer(text):
            yield Redaction(*match.span("place"), "address")


def _numbered(text: str) -> Iterator[Redaction]:
    """A number and the words after it that are no everyday ones: "my nan's, 80 thornhill"."""
    for match in _NUMBERED.finditer(text):
        if _is_common(match["word"]):
            continue
        end = match.end()
        for _ in range(_MOST_WORDS):
            following = _NEXT_WORD.match(text, end)
            if following is None or _is_common(following["word"]):
                break
            end = following.end()
        yield Redaction(match.start("number"), end, "address")
        yield from _listed_with_it(text, end)


def _listed_with_it(text: str, end: int) -> Iterator[Redaction]:
    """Further numbers with a name: "14 Elm and 14 Oak"."""
    while (further := _FURTHER.match(text, end)) is not None and not _is_common(further["word"]):
        yield Redaction(*further.span("place"), "address")
        end = further.end()


def _is_everyday(word: str | None) -> bool:
    return word is not None and word.strip().lower() in word_lists.everyday_words()


def _is_common(word: str) -> bool:
    return word.lower() in word_lists.common_words() and not re.fullmatch(GROWN, word.capitalize())
