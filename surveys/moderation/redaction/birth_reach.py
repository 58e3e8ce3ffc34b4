"""How far a date of birth reaches: the day of the week before it, the feast, the year in words after it."""

import re
from collections.abc import Iterator
from functools import cache

from surveys.moderation.redaction import birth_feasts
from surveys.moderation.redaction.spans import Redaction
from surveys.moderation.redaction.spoken_figures import ENGLISH_TEENS, ENGLISH_TENS, ENGLISH_UNITS

_REACH = 60
# Years as each language says them; what follows "two thousand" in the others is one word of many.
_YEAR_IN_WORDS = (
    rf"(?:nineteen[\s-](?:hundred[\s-](?:and[\s-])?)?(?:{ENGLISH_TENS})(?:[\s-](?:{ENGLISH_UNITS}))?|nineteen\s+(?:{ENGLISH_TEENS})"
    rf"|two\s+thousand(?:\s+(?:and\s+)?(?:{ENGLISH_TENS})(?:[\s-](?:{ENGLISH_UNITS}))?|\s+(?:and\s+)?(?:{ENGLISH_UNITS}|{ENGLISH_TEENS}))?"
    rf"|twenty[\s-](?:(?:{ENGLISH_TENS})(?:[\s-](?:{ENGLISH_UNITS}))?|{ENGLISH_TEENS}|oh[\s-](?:{ENGLISH_UNITS}))"
    rf"|(?:forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-](?:{ENGLISH_UNITS}))?"
    r"|(?:(?:tysiąc|dziewięćset)\s+){0,2}\w+dziesiąt\w*(?:\s+\w+(?:ego|en|wa|zy|ry|ęć|ść|em))?|dwa\s+tysiące(?:\s+\w+){0,2}|dwutysięcznego"
    r"|(?:o\s+mie\s+nouă\s+sute\s+)?\w+zeci(?:\s+[șs]i\s+\w+)?|două\s+mii(?:\s+\w+(?:\s+[șs]i\s+\w+)?)?"
    r"|(?:mil\s+e?\s*novecentos|dois\s+mil)(?:\s+e\s+\w+){0,2}|(?:laba\s+kun|kun)(?:\s+iyo\s+\w+){0,3}|\w+tan(?:\s+iyo\s+\w+)?|sagaashan(?:\s+iyo\s+\w+)?"
    r"|(?:тисяча\s+дев\S+\s+)?(?:\w+десят\w*|дев['’ʼ]яност\w*|сороков\w+)(?:\s+\w+(?:го|ий|ого))?|(?:дві\s+тисячі)(?:\s+\w+){1,2}|двотисячн\w+"
    r"|(?:دو ہزار|انیس سو|ਦੋ ਹਜ਼ਾਰ|ਉੰਨੀ ਸੌ|ઓગણીસસો|બે હજાર|দুই হাজার|উনিশশো|উনিশ শো|ألفين و?"
    r"|ألف وتسعمئة و?)\s?[^\s.,،۔।!?]*)(?!\w)"
)
_YEAR_IN_FIGURES = r"(?:(?:19|20)\d\d|'\d\d)(?![\d:./-]\d|\d)"
_OF = r"(?:(?:of|de|do|din|în|w|в|у|ee|sanadka|roku|anul)\s+)?"
_TIMES = (
    r"(?:last|dia|w|we|în|in|na|у|в|no|at|on|dimineața|seara|noaptea|rano|subax(?:dii)?|habeen"
    r"|night|morning|evening|so)"
)


_LONG_AGO = re.compile(
    rf",?[\s-]{{1,2}}(?:of\s+)?(?:nineteen[\s-](?:hundred[\s-](?:and[\s-])?)?(?:forty|fifty|sixty|seventy|eighty|ninety)"
    rf"|two\s+thousand(?:\s+(?:and\s+)?(?:{ENGLISH_UNITS}|ten|eleven|twelve))?(?!\s+(?:and\s+)?\w+(?:ty|teen)\b))\b",
    re.IGNORECASE,
)

# "You have me as born 12th Jan. It's the 21st.": the other day is one of birth too.
_IT_IS = r"(?:[^\d\n]{0,50}\b(?:it['’]?s|put|said|says|say|is|was|have)|[^\d\n]{0,90}\b(?:its|it['’]s))"
_NIGHT_OF = re.compile(
    r"\b(?:the|on)\s+(?:night|morning|evening|afternoon|early\s+hours|eve)\s+of\s+$", re.IGNORECASE
)


_THE = re.compile(r"\bthe\s+$", re.IGNORECASE)
_COUNTED = re.compile(r"\d{1,2}(?:st|nd|rd|th)\b|[a-z-]*(?:first|second|third|[a-z]th)\b", re.IGNORECASE)


@cache
def _other_day() -> re.Pattern[str]:
    return re.compile(
        rf"{_IT_IS}\s+(?:the\s+)?(?P<day>\d{{1,2}}(?:st|nd|rd|th)(?:\s+(?:of\s+)?{birth_feasts.month()})?)(?=\s*(?:[.,;!?)]|$))",
        re.IGNORECASE,
    )


@cache
def _before() -> re.Pattern[str]:
    named = (
        rf"(?:\b(?:the\s+)?{birth_feasts.feast()}|\b(?:the\s+)?{birth_feasts.weekday()}"
        rf"|\bnoaptea(?=\s+de)|\d{{1,2}}(?:st|nd|rd|th)(?=\s+(?:and|or)))"
    )
    between = rf"(?:[\s,(–-]{{1,3}}(?:{_TIMES}|de|the|and|or)\b){{0,3}}[\s,(–-]{{1,3}}"
    return re.compile(
        rf"(?:(?:\b(?:the\s+)?(?:first|last)\s+(?:day|night)\s+of\s+)?{named}{between})$",
        re.IGNORECASE,
    )


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        rf"(?:,?[\s-]{{1,2}}{_OF}(?:{_YEAR_IN_WORDS})(?![\s-]+(?:\w+\s+)?(?:weeks?|days?|hours?|minutes?|mins|times)\b)|,?\s+{_OF}{_YEAR_IN_FIGURES})?"
        rf"(?:,?\s+(?:(?:morning|night|subax|habeen)\s+)?{birth_feasts.weekday()})?",
        re.IGNORECASE,
    )


def whole(text: str, date: Redaction) -> Redaction:
    """The date with "the", the day of the week, the feast and the year that belong to it."""
    date = _with_the(text, date)
    if (night := _NIGHT_OF.search(text, max(0, date.start - _REACH), date.start)) is not None:
        date = Redaction(night.start(), date.end, date.kind)
    before = _before().search(text, max(0, date.start - _REACH), date.start)
    after = _after().match(text, date.end) if not text[date.start : date.end].isdigit() else None
    return Redaction(before.start() if before else date.start, after.end() if after else date.end, date.kind)


def _with_the(text: str, date: Redaction) -> Redaction:
    counted = _COUNTED.match(text, date.start, date.end)
    before = _THE.search(text, max(0, date.start - _REACH), date.start) if counted else None
    return Redaction(before.start(), date.end, date.kind) if before else date


def is_long_ago(text: str, end: int) -> bool:
    """Whether the date that ends at `end` goes on with a year in words in which no visit could have been."""
    return _LONG_AGO.match(text, end) is not None


def other_day(text: str, date: Redaction) -> Iterator[Redaction]:
    """The day that somebody took for that of birth, or that is the right one, without its month."""
    if (match := _other_day().match(text, date.end)) is not None:
        yield Redaction(*match.span("day"), "date_of_birth")
