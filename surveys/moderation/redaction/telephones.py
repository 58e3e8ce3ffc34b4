"""Telephone numbers, written in digits or spelt out."""

import re
from collections.abc import Iterator

from surveys.moderation.redaction.mixed_phones import mixed_phones
from surveys.moderation.redaction.spans import Redaction, matches

_GAP = r"[\s().\-/_…,*·~|\ufe0f\u20e3]{0,3}"
_PHONE = re.compile(
    rf"(?<![\d+])(?!\d\d/\d\d/\d\d)(?:\(?(?:\+|00){_GAP}44{_GAP}(?:\(?0\)?{_GAP})?(?:\d{_GAP}){{8,9}}\d"
    rf"|\(?(?:0|(?<!\w)[Oo])(?={_GAP}\d)(?:{_GAP}[\dOo]){{9,10}}"
    rf"|\+{_GAP}[1-9]\d{{0,2}}(?:{_GAP}\d){{7,11}}"
    rf"|44{_GAP}7(?:{_GAP}\d){{9}}"
    rf"|[0O]7\d{{3}}(?:{_GAP}[\dOo]){{6}}|0\d{{4}}\s(?:\w+ hundred|\d{{3}})\s(?:and\s)?\d{{3}}"
    rf"|7\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{3}})(?!\d)"
)
_ANNOUNCED = re.compile(
    r"(?:\b(?:(?:phone|mobile|mob|tel|telephone|landline|whats\s?app|contact|cell|my|his|her"
    r"|ring)(?:\s+(?:no|num|number|me))?"
    r"|(?:call|ring|text|phone|reach|contact)\s+(?:me|us|him|her|them)(?:\s+back)?|telefon\w*"
    r"|telemóvel|numer\w*|număr\w*|taleefan\w*)"
    r"|телефон\w*|номер\w*|فون|نمبر|رقم\w*|هاتف\w*|ফোন|নম্বর|મોબાઇલ|ફોન|નંબર|ਫ਼ੋਨ|ਫੋਨ|ਨੰਬਰ)"
    r"(?:'s)?\W{0,3}(?:is|on|at|to|jest|este|é|waa|:)?\W{0,3}(?P<number>\d(?:[\s-]?\d){5,11})(?!\d"
    r"|\s?(?:weeks|mins|minutes|hours|hrs|days|times))",
    re.IGNORECASE,
)
_DIGIT = r"(?:oh|o|zero|nought|naught|null|one|two|three|four|five|six|seven|eight|nine|\d{1,4})"
_SPOKEN = re.compile(
    rf"\b(?:plus\s+four\s+four|(?:(?:double|dble|dbl|treble|triple)\s+)?(?:oh|o|zero|nought|naught"
    rf"|0\d{{0,4}}))"
    rf"(?:[\s,.\-]{{1,3}}(?:(?:double|dble|dbl|treble|triple)\s+)?{_DIGIT}(?:\s+hundred"
    rf"|\s+thousand)?\b){{2,12}}",
    re.IGNORECASE,
)
# Digits and words of digits run together ("07700 900two91").
_GLUED = re.compile(
    r"(?<!\w)\+?\d[\d ]{1,12}(?:(?:oh|zero|nought|one|two|three|four|five|six|seven|eight"
    r"|nine)[\d ]{0,8}){1,6}(?!\w)",
    re.IGNORECASE,
)
# Without its code ("496 0388"): nothing else is written in three and four.
_LOCAL = re.compile(r"(?<![\d.,:/£$+-])(?<!\d )\b[2-9]\d\d[ -]\d{4}\b(?![.,:/-]?\d)(?! \d)")
# From a digit other than nought on, as many as a whole number has.
_SPOKEN_WHOLE = re.compile(
    rf"\b(?:(?:double|treble|triple)\s+)?{_DIGIT}(?:[\s,.\-]{{1,3}}(?:(?:double|treble|triple)\s+)?{_DIGIT}"
    rf"(?:\s+hundred)?\b){{5,12}}",
    re.IGNORECASE,
)
_EXTENSION = re.compile(
    r"[\s,]{1,3}(?:\(\s?)?(?:ext(?:ension|n)?\.?|x)\s?(?:no\.?|number)?\s?\d{1,6}\b", re.IGNORECASE
)
_SECOND = re.compile(
    r"\s?(?:/|,|or|and|&|not)\s?(?P<number>\d{3}\s?\d{3,4})(?!\d|\s?[a-z]{2,})|(?:/|\sor\s)"
    r"(?P<end>\d{1,4})(?=\s*(?:[.,;!?)\n]|$)|\s+(?:after|before|any|if|please|pls|thanks)\b)",
    re.IGNORECASE,
)
# Part of a number, an extension: still leads to one telephone.
_PARTS = (
    re.compile(
        r"\b(?:number|no|mobile|mob|phone|it|one|that|which)\s+(?:that\s+)?(?:ends?|ending|finish\w*"
        r"|starts?|begins?)\s+"
        r"(?:in|with|on|by)?\s*(?P<number>\d[\d ]{1,6}\d)(?!\d|[:.]\d)(?:\s+not\s+(?P<other>\d{3,6}))?",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:last|first|final|middle)\s+(?:\w+\s+)?(?:digits?|numbers|bit|part)\s+(?:is|are"
        r"|of\s+it\s+is|being|=)\s+(?P<number>\d[\d ]{1,6}\d)"
        r"(?!\d|[:.]\d|\s?(?:times|hours|hrs|minutes|mins|days|weeks|years|per|%))",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?P<number>ext(?:ension|n)?\.?\s?(?:no\.?|number)?\s?\d{2,6})\b", re.IGNORECASE),
)
# Told in pieces: "07700 900 and then 355".
_IN_PIECES = re.compile(
    r"(?<![\d+])(?:\+?44\s?|0[\s-]?)\d[\d\s-]{1,11}\d(?:\s?(?:[,.;:…-]{1,3}\s?|\([a-z ]{2,14}\)\s?"
    r"|\band\b\s?|\bthen\b\s?|\bfollowed\s+by\b\s?|\b(?:dot|dash|space|gap|pause)\b\s?"
    r"|\bafter\s+that\b\s?"
    r"|\bit['’]?s\b\s?|\bi\b\s?|\bpotem\b\s?|\bapoi\b\s?|\bdepois\b\s?|\be\b\s?|\bпотім\b\s?|\bthe\s+(?:last|rest)\s+(?:\w+\s+)?(?:is|are)\b\s?){1,4}"
    r"\d[\d\s-]{0,7}\d){1,3}(?!\d|[:./]\d)",
    re.IGNORECASE,
)
_NUMBER_LENGTHS = range(10, 14)
_FEWEST_DIGITS, _FEWEST_WRITTEN, _FEWEST_ANNOUNCED, _WHOLE = 9, 7, 6, 10
# Digits in the words of other languages: any eight or more in a row.
_ELSEWHERE = (
    "zero|jeden|dwa|trzy|cztery|pięć|sześć|siedem|osiem|dziewięć|unu|doi|trei|patru|cinci|șase|sase"
    "|șapte|sapte|opt|nouă|noua"
    "|um|dois|três|quatro|cinco|seis|meia|sete|oito|nove|нуль|один|два|три|чотири|п'ять|шість|сім"
    "|вісім|дев'ять"
    "|eber|kow|laba|saddex|afar|shan|lix|toddoba|siddeed|sagaal|صفر|ایک|دو|تین|چار|پانچ|چھ|سات|آٹھ|نو"
    "|واحد|اثنان|اثنين|ثلاثة|أربعة|خمسة|ستة|سبعة|ثمانية|تسعة|শূন্য|এক|দুই|তিন|চার|পাঁচ|ছয়|সাত|আট|নয়"
    "|શૂન્ય|એક|બે|ત્રણ|ચાર|પાંચ|છ|સાત|આઠ|નવ|ਸਿਫ਼ਰ|ਜ਼ੀਰੋ|ਇੱਕ|ਦੋ|ਤਿੰਨ|ਚਾਰ|ਪੰਜ|ਛੇ|ਸੱਤ|ਅੱਠ|ਨੌਂ"
)
_SPOKEN_ELSEWHERE = re.compile(
    rf"(?<!\w)(?:{_ELSEWHERE})(?:[\s,.،-]{{1,3}}(?:{_ELSEWHERE}|\d)){{7,11}}(?!\w)", re.IGNORECASE
)
_FOLD = {"double": 1, "dble": 1, "dbl": 1, "treble": 2, "triple": 2, "hundred": 2, "thousand": 3}


def phones(text: str) -> Iterator[Redaction]:
    """UK numbers (10 or 11 digits from 0, or +44), international ones, spoken ones, any announced as one."""
    if sum(map(str.isdigit, text)) >= _FEWEST_ANNOUNCED:
        yield from _in_digits(text)
    yield from _spoken(text)
    yield from mixed_phones(text)
    yield from _parts(text)


def _in_digits(text: str) -> Iterator[Redaction]:
    for match in _PHONE.finditer(text):
        if sum(character.isdigit() or character in "oO" for character in match.group()) >= _FEWEST_WRITTEN:
            yield from _with_what_follows(text, match)
    for match in _IN_PIECES.finditer(text):
        if sum(map(str.isdigit, match.group())) in _NUMBER_LENGTHS:
            yield Redaction(match.start(), match.end(), "phone")
    for match in _LOCAL.finditer(text):
        yield Redaction(match.start(), match.end(), "phone")
    for match in _ANNOUNCED.finditer(text):
        yield Redaction(*match.span("number"), "phone")


def _with_what_follows(text: str, match: re.Match[str]) -> Iterator[Redaction]:
    """The number with its extension, and a second one named beside it ("01632 960188 or 960288")."""
    extension = _EXTENSION.match(text, match.end())
    yield Redaction(match.start(), extension.end() if extension else match.end(), "phone")
    if (second := _SECOND.match(text, match.end())) is not None:
        yield Redaction(*second.span("number" if second["number"] else "end"), "phone")


def _parts(text: str) -> Iterator[Redaction]:
    for match in matches(text, *_PARTS):
        yield from (
            Redaction(*match.span(name), "phone") for name, value in match.groupdict().items() if value
        )


def _spoken(text: str) -> Iterator[Redaction]:
    for match in _SPOKEN_ELSEWHERE.finditer(text):
        yield Redaction(match.start(), match.end(), "phone")
    for match in _SPOKEN.finditer(text):
        if _digits_in(match.group()) >= _FEWEST_DIGITS:
            yield Redaction(match.start(), match.end(), "phone")
    for match in matches(text, _SPOKEN_WHOLE, _GLUED):
        if _digits_in(match.group()) >= _WHOLE and _has_a_word(match.group()):
            yield Redaction(match.start(), match.end(), "phone")


def _has_a_word(spoken: str) -> bool:
    return any(map(str.isalpha, spoken))


def _digits_in(spoken: str) -> int:
    """How many digits somebody speaks ("double seven" has two)."""
    words = re.findall(r"[a-z]+|\d+", spoken.lower())
    return sum(_FOLD.get(word, len(word) if word.isdigit() else 1) for word in words)
