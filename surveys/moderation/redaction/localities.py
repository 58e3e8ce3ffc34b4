"""The village or town that an address is in, and landmarks beside it: after a comma, "in" or nothing."""

import re

from surveys.moderation.redaction import word_lists
from surveys.moderation.redaction.address_words import LOWER_STREET, OTHER_ENDS, STREETS, WORD
from surveys.moderation.redaction.spans import Redaction

_REST = rf"(?:[\s-](?:(?:on|upon|le|under|by|in|the|of|next)[\s-](?:the[\s-])?)?{WORD}){{0,2}}"
_VILLAGE = (
    r"(?:село|селі|селище|wieś|wsi|satul|sat|vila|aldeia|village|tuulada"
    r"|گاؤں|গ্রাম|ગામ|ਪਿੰਡ|قرية|مدينة|м\.|місто|oraș(?:ul)?|miasto)"
)
_IN = r"(?:in|near|outside|w|we|koło|în|lângă|em|perto\s+de|у|в|біля|fi|ee|في)"
_JOINED = re.compile(rf",?\s+(?:{_VILLAGE}\s+|{_IN}\s+(?:{_VILLAGE}\s+)?)(?P<word>{WORD}){_REST}(?!['\w])")
_COMMA = re.compile(rf",\s+(?P<word>{WORD}){_REST}(?!['\w])")
_BARE = re.compile(
    rf"\s+(?P<word>{WORD})(?:[\s-](?:on|upon|le|under)[\s-]{WORD})?"
    r"(?=\s*(?:[.,;:!?)\n]|$)|\s+(?:[a-z]|[^\x00-\u024f]))"
)
_IN_STREET = re.compile(rf"(?:\b(?:{STREETS}|{OTHER_ENDS})|\b(?i:{LOWER_STREET}))$")
_SMALL = re.compile(r"(?:,\s*|\s+)(?:in\s+)?(?P<word>[a-z]{4,20})(?![\w'])")
_OTHER_SCRIPT = re.compile(r"(?:\s?,\s*|\s+)(?:في\s+|у\s+|в\s+|м\.\s?)?(?P<word>[^\s\d.,;:!?()]{3,20})")
# The town told first: "w Goole na Carter Street".
_BEFORE = re.compile(
    rf"(?:(?<=\bw )|(?<=\bwe )|(?<=\bîn )|(?<=\bem )|(?<=\bу )|(?<=\bв )|(?<=\bin ))"
    rf"(?P<word>{WORD})(?:[\s-]{WORD})?"
    r"(?:,\s+(?:na|przy|pe|la|on|at|no|на|по)?|\s+(?:na|przy|pe|la|on|at|no|на|по))\s*$"
)
_BESIDE = (
    r"(?:near|opposite|beside|behind|above|over|by|facing"
    r"|next\s+(?:door\s+)?to|across\s+from|round\s+the\s+back\s+of)"
)
_LANDMARK = re.compile(
    rf",?\s+{_BESIDE}\s+(?:the|a)\s+(?!hospital|unit|ward|same|time|end)[A-Za-z'-]{{2,}}(?:\s+(?:shop|salon|bar|office|garage|store|takeaway|station|school|park|pub|place|house"
    r"|centre|surgery|mosque|church|bakery|bakers|chippy))?(?!\s+(?:of|and\s+then|which|that|when))(?!\w)"
)
_LANDMARK_ELSEWHERE = re.compile(
    r",?\s+(?:obok|naprzeciw(?:ko)?|koło|lângă|vizavi\s+de|deasupra|perto\s+d[aeo]|em\s+frente\s+(?:à|ao|d[ao])|біля|навпроти|поруч\s+з|над|مقابل|بجانب"
    r"|خلف|قرب|فوق|جنب|أمام|بجوار|dusha(?:\s+sare)?|agteeda|gadaasha|hareeraha)\s+(?:ee\s+)?[^\s\d,.،;:!?()]{3,}(?:\s+[^\s\d,.،;:!?()]{3,}(?=\s*(?:[.,،;!?)\n]|$)))?"
)
_LANDMARK_BEFORE = re.compile(
    r"(?:مقابل|بجانب|خلف|قرب|فوق|جنب|أمام|بجوار)\s+[^\s\d,.،;:!?()]{3,}(?:\s+[^\s\d,.،;:!?()]{3,})?\s?,\s+$"
)
_SHELTER = re.compile(
    r"\b(?:the\s+)?(?:women['’]?s\s+(?:refuge|hostel|shelter)|refuge|hostel|safe\s+house|b&b|travelodge|guest\s?house),\s+$",
    re.IGNORECASE,
)
# "Lumb Lane", told from what it is beside, in front of or behind: "ਗੁਰਦੁਆਰੇ ਦੇ ਨਾਲ 118 Havelock Rd".
_BESIDE_ELSEWHERE = re.compile(
    r"(?<!\S)[^\s\d.,;:!?()]{3,20}\s+(?:(?:ਦੇ\s+)?(?:ਨਾਲ|ਸਾਹਮਣੇ|ਪਿੱਛੇ|ਕੋਲ)|(?:کے\s+)?(?:ساتھ|سامنے|پیچھے|پاس|قریب|اوپر)|(?:والی|والا|والے)\s+(?:گلی|سڑک|محلے)"
    r"|(?:ની\s+)?(?:પાછળ|સામે|બાજુમાં|પાસે|ઉપર)|(?:এর\s+)?(?:পাশে|সামনে|পিছনে|উপরে|কাছে))\s?,?\s+$"
)
_FARM_BEFORE = re.compile(
    rf"\b(?:ferma|fermă|farma|quinta|ферма)\s+(?:\w{{2,4}}\s+)?{WORD},\s+$", re.IGNORECASE
)
_OUTWARD = re.compile(
    r"[\s,.]{1,3}(?:[^\x00-\u024f\s]{1,8}[\s,]{1,2})?(?P<area>[A-Z]{1,2})\d[\dA-Z]?(?![\w/:-]|\.\d|\s\d)",
    re.IGNORECASE,
)
_TOWN_IS = re.compile(
    rf"(?:,|\.)?\s+(?:the\s+)?(?:town|village|city)\s+(?:is|of|was)\s+(?P<word>{WORD}){_REST}", re.IGNORECASE
)
_THE_ONE_WITH = re.compile(
    r",\s+(?:the\s+)?(?:one|house|door|flat)\s+(?:with|by|on)\s+(?:the|a)\s+[a-z'-]+(?:\s+[a-z'-]+)?(?=\s*(?:[.,;!?)\n]|$))",
    re.IGNORECASE,
)
_ON_WHAT = re.compile(rf"[\s-](?:next|upon|under|le|on)[\s-](?:the[\s-])?(?P<word>{WORD})(?!['\w])")
_FIRST_OF_TWO = frozenset(
    {"lower", "upper", "great", "little", "old", "new", "long", "high", "middle", "church", "castle"}
)
_MOST, _REACH = 2, 60
_STANDING_BEFORE = (_SHELTER, _LANDMARK_BEFORE, _BESIDE_ELSEWHERE, _FARM_BEFORE)


def with_town(text: str, found: Redaction) -> Redaction:
    """The address with the landmark, village and town that follow it or stand before it."""
    end = _with_landmark(text, found.end)
    for _ in range(_MOST):
        further = _town_after(text, found.start, end)
        if further == end:
            break
        end = further
    if (gate := _THE_ONE_WITH.match(text, end)) is not None:
        end = gate.end()
    outward = _OUTWARD.match(text, end)
    if outward is not None and outward["area"].lower() in word_lists.postcode_areas():
        end = outward.end()
    before = text[max(0, found.start - _REACH) : found.start]
    town = _BEFORE.search(before)
    if town is not None and not _is_a_town(town["word"]):
        town = None
    others = (pattern.search(before) for pattern in _STANDING_BEFORE)
    earlier = town or next((match for match in others if match), None)
    return Redaction(found.start - (len(earlier.group()) if earlier else 0), end, "address")


def _with_landmark(text: str, end: int) -> int:
    landmark = _LANDMARK.match(text, end) or _LANDMARK_ELSEWHERE.match(text, end)
    return landmark.end() if landmark else end


def _is_a_town(word: str) -> bool:
    """Whether a word after a street could be the place it is in: no everyday one, no job, no relation."""
    small = word.lower()
    no_place = word_lists.cues("people") | word_lists.cues("honorifics") | word_lists.roles("en")
    return not any(
        small in words for words in (word_lists.everyday_words(), word_lists.cues("no_towns"), no_place)
    )


def _is_a_village(match: re.Match[str]) -> bool:
    if match["word"].lower() in _FIRST_OF_TWO:
        return " " in match.group().strip(" ,")
    return _is_a_town(match["word"]) and not match["word"].isupper()


def _town_after(text: str, start: int, end: int) -> int:
    match = _TOWN_IS.match(text, end) or _JOINED.match(text, end) or _COMMA.match(text, end)
    if match is not None and _is_a_village(match):
        return match.end()
    match = (
        _ON_WHAT.match(text, end) or _BARE.match(text, end) if _IN_STREET.search(text[start:end]) else None
    )
    if match is not None and _is_a_town(match["word"]) and not match["word"].isupper():
        return match.end()
    match = _SMALL.match(text, end)
    if match is not None and match["word"] in word_lists.towns():
        return match.end()
    match = None if text.isascii() else _OTHER_SCRIPT.match(text, end)
    if match is not None and match["word"].lower() in word_lists.towns_elsewhere():
        return match.end()
    return end
