"""Telephone numbers half in figures and half in words, in any language ("07700 900 kropka 517")."""

import re
from collections.abc import Iterator

from surveys.moderation.redaction.spans import Redaction
from surveys.moderation.redaction.spoken_figures import (
    END,
    ENGLISH_TEENS,
    ENGLISH_TENS,
    JOINTS,
    MORE,
    NOUGHTS,
    THRICE,
    TWICE,
    UNITS,
)

_WORDS = rf"(?:{NOUGHTS}|{UNITS}|{MORE}|{TWICE}|{THRICE}|{JOINTS}){END}"
_GAP = r"[\s.,/()_…·~*-]{0,4}+"
_FIGURES = r"(?:\d[\dOo]*+|[Oo](?=[\dOo])[\dOo]*+)(?=[^\W\d_]{3}|\W|$)"
_RUN = re.compile(
    rf"(?<![\w+£$])(?:\(?\+\s?\d\d|00\s?44|[0Oo][\dOo]*+|7\d{{3}}(?=\s)|(?:{NOUGHTS}){END})(?:{_GAP}(?:{_FIGURES}|{_WORDS})){{3,18}}+",
    re.IGNORECASE,
)
_PIECE = re.compile(rf"(?P<figures>[\dOo]*\d[\dOo]*|[Oo](?!h))|(?P<word>{_WORDS})", re.IGNORECASE)
_COUNTS = (
    (re.compile(rf"(?:{NOUGHTS}|{UNITS}){END}", re.IGNORECASE), 1),
    (re.compile(ENGLISH_TEENS, re.IGNORECASE), 2),
    (re.compile(ENGLISH_TENS, re.IGNORECASE), 2),
    (re.compile(TWICE, re.IGNORECASE), 1),
    (re.compile(THRICE, re.IGNORECASE), 2),
    (re.compile(MORE, re.IGNORECASE), 2),
)
# What follows a hundred in a number is a number too ("نو سو گیارہ").
_HUNDRED = r"(?:(?:سو|ਸੌ|[^\s\d,.]{0,6}(?:સો|শো|مية|مئة))\s+){1,3}[^\s\d,.!?]{2,10}(?:\s+و[^\s\d,.!?]{2,10})?"
# Nought and five more in words of any size: "нуль сімсот сімдесят, нуль дев'ятсот, сто дев'яносто".
_ALL_WORDS = re.compile(
    rf"(?<!\w)(?:(?:{NOUGHTS}){END}|O(?=[\s-]))(?:[\s,./-]{{1,3}}(?:{_HUNDRED}|(?:{NOUGHTS}|{UNITS}|{MORE}|{TWICE}|{JOINTS}){END}|\d{{1,4}}(?!\d))){{5,16}}",
    re.IGNORECASE,
)
# A number begun without its nought, grouped in any way, where it is called a number.
_BARE_MOBILE = re.compile(
    r"(?:\b(?:number|mobile|mob|phone|whats\s?app|numer\w*|num[aă]r\w*|n[uú]mero|telef\w+|telem\w+|lambar\w*|nambar\w*)\b|номер\w*|телефон\w*|نمبر|فون|رقم\w*|নম্বর"
    r"|নাম্বার|ফোন|નંબર|ફોન|ਨੰਬਰ|ਫ਼?ੋਨ)[^\d\n.!?]{0,24}(?P<number>7(?:[\s-]?\d){9})(?!\d|[/:]\d)",
    re.IGNORECASE,
)
_ABROAD, _AT_HOME, _WITHOUT_NOUGHT = (11, 12, 13, 14), (10, 11), (10,)
# Begun, then given up: "07700 900 something, last digit is 4".
_GIVEN_UP = re.compile(
    r"(?<![\d+])(?:\+44|0)[\s-]?\d{2,4}[\s-]?\d{2,4}(?:[\s-]\d{1,3})?[\s,.…]{1,3}(?:something|summat|someting|sumthin\w*|blah(?:\s+blah)?|dunno|coś(?:\s+tam)?|ceva"
    r"|qualquer\s+coisa|шось|щось|x{2,}|\*{2,}|\?{2,})"
    r"(?:[\s,.]{1,3}(?:(?:the\s+|then\s+)?last\s+(?:\w+\s+)?(?:digits?|number|one|bit)\s+(?:is|are|was)\s+)?\d{1,4}(?!\d))?",
    re.IGNORECASE,
)
# "The last three are": where it stands that a number is meant, in every language offered.
_LAST_FIGURES = re.compile(
    r"(?:\b(?:ko[nń]c(?:zy\s+się|ówka|ówką)|ostatnie\s+(?:cyfry|trzy|cztery)|se\s+termin[aă]|ultimele\s+(?:cifre|trei|patru)"
    r"|termina|acaba|[uú]ltimos\s+(?:d[ií]gitos|tr[êe]s|quatro|n[uú]meros)|закінчується|останні\s+(?:цифри|три|чотири)|ku\s+dham\w+|u\s+dambeeya)\b"
    r"|آخر\s+میں|آخری\s+(?:ہندسے|نمبر|تین|چار)|ينتهي|آخر\s+(?:أرقام|ثلاثة|ثلاث|أربعة|أربع)|آخره|শেষে|শেষ\s+(?:তিন|চার)\S*|শেষের|છેલ્લે|છેલ્લા|અંતે|ਅਖੀਰ|ਆਖ਼?ਰੀ|ਅੰਤ)"
    r"[^\d.!?\n]{0,24}?(?P<number>\d{3,4})(?!\d|[:.]\d)",
    re.IGNORECASE,
)
_A_NUMBER = re.compile(
    r"n[ru]\b|nume\w+|număr\w*|n[uú]mero|telef\w+|telem\w+|номер\w*|телефон\w*|lambar\w*|nambar\w*|نمبر|رقم\w*|فون|هاتف\w*|নম্বর|নাম্বার|ফোন|નંબર|ફોન|ਨੰਬਰ|ਫ਼?ੋਨ|\bnr\b",
    re.IGNORECASE,
)
# A date with what follows it, or a count from nought on: no telephone begins so.
_NO_PHONE = re.compile(
    rf"\(?\d\d[\s./-]\d\d[\s./-](?:19|20)?\d\d(?!\d)|[0Oo][\s,]+(?:{JOINTS}){END}|0[04-69](?!\s?44)",
    re.IGNORECASE,
)
_REACH, _FEWEST = 40, 3


def mixed_phones(text: str) -> Iterator[Redaction]:
    """Whole numbers of which some figures are words or letters, and the last figures of one."""
    for match in _ALL_WORDS.finditer(text):
        yield Redaction(match.start(), match.end(), "phone")
    if sum(map(str.isdigit, text)) >= _FEWEST:
        yield from _with_figures(text)


def _with_figures(text: str) -> Iterator[Redaction]:
    for match in _BARE_MOBILE.finditer(text):
        yield Redaction(*match.span("number"), "phone")
    for match in _GIVEN_UP.finditer(text):
        yield Redaction(match.start(), match.end(), "phone")
    yield from _runs(text)
    if not text.isascii():
        yield from _last_figures(text)


def _runs(text: str) -> Iterator[Redaction]:
    for match in _RUN.finditer(text):
        if _NO_PHONE.match(match.group()) or not any(map(str.isalpha, match.group())):
            continue
        if end := _end(match):
            yield Redaction(match.start(), end, "phone")


def _last_figures(text: str) -> Iterator[Redaction]:
    for match in _LAST_FIGURES.finditer(text):
        if _A_NUMBER.search(text, max(0, match.start() - _REACH), match.start("number")):
            yield Redaction(*match.span("number"), "phone")


def _end(match: re.Match[str]) -> int:
    """Where a run has told as many figures as a telephone number has; 0 where it never has."""
    count, end, tens, said = 0, 0, False, match.group()
    wanted = _lengths(said)
    for piece in _PIECE.finditer(said):
        worth = len(piece["figures"]) if piece["figures"] else _worth(piece["word"])
        if tens and worth == 1:
            worth = 0
        tens = bool(piece["word"]) and re.fullmatch(ENGLISH_TENS, piece["word"], re.IGNORECASE) is not None
        count += worth
        if count in wanted and piece.end() > end and (worth or tens):
            end = piece.end()
        if count > wanted[-1]:
            break
    return match.start() + end if end else 0


def _lengths(said: str) -> tuple[int, ...]:
    if said.lstrip("(").startswith(("+", "00")):
        return _ABROAD
    return _WITHOUT_NOUGHT if said.startswith("7") else _AT_HOME


def _worth(word: str) -> int:
    return next((count for pattern, count in _COUNTS if pattern.fullmatch(word)), 0)
