"""Telephone numbers, written in digits or spelt out."""

import re
from collections.abc import Iterator

from surveys.moderation.redaction.spans import Redaction

_GAP = r"[\s().\-/_…]{0,3}"
_PHONE = re.compile(
    rf"(?<![\d+])(?!\d\d/\d\d/\d\d)(?:(?:\+|00){_GAP}44{_GAP}(?:\(?0\)?{_GAP})?(?:\d{_GAP}){{8,9}}\d"
    rf"|\(?[0Oo](?={_GAP}\d)(?:{_GAP}[\dOo]){{9,10}}"
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
    rf"|\s+thousand)?\b){{3,12}}",
    re.IGNORECASE,
)
_FEWEST_DIGITS, _FEWEST_WRITTEN, _FEWEST_ANNOUNCED = 9, 7, 6
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


def _in_digits(text: str) -> Iterator[Redaction]:
    for match in _PHONE.finditer(text):
        if sum(map(str.isdigit, match.group())) >= _FEWEST_WRITTEN:
            yield Redaction(match.start(), match.end(), "phone")
    for match in _ANNOUNCED.finditer(text):
        yield Redaction(*match.span("number"), "phone")


def _spoken(text: str) -> Iterator[Redaction]:
    for match in _SPOKEN_ELSEWHERE.finditer(text):
        yield Redaction(match.start(), match.end(), "phone")
    for match in _SPOKEN.finditer(text):
        if _digits_in(match.group()) >= _FEWEST_DIGITS:
            yield Redaction(match.start(), match.end(), "phone")


def _digits_in(spoken: str) -> int:
    """How many digits somebody speaks ("double seven" has two)."""
    words = re.findall(r"[a-z]+|\d+", spoken.lower())
    return sum(_FOLD.get(word, len(word) if word.isdigit() else 1) for word in words)
