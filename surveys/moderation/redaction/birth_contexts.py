"""What tells, around a date, that somebody was born then: a child before it, "came to us"."""

import re

from surveys.moderation.redaction import birth_in_passing

_CHILD = (
    r"(?:(?:grand)?(?:daughter|son|child)|baby|babies|boys?|girls?|twins|triplets|lad|lass|bairn|eldest|youngest|oldest|kids|children"
    r"|(?:first|second|third|last)[\s-]?born|little\s+(?:one|man|lady|boy|girl))"
)
_BIRTHDAY = (
    r"(?:\b(?:d\.?\s?o\.?\s?b\b\.?|date\s+of\s+birth|birth\s?-?\s?(?:day|date)s?|dat[aeęy]\s+urodz\w*|data\s+(?:de\s+|mea\s+de\s+)?na[sș]ter\w*"
    r"|zi\w*\s+de\s+na[sș]ter\w*|data\s+de\s+nascimento|anivers[áa]rio|taariikhda\s+dhal\w*)"
    r"|(?:дат|ден)\w*\s+народж\w*|تاریخ\s?پیدائش|تاريخ\s+(?:ال)?(?:ميلاد|ولاد)\w*|জন্ম\s?তারিখ|જન્મ\s?તારીખ|ਜਨਮ\s?(?:ਮਿਤੀ|ਤਾਰੀਖ਼?|ਤਰੀਕ))"
)
_BEFORE = re.compile(
    rf"(?:\b{_CHILD}(?:\s+(?:(?-i:[A-Z]\w+)|and|is|are|was|were)){{0,2}}[\s(:,-]{{1,4}}(?:on\s+)?(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:and|or|&)\s+)?"
    rf"|\b{_CHILD}\s+(?:\w+\s+)?(?:came|come|arrived|appeared|turned\s+up)\b[^.!?;\n\d]{{0,30}}"
    r"|\b(?:turned\s+up|(?:came|come|came\s+home)\s+to\s+us)(?:\s+on)?[^.!?;\n\d]{0,12}"
    r"|\b(?:he|she|baby|they)\s+(?:was|is|were)\s+(?:finally\s+|just\s+)?here\b[^.!?;\n\d]{0,40}"
    r"|\b(?:am|was|is|be|turned|turning|turns|aged|,)\s+(?:1[4-9]|[2-4]\d)\s+on\s+"
    r"|\b(?:has|have|got|put)\s+me\s+(?:down\s+)?as\s+(?:born\s+)?"
    r"|\bred\s+book\s+(?:\w+\s+)?(?:has|had|says|said|states|reads)\s+"
    r"|przysz\w+\s+na\s+[śs]wiat[^.!?;\n\d]{0,30}|\bwyskoczy\w+\s+|\bpojawi\w+\s+si[ęe]\s+"
    r"|\b(?:beb\w*|b[ăa]ia?[tț]\w*|feti[tț]\w*|copil\w*|gemen\w*)[^.!?;\n\d]{0,24}\bvenit[ăe]?\b[^.!?;\n\d]{0,30}|\bziua\s+\w+\s+(?:e|este)\s+(?:pe\s+)?"
    r"|\bfa(?:z|ço|zemos|zem)\s+anos\b[^.!?;\n\d]{0,40}|\bnasce(?:mos|ram|u)\b[^.!?;\n\d]{0,30}|\bveio\s+ao\s+mundo\b[^.!?;\n\d]{0,20}"
    r"|(?<!\w)з['’ʼ]яви\w+\s+(?:на\s+світ\s+)?|\b(?:dhash|dhalasho)\w*[^.!?;\n\d]{0,30}"
    r"|(?<!\w)(?:بیٹا|بیٹی|بچہ|بچی|پوتا|پوتی|نواسا|نواسی)\s+(?:ہوا|ہوئی|آیا|آئی)\s+"
    r"|(?:ছেলে|মেয়ে|মেয়ে|বাচ্চা|বাবু|যমজ)\s+(?:হয়েছে|হয়েছে|হইছে|হইসে|হলো|হল|হইল)\s+"
    r"|(?:બાબો|બેબી|દીકર[ોી]|બાળક|છોકર[ોી])\s+|(?:ਮੁੰਡੇ?|ਕੁੜੀ|ਬੱਚ[ਾੀੇ]|ਪੋਤ[ਾੀੇ]|ਦੋਹਤ[ਾੀੇ])\s+(?:ਦੀ\s+)?(?:ਤਰੀਕ\s+)?"
    r"|(?<!\w)(?:تاريخ|بتاريخ)\s+(?:ولاد\S+|ميلاد\S*)\s+(?:(?!المتوقع|متوقع)\S+\s+)?|(?<!\w)(?:انولد\w*|خلفت\w*|ولدته\w*|جبت|جبته\w*)\s+(?:\S+\s+){0,3}"
    r"|(?:জন্ম|જન્મ|ਜਨਮ|پیدائش|ميلاد)\S*\s+(?:\S+\s+)?"
    r"|\b(?:janam|janm|jonmo|wiladat|milad|paidaish|paida|jibt|weledt)\b[^.!?;\n\d]{0,24}"
    rf"|{_BIRTHDAY}[^.!?;\n\d]{{0,60}})$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*(?:کو\s+(?:آیا|آئی|ہوا|ہوئی|پیدا)|ਨੂੰ\s+(?:ਹੋਏ|ਹੋਇਆ|ਹੋਈ|ਜੰਮ)|\S{0,8}\s+(?:દિવસે[,\s]+)?(?:[^.!?\n\d]{0,24}\s)?(?:આવ્યો|આવી|જન્મ\S*)|ના\s+રોજ\s+જન્મ|ত?ে?\s+(?:আমার\s+)?(?:ছেলে|মেয়ে|বাচ্চা)\s+(?:হইল|হয়|হয়েছে|হইছে)"
    r"|(?:\s+\w+){0,2}\s+(?:ayuu|ayay|ayey|ayaa|buu|bay)\s+dhash\w+"
    r"|[,\s]+(?:\w+\s+){0,3}(?:przysz\w+\s+na\s+świat)|\s+(?:el|al)[- ]?milad"
    r"|[^.!?;\n\d]{0,14}\bfirework\s+baby)",
    re.IGNORECASE,
)
# A date that is a whole sentence, after one in which a date of birth is asked or told.
_ASKED = re.compile(
    rf"{_BIRTHDAY}[^\n.!?:]{{0,50}}[.!?:…]+\s*(?:(?:it['’]?s|mine['’]?s|mine\s+is|which\s+is)\s+)?$",
    re.IGNORECASE,
)
_EXPECTED = re.compile(
    r"(?:\b(?:due|edd|expected|estimated|termin\w*\s+porodu|previst[ao])\b|المتوقع|متوقعة)(?:(?!\b(?:but|came|arrived|born|turned|showed)\b)[^.!?;\n\d]){0,30}$",
    re.IGNORECASE,
)
_SENTENCE_ENDS = re.compile(r"\s*(?:[.!?,;\n]|$)")
_REACH = 90


def is_expected(before: str) -> bool:
    """Whether `before` ends so that the date after it is only that on which a baby is due."""
    return _EXPECTED.search(before) is not None


def told(text: str, start: int, end: int) -> bool:
    """Whether what stands around the date from `start` to `end` says that somebody was born then."""
    before = text[max(0, start - _REACH) : start]
    if is_expected(before):
        return False
    if _BEFORE.search(before) or _AFTER.match(text, end) or birth_in_passing.told(text, before, start, end):
        return True
    return _ASKED.search(before) is not None and _SENTENCE_ENDS.match(text, end) is not None
