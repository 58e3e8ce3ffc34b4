"""What others found, with all that belongs to it: a date with its year, a street with its whole name."""

import re
from collections.abc import Iterable
from functools import cache

from surveys.moderation.redaction import address_reach, birth_months, birth_reach, word_lists
from surveys.moderation.redaction.address_words import HOUSES, OTHER_ENDS, STREETS, WORD
from surveys.moderation.redaction.spans import Redaction, merged

_REACH = 40
_YEAR = r"(?:19|20)\d\d"
_OF = r"(?:(?:of|de)\s+)?"
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
_DAY = rf"(?:the\s+)?(?:{_NUMBER}|{birth_months.ORDINALS})"
_KIND_OF_PLACE = re.compile(rf"\s+(?i:{STREETS}|{OTHER_ENDS}|{HOUSES})\b")
_NAMED_SO = re.compile(rf"\b{WORD}(?:\s+{WORD})?\s+$")
_ENDS_WITH_A_KIND = re.compile(rf"\b(?i:{STREETS}|{OTHER_ENDS}|{HOUSES})\W*$")


def whole(text: str, found: Iterable[Redaction]) -> list[Redaction]:
    """The same details, each as far as the rules know it to reach; in order, and never overlapping."""
    reaching: list[Redaction] = []
    addresses: list[Redaction] = []
    for one in found:
        if one.kind == "address":
            addresses.append(_named(text, one))
        else:
            reaching.append(_date(text, one) if one.kind == "date_of_birth" else one)
    return merged([*reaching, *address_reach.whole(text, addresses)])


def _date(text: str, found: Redaction) -> Redaction:
    near = Redaction(_from(text, found), found.end, found.kind)
    return birth_reach.whole(text, Redaction(near.start, _to(text, near), near.kind))


def _from(text: str, date: Redaction) -> int:
    """Where the date begins that goes on with `date`: at its day or its month."""
    rest = text[date.start : date.end]
    for goes_on, begins in _beginnings():
        if goes_on.match(rest) and (before := begins.search(text, max(0, date.start - _REACH), date.start)):
            return before.start()
    return date.start


def _to(text: str, date: Redaction) -> int:
    """Where the date ends that begins as `date`: at its month or its year."""
    for begins, goes_on in _endings():
        if begins.search(text, date.start, date.end) and (after := goes_on.match(text, date.end)):
            return after.end()
    return date.end


@cache
def _beginnings() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """How a part of a date goes on, and what then stands before it."""
    month = birth_months.month()
    return _compiled(
        (
            (rf"{month}\b", rf"(?<![\w./:-]){_DAY}\s+{_OF}$"),
            (rf"{_OF}{_YEAR}", rf"(?<![\w./:-])(?:{_DAY}\s+{_OF})?{month}\.?,?\s+$"),
            (rf"{_OF}{month}\b", rf"(?<![\w./:-]){_DAY}\s+$"),
        )
    )


@cache
def _endings() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """How a part of a date ends, and what then stands after it."""
    month = birth_months.month()
    return _compiled(
        (
            (rf"\b{_DAY}$", rf"\s+{_OF}{month}\b(?:\.?,?\s+{_OF}{_YEAR})?"),
            (rf"\b{month}\.?$", rf"\.?,?\s+{_OF}{_YEAR}(?!\d)"),
            (rf"\b\d{{1,2}}\s+{birth_months.ROMAN}$", r"\s+\d\d(?:\d\d)?\b"),
        )
    )


def _compiled(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((re.compile(one, re.IGNORECASE), re.compile(other, re.IGNORECASE)) for one, other in pairs)


def _named(text: str, address: Redaction) -> Redaction:
    """The address with the name before its kind of place, or the kind after its name."""
    after = _KIND_OF_PLACE.match(text, address.end)
    ends_so = _ENDS_WITH_A_KIND.search(text, address.start, address.end)
    end = after.end() if after and not ends_so else address.end
    before = _NAMED_SO.search(text, max(0, address.start - _REACH), address.start)
    begins = before and not text[address.start].isdigit() and _is_a_name(before.group())
    return Redaction(before.start() if before and begins else address.start, end, address.kind)


def _is_a_name(words: str) -> bool:
    return not any(word.lower() in word_lists.everyday_words() for word in words.split())
