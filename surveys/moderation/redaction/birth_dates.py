"""Dates of birth: a date in a birth context, or one so long ago that it can be nothing else here.

The date of an appointment or of an admission is left: it is what happened, not who she is.
"""

import re
from collections.abc import Iterator
from functools import cache

from surveys.moderation.redaction import (
    birth_contexts,
    birth_feasts,
    birth_months,
    birth_reach,
    birth_spelt,
    births_in_few_words,
    word_lists,
)
from surveys.moderation.redaction.spans import Redaction

_DAY = (
    r"\d{1,2}(?:\s?(?:st|nd|rd|th|º|ª|-?го|-?е)|-?(?:da|ka|dii|kii|tii|ii|lea|ul|a|o|ty|gi|go|ই|লা|রা"
    r"|ঠা|শে|લી|જી|થી|મી|ઠ્ઠી|ਵੀਂ)(?=\s))?"
)
_TH = r"(?:st|nd|rd|th)?"
_SEPARATOR = r"\s?(?P<sign>[/.\-\\,])\s?"
_BEFORE = re.compile(
    r"(?:\bd\.?\s?o\.?\s?b\b\.?|\bdate of birth\b|\bbirth\s?da(?:y|te)\b|\bb-?day\b|\bborn\b|\bdob\b"
    r"|\bgave birth\b|\bdelivered\b|\b(?:baby|son|daughter|twins|he|she)\s+(?:was\s+"
    r"|were\s+)?(?:arrived|came)\b|\barrived\s+(?:safely|safe|early|late|home)\b|\b(?:DD|DS|bub|bubba)\s+(?:came|arrived)\b"
    r"|\bhad (?:him|them|her(?! (?!at|on|in|by|via|early|late|this|last|and|then)[a-z])"
    r"|(?:her|my|our|the)(?: (?:first|second|third|last|beautiful|lovely|own))?"
    r" (?:baby|babies|son|daughter|twins|triplets|little \w+|boy|girl))\b"
    r"|\burodz\w*|\bur\.|\bnăscut\w*|\bnascut\w*|\bnaștere\w*|\bnașterii\b|\bnasceu\b|\bnascid\w*"
    r"|\bnascimento\b|\bdhashay\b|\bdhalat\w*|\bdhalash\w*"
    r"|народ\w*|народж\w*|مولود\w*|پیدائش|پیدا|ولد|وُلد|ميلاد|الميلاد|مواليد|জন্ম|જન્મ|ਜਨਮ|ਜੰਮ"
    r"|\bb\.\s|\bbirth\w*\s?:|\bstillborn\b|\binto (?:the|this) world\b|\b(?:her|his) entrance\b"
    r"|\bbirthdays?\b(?=[^.\n;\d]{0,40}$)(?:[^.\n;\d]{0,40})|\bLO\b|\b(?:birthday|date of birth|dob)\s?\?\s*"
    r"|\b(?:turn(?:s|ed|ing)?|(?:will|['’]?ll)\s+be)\s+\w+(?:[\s-]\w+)?\s+on(?=\s)|\bbaby\s+(?:girl|boy)[\s:,-]{1,3}(?=$)"
    r"|\b(?:baby|son|daughter|boy|girl|twins?|little\s+one)\s?\((?=$)|\baniversário\b"
    r"|д\.\s?н\.|(?-i:\b(?!We\b|I\b|They\b)[A-Z][a-z]+\s(?:arrived|came))"
    r"|\bdate de naștere|\bdhalasho)"
    r"(?:[^.!?;\n]|(?<=\d)\.(?=\d)){0,40}$"
    r"|(?:بیٹ[یاے]|بچ[یہے]|ਧੀ|ਪੁੱਤਰ|ਬੱਚ[ਾੀੇ]|દીકર[ીોા]|બાળક)\s+\S{2,12}\s+(?:کی|کا|کے|ਦੀ|ਦਾ|ਦੇ|ની|નો|નું)\s+$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^\W{0,3}(?:is|was|not)?\W{0,2}(?:my|his|her|our|the)?\s*(?:d\.?o\.?b|date of birth|birthday|birth date"
    r"|[^.!?;\n\d]{0,30}\bborn\b|\D{0,18}(?:پیدا|জন্ম|જન્મ|ਜਨਮ|ਹੋਇਆ|ਹੋਈ|હતો જન્મ|হয়েছে|urodz|născut"
    r"|народ|dhashay))",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"(?:\b(?:d\.?\s?o\.?\s?b\.?|date of birth|birthday|birth\s?date|born(?: on)?"
    r"|data\s+urodzenia|ur\.|data\s+(?:mea\s+)?(?:de\s+)?na[sș]ter\w+"
    r"|data\s+de\s+nascimento|дата\s+народження|taariikhda\s+dhalasha\w*|dhalashad\w*)|تاریخ\s?پیدائش|تاريخ\s+(?:ال)?(?:ميلاد|ولاد)\w*|জন্ম\s?তারিখ"
    r"|જન્મ\s?તારીખ|ਜਨਮ\s?(?:ਮਿਤੀ|ਤਾਰੀਖ਼?|ਤਰੀਕ))\W{0,4}(?:is|was|to|este|e|é|waa|ہے|هو|হলো|છે|ਹੈ)?\W{0,4}"
    r"(?P<date>\d{1,2}[\s./-]{1,2}\d{1,2}[\s./-]{1,2}(?:\d{4}|\d{2})"
    r"|\d{4}[\s./-]\d{1,2}[\s./-]\d{1,2}|\d{8}|\d{6}|\d{1,2}/\d{1,2})(?![\d/])",
    re.IGNORECASE,
)
_YEAR_WORDS = (
    r"(?:\s*,?\s*(?:nineteen|twenty|two thousand)(?:[\s-](?:and\s+)?(?:hundred|\w+ty|\w+teen|ten"
    r"|eleven|twelve|one|two|three|four|five|six|seven|eight|nine|oh)){1,3})"
)
_ORDINAL = re.compile(r"(?:first|second|third|th)\b", re.IGNORECASE)
# As it is called out in a waiting room: "19 6 96".
_SPACED = re.compile(
    r"(?<![\d/.:-])(?<!\d )(?P<a>\d{1,2})[ .,/-](?P<b>\d{1,2})[ .,/-]"
    r"(?P<y1>(?:19|20)\d\d|\d\d)(?![\d/:-]|[ .]\d)"
)
_LONG_AGO_WORDS = re.compile(
    r"nineteen|two thousand(?: and)?(?: (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve))?$",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
# A year alone, where it is said that somebody was born then.
_BORN_IN = re.compile(
    r"\b(?:born\s+in|year\s+of\s+birth|birth\s+year|born|urodz\w+\s+w|n[aă]scut\w*\s+[iî]n|nasc\w+\s+em|народ\w+\s+[ув]"
    r"|dhalat\w*|مواليد|rocznik)\W{0,3}(?:is|was)?\W{0,3}(?P<date>"
    r"(?:19[3-9]\d|20(?:0\d|1[0-2])))\b"
    r"(?![-/.]\d)",
    re.IGNORECASE,
)
_BABY_OF = re.compile(r"\b(?P<date>19[3-9]\d|20(?:0\d|1[0-2]))\s+baby\b", re.IGNORECASE)
# Between two dates of which one is right: "31st Jan instead of 30th Jan".
_OR_RATHER = re.compile(
    r",?\s+(?:and\s+)?(?:not|instead\s+of|rather\s+than|or|and)\s+(?:the\s+)?$", re.IGNORECASE
)
# What happened on a date and is no birth ("came on the 4th January visit").
_A_VISIT = re.compile(r"\s+(?:visit|appointment|scan|clinic|check|meeting|session|shift)\b", re.IGNORECASE)
# Or what came later than the birth that is told before it ("born 1/2, back in on 4/2").
_SOMETHING_ELSE = re.compile(
    r"\b(?:infected\s+by|healed\s+by|until|till|up\s+to|back\s+in|re-?admitted|discharged|seen|went\s+home)\s+(?:on\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
# What makes a date beside a name that of a birth.
_BABY_BEFORE = re.compile(
    r"\b(?:baby|girl|boy|son|daughter|twins?|triplets|little\s+(?:one|man|lady)|welcomed|newborn"
    r"|arrival)\b[^.!?;\n]{0,40}$",
    re.IGNORECASE,
)
_WEIGHT_AFTER = re.compile(r"[^\d\n]{0,25}\d[\d.]{0,4}\s?(?:lbs?|kgs?|g|oz|pounds?)\b", re.IGNORECASE)
_BIRTH_WEIGHT_AFTER = re.compile(
    r"[\s,(at:-]{1,6}[1-9](?:[.,]\d{1,3})?\s?(?:lbs?|kgs?|pounds?|кг|کلو|كيلو|কেজি|કિલો|ਕਿਲੋ)(?!\w)",
    re.IGNORECASE,
)
# A weight to the ounce or the gramme: of a newborn, where no scan is told of.
_WHOLE_WEIGHT_AFTER = re.compile(
    r"[\s,(]{1,3}(?:(?:at\s+)?\d{1,2}[:.h]\d\d[^\d.!?\n]{0,14}[\s,]{1,3})?(?:\d{1,2}\s?lbs?\s?\d{1,2}|[1-5][.,]\d{2,3}\s?kg|[1-5]\d{3}\s?(?:g|grams?|gramów|grame|gramas|грам\w*))\b",
    re.IGNORECASE,
)
_IS_BORN = re.compile(r"\bborn\b|\bbirth\b|\barrived\b|\bdelivered\b", re.IGNORECASE)
_SCAN = re.compile(
    r"\b(?:scan\w*|estimat\w*|growth|weighed|weight\s+check|clinic|re-?weigh\w*)\b", re.IGNORECASE
)
_REACH = 50
_OLDEST_YEAR, _LATEST_YEAR = 1930, 2012
_SHORT_YEARS = (*range(13), *range(40, 100))
_MONTHS_IN_A_YEAR, _LONGEST_MONTH = 12, 31


@cache
def _date() -> re.Pattern[str]:
    month = rf"(?:{'|'.join(sorted(word_lists.cues('months'), key=len, reverse=True))})"
    year = r"(?:,?[\s\-/]*(?:de\s+|of\s+)?"
    return re.compile(
        rf"(?<![\d/:])(?:(?P<a>\d{{1,2}}){_TH}{_SEPARATOR}(?P<b>\d{{1,2}}){_TH}\s?(?P=sign)\s?"
        rf"(?P<y1>\d{{4}}|\d{{2}})"
        rf"|(?P<y2>\d{{4}})[-/.]\d{{1,2}}[-/.]\d{{1,2}}"
        rf"|{_DAY}(?:\s+(?:of|de|o['’]))?[\s\-/.]*{month}(?![^\W\d])\.?{year}(?P<y3>(?:19|20)\d\d"
        rf"|'?\d\d)(?![:.]?\d)(?![a-z]|\s(?:lb|kg|oz|am|pm)\b)|\s+(?:last|this)\s+year\b)?"
        rf"|{month}\.?\s+(?:the\s+)?{_DAY}\b(?:,?\s+(?P<y4>(?:19|20)\d\d|'?\d\d(?![:.]?\d)(?!\s?(?:lbs?|kg|oz"
        rf"|am|pm|weeks|days|hours|mins)\b)))?"
        rf"|(?P<y6>(?:19|20)\d\d)\s{month}\s\d{{1,2}})(?![\d/])",
        re.IGNORECASE,
    )


@cache
def _spoken_date() -> re.Pattern[str]:
    month = rf"(?:{'|'.join(sorted(word_lists.cues('months'), key=len, reverse=True))})"
    return re.compile(
        rf"(?:(?:the\s+)?\b{birth_months.ORDINALS}(?:\s+of)?\s+{month}\b|\b{month}\s+(?:the\s+)?{birth_months.ORDINALS}\b)(?:{_YEAR_WORDS}|\s+(?P<y5>(?:19|20)\d\d))?",
        re.IGNORECASE,
    )


def birth_dates(text: str) -> Iterator[Redaction]:
    """Dates that tell when somebody was born, each with all that belongs to it."""
    for date in _dates(text):
        yield birth_reach.whole(text, date)
        yield from birth_reach.other_day(text, date)


def _dates(text: str) -> Iterator[Redaction]:
    """Hers, her baby's, or one with a year no visit could have."""
    for start, end in (*birth_feasts.feasts_and_weekdays(text), *birth_spelt.spelt(text)):
        yield Redaction(start, end, "date_of_birth")
    if _ORDINAL.search(text):
        for match in _spoken_date().finditer(text):
            told = _in_birth_context(text, match) or _is_weighed(text, match)
            if told or _LONG_AGO_WORDS.search(match.group()):
                yield Redaction(match.start(), match.end(), "date_of_birth")
    yield from births_in_few_words.told_shortly(text)
    for start, end in birth_months.months_and_years(text):
        yield Redaction(start, end, "date_of_birth")
    if _DIGIT.search(text):
        yield from _in_numbers(text)


def _in_numbers(text: str) -> Iterator[Redaction]:
    last = None
    for match in _date().finditer(text):
        beside = last is not None and _OR_RATHER.fullmatch(text, last, match.start())
        if beside or _is_long_ago(text, match) or _in_birth_context(text, match) or _is_weighed(text, match):
            last = match.end()
            yield Redaction(match.start(), birth_months.with_year_mark(text, last), "date_of_birth")
    for pattern in (_ANNOUNCED, _BORN_IN, _BABY_OF):
        for match in pattern.finditer(text):
            yield Redaction(*match.span("date"), "date_of_birth")


def full_dates(text: str) -> Iterator[Redaction]:
    """Every date with day, month and year in numbers, whatever it is the date of; in words, a baby's."""
    for pattern in (_date(), _SPACED):
        for match in pattern.finditer(text):
            in_words = match.groupdict().get("y3") and _is_of_a_baby(text, match)
            if in_words or (match["y1"] and _is_a_date(match)):
                yield Redaction(match.start(), match.end(), "date_of_birth")
    for match in birth_spelt.roman_dates(text):
        yield Redaction(match.start(), match.end(), "date_of_birth")


def _is_of_a_baby(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - _REACH) : match.start()]
    return bool(_BABY_BEFORE.search(before) or _WEIGHT_AFTER.match(text, match.end()))


def _is_weighed(text: str, match: re.Match[str]) -> bool:
    """Whether a weight follows a whole date where a birth is told: "1 Aug 2023, 6lb 2", but of no scan."""
    if _WHOLE_WEIGHT_AFTER.match(text, match.end()):
        return _SCAN.search(text[max(0, match.start() - _REACH) : match.end() + _REACH]) is None
    whole = any(value for key, value in match.groupdict().items() if key[0] == "y")
    return (
        whole
        and _BIRTH_WEIGHT_AFTER.match(text, match.end()) is not None
        and _IS_BORN.search(text) is not None
        and _SCAN.search(text[max(0, match.start() - _REACH) : match.end() + _REACH]) is None
    )


def _is_long_ago(text: str, match: re.Match[str]) -> bool:
    return _long_ago(match) or birth_reach.is_long_ago(text, match.end())


def _long_ago(match: re.Match[str]) -> bool:
    found = match.groupdict()
    year = next((value for key, value in found.items() if key[0] == "y" and value and len(value) == 4), None)
    if year is not None:
        return _OLDEST_YEAR <= int(year) <= _LATEST_YEAR
    if (short := found["y3"] or found["y4"] or "")[:1] in {"'", "’"}:
        return int(short[1:]) in _SHORT_YEARS
    return bool(found["y1"]) and _is_a_date(match) and int(found["y1"]) in _SHORT_YEARS


def _is_a_date(match: re.Match[str]) -> bool:
    days = sorted((int(match["a"]), int(match["b"])))
    return 1 <= days[0] <= _MONTHS_IN_A_YEAR and 1 <= days[1] <= _LONGEST_MONTH


def _in_birth_context(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - _REACH) : match.start()]
    after = text[match.end() : match.end() + _REACH]
    if _A_VISIT.match(after) or birth_contexts.is_expected(before):
        return False
    if _SOMETHING_ELSE.search(before):
        return _AFTER.search(after) is not None
    return bool(
        _BEFORE.search(before)
        or _AFTER.search(after)
        or birth_contexts.told(text, match.start(), match.end())
    )
