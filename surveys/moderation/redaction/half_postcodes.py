"""The first half of a postcode where it is told as a place: "from PE30", "DL13 to Durham", "M19 like us".

Two letters and figures are hardly anything else; one letter is also a ward, a bed or a motorway.
"""

import re
from collections.abc import Iterator

from surveys.moderation.redaction import loose_postcodes, word_lists
from surveys.moderation.redaction.spans import Redaction

_TWO = re.compile(r"(?<![\w/.£$-])(?P<area>[A-Z]{2})\d{1,2}[A-Z]?(?: \d)?(?![\w%/:-]|[.,]\d)")
_ONE = re.compile(r"(?<![\w/.£$-])(?P<area>[BEGLMNSW])\d{1,2}[A-Z]?(?: \d)?(?![\w%/:-]|[.,]\d)")
# Gases, tests, forms and doses that are written like one.
_NO_PLACE = re.compile(r"(?:CO2|PO2|SO2|PH\d|IV\d|SP\d|HR\d\d)")
_BEFORE = re.compile(
    r"(?:[,;:(…]\s*|\b(?:in|from|to|at|around|near|round|of|for|out|up|down|over|across|we(?:['’]?re|\s+are)|i(?:['’]?m|\s+am)|not|its?|it['’]s|and|or|through"
    r"|say|said|is|was|be|live|all|w|we|z|ze|do|od|na|în|in|din|la|de|da|do|em|no|para|e|è|é|з|із|зі|в|у|до|від|на"
    r"|ku|ka|joogn\w+|degan\w*|leenahay|haysann\w+|xaafad\w*|область|район\w*)\s+)$",
    re.IGNORECASE,
)
_OTHER_SCRIPT = re.compile(r"[^\W\d_a-zA-Z\u00c0-\u024f\u0400-\u04ff]")
_AFTER = re.compile(
    r"\s+(?:mums|mam[as]s?|like\s+(?:us|me)|women|families|ladies|residents|postcodes?|where\s+(?:we|i)|because\s+that['’]?s\s+where)\b"
    r"|\s*(?:થી|থেকে|سے|ਤੋਂ)(?!\w)",
    re.IGNORECASE,
)
_AFTER_TWO = re.compile(r"\s+(?:(?i:way|area|side|end|bit|people|folk|lot|agagaar\w*)\b|to\s+[A-Z])")
_HOME = re.compile(
    r"(?:\b(?:we['’]?re|we\s+are|i['’]?m|i\s+am|liv\w+|home|based|moved)\s+(?:\w+\s+){0,2}?(?:in|from|to|at)"
    r"|\b(?:jestem|jesteśmy|mieszka\w+|suntem|sunt|somos|sou|moro|живемо|живу|ми)\s+(?:w|z|în|din|do|da|de|em|з|із|в|у)"
    r"|ساكن\w*|نسكن|اسكن|أسكن|بمنطقة|منطقة|kodu?|коду|індекс\w*)\s+$",
    re.IGNORECASE,
)
_NO_HOME_BEFORE = re.compile(
    r"\b(?:ward|bay|bed|beds|room|rm|level|floor|block|desk|theatre|clinic|bus|bag|seat|zone|car\s?park|form|junction"
    r"|[ab]?road|the|sala|sal[aă]|pat\w*|łóżko|sali|ліжко|cama|enfermaria|oddział\w*|salon\w*|палат\w+|bil\w+)\W{0,2}$"
    r"|(?:وارڈ|بیڈ|بس|وارد|سرير|غرفة|ওয়ার্ড|ওয়ার্ড|বেড|બેડ|વોર્ડ|ਵਾਰਡ|ਬੈੱਡ|ਬੈਡ)\W{0,2}$",
    re.IGNORECASE,
)
_PLACE_OF_CARE = re.compile(
    r"\s*(?:ward|bay|bed|room|level|floor|clinic|unit|theatre|form|test|scan|level|bus|وارڈ|بیڈ|ওয়ার্ড|ওয়ার্ড|વોર્ડ|ਵਾਰਡ)",
    re.IGNORECASE,
)
_REACH, _SIDE = 40, 6


def halves(text: str) -> Iterator[Redaction]:
    """First halves of postcodes of real areas that tell where somebody is at home."""
    for pattern, tells in ((_TWO, _tells_of_two), (_ONE, _tells_of_one)):
        for match in pattern.finditer(text):
            before = text[max(0, match.start() - _REACH) : match.start()]
            real = match["area"].lower() in word_lists.postcode_areas()
            if not real or _NO_HOME_BEFORE.search(before) or _PLACE_OF_CARE.match(text, match.end()):
                continue
            if tells(before, text[match.end() : match.end() + _REACH]) and not _NO_PLACE.match(match.group()):
                yield Redaction(match.start(), match.end(), "postcode")


def _tells_of_two(before: str, after: str) -> bool:
    if _tells_of_one(before, after):
        return True
    script = _OTHER_SCRIPT.search(before[-_SIDE:] + after[:_SIDE]) is not None
    return script or any((_BEFORE.search(before), _AFTER_TWO.match(after)))


def _tells_of_one(before: str, after: str) -> bool:
    told = _HOME.search(before) or _AFTER.match(after)
    return told is not None or loose_postcodes.announced_in(before)
