"""Whole postcodes in the United Kingdom."""

import re
from collections.abc import Iterator

from surveys.moderation.redaction import word_lists
from surveys.moderation.redaction.spans import Redaction

_POSTCODE = re.compile(
    r"\b(?P<area>[A-Z]{1,2})[0-9O][A-Z0-9]?(?P<gap>[\s-]{0,3})(?P<inward>[0-9O][ABD-HJLNP-UW-Z]{2})\b",
    re.IGNORECASE,
)
# Taken apart by more spaces; then only in capitals, for "b 12 2nd" is none.
_SPACED = re.compile(
    r"\b(?P<area>[A-Z]{1,2}) ?[0-9][A-Z0-9]? [0-9] ?[ABD-HJLNP-UW-Z] ?[ABD-HJLNP-UW-Z]\b(?![ -]?\d)"
)
# "ward b6 2nd bed", "bay e2 3hr wait": an ordinal or a length of time in small letters.
_NOT_INWARD = re.compile(r"(?:[0-9](?:st|nd|rd|th|hr|yr|wk|ft|lb|dr)|o[a-z]{2})$")

_ANNOUNCED = re.compile(r"\b(?:post\s?code|code|kod|cod)\W{0,3}(?:is|to|was)?\W{0,3}$", re.IGNORECASE)
_REACH = 24


def postcodes(text: str) -> Iterator[Redaction]:
    """Whole postcodes of a real area ("a12 3rd bed" is none), in any case, spaced or not.

    Half a postcode ("LE3") names thousands of homes and stays.
    """
    for match in _SPACED.finditer(text):
        if match["area"].lower() in word_lists.postcode_areas():
            yield Redaction(match.start(), match.end(), "postcode")
    for match in _POSTCODE.finditer(text):
        if (
            not any(map(str.isdigit, match.group()))
            or match["area"].lower() not in word_lists.postcode_areas()
        ):
            continue
        if not _NOT_INWARD.match(match["inward"]) or _is_announced(text, match.start()):
            yield Redaction(match.start(), match.end(), "postcode")


def _is_announced(text: str, start: int) -> bool:
    return _ANNOUNCED.search(text[max(0, start - _REACH) : start]) is not None
