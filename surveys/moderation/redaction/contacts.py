"""E-mail addresses, links and telephone numbers."""

import re
from collections.abc import Iterator

from surveys.moderation.redaction.spans import Redaction

# Each starts where a run begins and has a longest length, so that no text takes long to search.
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_SPELT_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}\s{0,3}(?:\(at\)|\[at\]|\bat\b)\s{0,3}[\w-]{1,63}"
    r"(?:\s{0,3}(?:\(dot\)|\[dot\]|\bdot\b|\.)\s{0,3}(?:co|com|org|net|uk))+\b",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>\"']+"
    r"|(?<![\w.-])(?:[\w-]{1,63}\.){1,6}(?:com|co\.uk|org\.uk|nhs\.uk|gov\.uk|ac\.uk|org|net)\b"
    r"(?:/[^\s<>\"']*)?",
    re.IGNORECASE,
)
# A handle on a social network; "@" alone often means "at", so a plain word after it is left.
_HANDLE = re.compile(r"(?<![\w@.])@(?=\w*[\d_.]\w)[\w.]{3,}")
_TRAILING = ".,;:!?)]}"

_GAP = r"[\s().\-]{0,3}"
_PHONE = re.compile(
    rf"(?<![\d+])(?:(?:\+|00)44{_GAP}(?:\(?0\)?{_GAP})?(?:\d{_GAP}){{8,9}}\d"
    rf"|\(?0(?:{_GAP}\d){{9,10}}"
    rf"|\+[1-9]\d{{0,2}}(?:{_GAP}\d){{7,11}})(?!\d)"
)
_ANNOUNCED_PHONE = re.compile(
    r"\b(?:(?:phone|mobile|mob|tel|telephone|whats\s?app|contact|my)(?:\s+(?:no|num|number))?"
    r"|(?:call|ring|text|phone|reach|contact)\s+(?:me|us)(?:\s+back)?)"
    r"\W{0,3}(?:is|on|at|:)?\W{0,3}(?P<number>\d(?:[\s-]?\d){5,11})(?!\d)",
    re.IGNORECASE,
)


def emails(text: str) -> Iterator[Redaction]:
    """E-mail addresses, also those spelt out ("anna at example dot com")."""
    for pattern in (_EMAIL, _SPELT_EMAIL):
        for match in pattern.finditer(text):
            yield Redaction(match.start(), match.end(), "email")


def links(text: str) -> Iterator[Redaction]:
    """Web addresses and social network handles, without the punctuation that ends the sentence."""
    for pattern in (_LINK, _HANDLE):
        for match in pattern.finditer(text):
            length = len(match.group().rstrip(_TRAILING))
            yield Redaction(match.start(), match.start() + length, "url")


def phones(text: str) -> Iterator[Redaction]:
    """UK numbers (10 or 11 digits from 0, or +44), international ones, and any number announced as one."""
    for match in _PHONE.finditer(text):
        yield Redaction(match.start(), match.end(), "phone")
    for match in _ANNOUNCED_PHONE.finditer(text):
        yield Redaction(*match.span("number"), "phone")
