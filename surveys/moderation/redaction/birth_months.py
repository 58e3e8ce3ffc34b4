"""Dates of birth that are not all in figures: a month and a year, a year in words, a Roman month."""

import re
from collections.abc import Iterator
from functools import cache

from surveys.moderation.redaction import birth_contexts, word_lists
from surveys.moderation.redaction.spans import matches
from surveys.moderation.redaction.spoken_figures import ENGLISH_UNITS

# What says for certain that a birth is meant, in every language offered.
_BIRTH = (
    r"(?:\bd\.?\s?o\.?\s?b\b\.?|\bdate\s+of\s+birth\b|\bbirth\s?-?\s?(?:day|date|month|year)s?\b"
    r"|\bb-?day\b|\bborn\b|\byear\s+of\s+birth\b"
    r"|\bmonth\s+of\s+birth\b|\burodz\w*|\bur\.|\bn[aă]scut\w*|\bna[sș]ter\w*|\bnasceu\b|\bnasci(?:da"
    r"|do)?\b|\bnascimento\b|\banivers[aá]rio\b"
    r"|\bdhash(?:ay|ey)\b|\bdhal(?:at|ash)\w*|\bнарод\w*|پیدائش|پیدا|ولدت|مواليد|الميلاد|জন্ম|જન્મ|ਜਨਮ|ਜੰਮ)"
)
_BEFORE = re.compile(rf"{_BIRTH}(?:[^.!?;\n\d]|(?<=\bur)\.|[!?](?=\s)){{0,30}}$", re.IGNORECASE)
_AFTER = re.compile(
    rf"\W{{0,3}}(?:(?:is|was|=|as|for)\s+)?(?:(?:my|his|her|our|the)\s+)?(?:{_BIRTH}|bab(?:y|ies)\b)",
    re.IGNORECASE,
)
ROMAN = r"(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2})"
_DECADES = "forty|fourty|fifty|sixty|seventy|eighty|ninety"
_YEAR_IN_WORDS = (
    rf"(?:nineteen[\s-](?:hundred\s+and\s+)?(?:{_DECADES})(?:[\s-](?:{ENGLISH_UNITS}))?"
    rf"|two\s+thousand(?:\s+(?:and\s+)?(?:{ENGLISH_UNITS}|ten|eleven|twelve))?)"
)
_SHORT_YEAR_IN_WORDS = (
    rf"(?:['’]?(?:{_DECADES})(?:[\s-](?:{ENGLISH_UNITS}))?|(?:oh|nought)[\s-](?:{ENGLISH_UNITS}))"
)
ORDINALS = (
    r"(?:(?:twenty|thirty)[\s-])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|eleventh|twelfth|thirteenth|fourteenth"
    r"|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)"
)
_ROMAN_DATE = re.compile(
    rf"(?<![\w./-])\d{{1,2}}(?P<sign>\s?[./ -]\s?){ROMAN}(?P=sign)(?P<year>(?:19|20)\d\d|\d\d)(?!\d|[./-]\d)"
)
# "9th of the 7th 1990", "12 of 3 91".
_OF_THE = re.compile(
    r"(?<![\d/.:-])\d{1,2}(?:st|nd|rd|th)?\s+of\s+(?:the\s+)?\d{1,2}(?:(?:st|nd|rd|th)\b(?:[\s,/]{1,2}"
    r"(?:19|20)?\d\d\b)?|[\s,/]{1,2}(?:19|20)?\d\d\b)",
    re.IGNORECASE,
)
_DAY_IN_WORDS = (
    r"(?:[iî]nt[aâ]i|unu|doi|două|trei|patru|cinci|[sș]ase|[sș]apte|opt|nouă|zece|\w{2,6}sprezece|(?:două|trei)zeci(?:\s+[sș]i\s+\w{2,6})?"
    r"|primeiro|um|dois|três|quatro|cinco|seis|sete|oito|nove|dez|onze|doze|treze|catorze|quinze|deza?sseis|dezesseis|deza?ssete"
    r"|dezessete|dezoito|deza?nove|dezenove|(?:vinte|trinta)(?:\s+e\s+\w{2,6})?|(?:(?:dwudziest|trzydziest)ego\s+)?\w{3,14}ego"
    r"|labaatan(?:\s+iyo\s+\w+)?|soddon(?:\s+iyo\s+\w+)?|toban(?:\s+iyo\s+\w+)?|\w{2,9}(?:kii|dii|tii|aad)"
    r"|یکم|پہلی|دو|تین|چار|پانچ|چھ|سات|آٹھ|نو|دس|گیارہ|بارہ|تیرہ|چودہ|پندرہ|سولہ|سترہ|اٹھارہ|انیس|بیس|اکیس|بائیس|تئیس|چوبیس|پچیس|چھبیس|ستائیس|اٹھائیس|انتیس|تیس|اکتیس"
    r"|(?:двадцят\w{2,4}\s+|тридцят\w{2,4}\s+)?\w{3,14}(?:ого|ього|е|є))"
)
# "sixth of the sixth 86".
_MONTH_COUNTED = re.compile(
    rf"\b(?:the\s+)?(?:{ORDINALS}|\d{{1,2}}(?:st|nd|rd|th))\s+(?:of\s+)?(?:the\s+)?{ORDINALS}[\s,]{{1,2}}(?:of\s+|in\s+)?"
    rf"(?:(?:19|20)\d\d|['’]?\d\d(?!\d)|{_YEAR_IN_WORDS}|{_SHORT_YEAR_IN_WORDS})\b",
    re.IGNORECASE,
)
# What Polish and Ukrainian write after a year ("2024 r.", "2024 року").
_YEAR_MARK = re.compile(r"(?<=\d)\s?(?:r\.|roku\b|р\.|року\b|г\.|года\b)")
_ALONE = re.compile(rf"\b{_YEAR_IN_WORDS}\b", re.IGNORECASE)
# What every year in words holds.
_A_YEAR = re.compile(rf"nineteen|thousand|{_DECADES}|\boh\b|nought", re.IGNORECASE)


@cache
def month() -> str:
    """The months by name in every language offered, bare and bent, as part of a pattern."""
    months = [*word_lists.cues("months"), *word_lists.cues("months_bare")]
    return rf"(?:{'|'.join(sorted(months, key=len, reverse=True))})"


@cache
def _month_and_year() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w/])(?<!\d\s)(?:{month()}\.?[\s,/'’-]{{1,3}}(?:de\s+|of\s+|in\s+)?(?:(?:19|20)\d\d|\d\d)"
        rf"|(?:0?[1-9]|1[0-2])\s?[/-]\s?(?:19|20)\d\d"
        r"|(?:the\s+)?(?:spring|summer|autumn|winter|early|late|mid)(?:\s+of)?[\s-]{1,2}(?:19|20)\d\d)"
        r"(?![\d/:-]|\.\d|(?:st|nd|rd|th)\b|\s?(?:weeks?|days?|hours?|am|pm|lbs?|kg|at)\b)",
        re.IGNORECASE,
    )


@cache
def _with_a_year_in_words() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:(?:the\s+)?(?:{ORDINALS}|\d{{1,2}}(?:st|nd|rd|th)?)\s+(?:of\s+)?)?{month()}\s*,?\s+"
        rf"(?:in\s+)?"
        rf"(?:{_YEAR_IN_WORDS}|{_SHORT_YEAR_IN_WORDS})\b",
        re.IGNORECASE,
    )


@cache
def _with_a_day_in_words() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w){_DAY_IN_WORDS}\s+(?:de\s+)?{month()}(?!\w)(?:\s+(?:de\s+)?(?:19|20)\d\d(?!\d))?",
        re.IGNORECASE,
    )


def months_and_years(text: str) -> Iterator[tuple[int, int]]:
    """Where such dates stand, each with a word of birth before or after it."""
    for match in matches(text, *_patterns(text)):
        if _is_of_a_birth(text, match) or birth_contexts.told(text, *match.span()):
            yield match.start(), with_year_mark(text, match.end())


def _patterns(text: str) -> Iterator[re.Pattern[str]]:
    """Those that can stand in this text: most texts hold no figures and no year in words."""
    figures, year = any(map(str.isdigit, text)), _A_YEAR.search(text) is not None
    yield _with_a_day_in_words()
    if figures:
        yield from (_month_and_year(), _ROMAN_DATE, _OF_THE)
    if year:
        yield from (_with_a_year_in_words(), _ALONE)
    if figures or year:
        yield _MONTH_COUNTED


def with_year_mark(text: str, end: int) -> int:
    """Where a date that ends at `end` ends with what its language writes after a year."""
    mark = _YEAR_MARK.match(text, end)
    return mark.end() if mark else end


def _is_of_a_birth(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 50) : match.start()]
    return _BEFORE.search(before) is not None or _AFTER.match(text, match.end()) is not None
