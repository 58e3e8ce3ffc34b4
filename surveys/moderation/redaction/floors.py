"""Flats and floors beside an address, in every language offered: "second floor", "1º andar", "ap 12, 2/1"."""

import re

from surveys.moderation.redaction.spans import Redaction

_ORDER = (
    r"(?:ground|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|top|upper|lower|middle"
    r"|\d{1,2}(?:st|nd|rd|th)?)"
)
_ENGLISH = (
    rf"(?:(?:on|up\s+on|at)\s+)?(?:the\s+)?(?:{_ORDER}[\s-])?{_ORDER}[\s-]{{1,2}}(?:floor|flr|fl|storey"
    rf"|level)\b(?:\s+(?:flat|left|right|back|front))?"
)
_STAIR = (
    r"(?:the\s+)?(?:top|upstairs|downstairs|basement|garden|back|front|end)\s+(?:flat|maisonette)\b"
    r"|(?:upstairs|downstairs)(?=\s*(?:[.,;!?)]|$))"
)
_ELSEWHERE = (
    r"(?:\d{1,2}\.?|[IVX]{1,4}|pierwsz\w+|drug\w+|trzeci\w*)\s+pi[eę]tr\w+|parter\w*"
    r"|et(?:aj\w*|\.)\s+(?:\d{1,2}|unu|doi|trei|patru|cinci|[IVX]{1,4})"
    r"|(?:\d{1,2}\s?\.?\s?[ºªo°]\s?|primeiro\s+|segundo\s+|terceiro\s+|quarto\s+)(?:andar|piso|esq\w*"
    r"|dto?\.?|dir\w*|frente)\b|r[eé]s[\s-]do[\s-]ch[aã]o|r/c\b"
    r"|(?:на\s+)?(?:\d{1,2}(?:-\w{1,3})?|перш\w+|друг\w+|трет\w+|четверт\w+)\s+поверс?х?\w*"
    r"|(?:پہلی|دوسری|تیسری|چوتھی|اوپر\s?والی|نچلی|گراؤنڈ)\s+(?:منزل|فلور)"
    r"|(?:الطابق|الدور)\s+\S{3,9}"
    r"|(?:দোতলা|তিনতলা|চারতলা|নিচতলা)\S{0,2}|(?:এর\s+)?\S{1,7}\s+তলা\S{0,3}"
    r"|(?:પહેલ|બીજ|ત્રીજ|ચોથ)\S{1,2}\s+(?:માળ|ફ્લોર)\S{0,2}"
    r"|(?:ਪਹਿਲੀ|ਦੂਜੀ|ਤੀਜੀ|ਚੌਥੀ)\s+(?:ਮੰਜ਼ਿਲ|ਮੰਜ਼ਲ|ਫਲੋਰ)"
    r"|dabaq\w*\s+\w{3,10}"
)
_FLATS = (
    r"(?:flat|flt|fl|apt|apartment|unit|room|rm|suite|block|bl|sc|ap|apart\w*|m|mieszk\w*|lok\w*|nr|кв"
    r"|квартир\w{1,2}|apto|fração|fracção|guri|daar)\.?"
    r"|فلیٹ|شقة|ফ্ল্যাট|ફ્લેટ|ਫਲੈਟ|ਫ਼ਲੈਟ"
)
_FLAT = rf"(?:{_FLATS})\s{{0,2}}(?:\d{{1,4}}[a-z]?(?:/\d{{1,3}})?|\d{{1,2}}/\d{{1,2}})"
_LETTERED = r"(?:flat|apt|apartment|mieszk\w*|apart\w*|apto|квартир\w{1,2}|кв)\.?\s+[a-zа-я](?!\w)"
_AFTER = (
    re.compile(rf",?\s+(?:{_ENGLISH}|{_STAIR}|{_ELSEWHERE})(?!\w)", re.IGNORECASE),
    re.compile(
        rf",\s+(?:{_FLAT}|{_LETTERED})(?![\w:])(?!\s?(?:weeks|days|hours|months|am|pm|cm|min))", re.IGNORECASE
    ),
)
_OVER = r"(?:\s+(?:over|above|behind|below|under)\s+(?:the|a)\s+[a-z'-]{2,15}(?:\s+[a-z'-]{2,15}){0,2}?)?"
_BEFORE = (
    re.compile(
        rf"(?<!\w)(?:{_ENGLISH}|{_STAIR}|{_ELSEWHERE}){_OVER},?\s+(?:(?:at|of|in)\s+)?$", re.IGNORECASE
    ),
    re.compile(rf"(?<!\w)(?:{_FLAT}|\d{{1,2}}/\d{{1,2}}){_OVER},?\s+(?:(?:at|of|in|on)\s+)?$", re.IGNORECASE),
    re.compile(
        r"(?<!\w)(?:n\.?\s?º|nº|nr|no|№|numer|num[aă]rul|número|номер|نمبر|رقم|নম্বর|নং|નંબર|ਨੰਬਰ)\.?\s*$",
        re.IGNORECASE,
    ),
)
_REACH, _PARTS = 60, 2


def with_floors(text: str, found: Redaction) -> Redaction:
    """The address with the floors and flats that stand right before and after it."""
    start, end = found.start, found.end
    for _ in range(_PARTS):
        end = next((after.end() for pattern in _AFTER if (after := pattern.match(text, end))), end)
        before = text[max(0, start - _REACH) : start]
        start -= next((len(part.group()) for pattern in _BEFORE if (part := pattern.search(before))), 0)
    return Redaction(start, end, "address")
