"""Numbers of records told in passing: "look me up K 22 90417", "cod pacient MB 31 4402", "2l9O" for 2190."""

import re
from collections.abc import Iterator

from surveys.moderation.redaction.spans import Redaction, matches

# What somebody is found by, where a letter and groups of figures follow.
_FOUND_BY = (
    r"(?:\b(?:look\s+(?:me|us|her|him|it)\s+up|find\s+(?:me|us|her|him|it)|pull\s+(?:me|us|it)\s+up|search\s+(?:for\s+)?(?:me|us)|down\s+as|filed|booked\s+(?:in\s+)?under|quot(?:e|ing)"
    r"|i['’]?m|my\s+(?:number|no|ref|card|folder|label|sticker)|ref+s?|reference|number|no|nr|card|folder|id|ident\w*"
    r"|(?:cod(?:ul)?|num[ăa]r(?:ul)?|nr\.?)\s+(?:de\s+)?(?:pacient|dosar|fi[șs])\w*|c[óo]digo\s+(?:de\s+|da\s+|do\s+)?(?:doente|utente|paciente|processo)|kod\s+pacjent\w*"
    r"|lambar\w*|nambar\w*)\b|(?<!\w)(?:номер\w*|код\s+пацієнт\w*)|نمبر|رقم\S*|নম্বর|নাম্বার|નંબર|ਨੰਬਰ)"
)
_BETWEEN = (
    r"\.?\W{1,3}(?:(?:under|by|as|with|at|is|was|no|num|number|it['’]?s|on|my|the|e|este|é|to|waa)"
    r"\W{1,3}){0,4}"
)
_NO_CODE = (
    r"(?!(?:NICE|NG|CG|BP|HR|CTG|GP|BMI|IV|BPM|COVID|SATS|DAY|WEEKS?|WARD|ROOM|BED|BAY|AGE"
    r"|AND|THE|WAS|FOR|AT|ON|IN|TO|OF|BY|MY|IS|FLAT|TEL)\b)"
)
_GROUPED = re.compile(
    rf"(?i:{_FOUND_BY}{_BETWEEN})(?P<number>{_NO_CODE}[A-Z]{{1,4}}[ /.-]{{0,2}}"
    r"(?=(?:[ /.-]?\d){4})\d{1,7}(?:[ /.-]\d{1,6}){0,4})(?![\w/-])"
)
# Said after it: "497 3306 218 on your system".
_ON_SYSTEM = re.compile(
    r"(?<![\d/+.-])(?P<number>(?:(?-i:[A-Z]{1,3})[ -]?)?\d(?:[ .-]?\d){5,9})(?!\w|[ .-]\d)[\s,]{1,2}"
    r"(?:is\s+(?:me|what\s+i\s+am)\s+)?(?:on|in)\s+(?:your|the|ur|yr)\s+"
    r"(?:systems?|screens?|computers?|records?|notes|files?|books?)\b",
    re.IGNORECASE,
)
_ON_A_CARD = re.compile(
    r"\bnumber\s+on\s+(?:my|the|her|his|our)\s+(?:\w+\s+)?(?:card|book|folder|sticker|label|letter|band|bracelet|tag|form)\W{1,3}(?:(?:is|was|says|it['’]?s)\W{1,2})?"
    r"(?P<number>(?:[A-Z]{1,3}[ /-]?)?\d{3,7}[/-]\d{2,6})(?![\w/-])",
    re.IGNORECASE,
)
# As it is printed, with letters typed for figures.
_MISTYPED = re.compile(r"(?<![\w+-])[3-9][\dlIoO]{2}[ .-][\dlIoO]{3}[ .-][\dlIoO]{4}(?![\w-])")
_ONE_LETTER = re.compile(r"(?<![\w/@.-])[A-Z]\d{3}-\d{4,5}(?![\w/-])")
_FEWEST_FIGURES = 7
_NO_RECORD = re.compile(
    r"\b(?:leaflets?|forms?|versions?|polic(?:y|ies)|posters?|booklets?|guidelines?|guidance|patient\s+information|sop|appendix|page|edition|batch|lot)\W{1,2}(?:no\.?\s*|number\s+|ref\.?\s+)?$",
    re.IGNORECASE,
)
_REACH = 30


def told_in_passing(text: str) -> Iterator[Redaction]:
    """Numbers of records that only the words around them, or how they are built, tell."""
    for match in matches(text, _GROUPED, _ON_SYSTEM, _ON_A_CARD):
        yield Redaction(*match.span("number"), "nhs_number")
    for match in matches(text, _MISTYPED, _ONE_LETTER):
        if match.re is _ONE_LETTER or sum(map(str.isdigit, match.group())) >= _FEWEST_FIGURES:
            yield Redaction(match.start(), match.end(), "nhs_number")


def is_of_a_paper(text: str, start: int) -> bool:
    """Whether what begins at `start` numbers a leaflet or a form, and nobody's records."""
    return _NO_RECORD.search(text, max(0, start - _REACH), start) is not None
