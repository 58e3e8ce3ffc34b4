"""Postcodes in the United Kingdom."""

import re
from collections.abc import Iterator

from surveys.moderation.redaction import (
    half_postcodes,
    loose_postcodes,
    postcodes_in_passing,
    spoken_postcodes,
    word_lists,
)
from surveys.moderation.redaction.spans import Redaction

_POSTCODE = re.compile(
    r"\b(?P<area>[A-Z]{1,2})[0-9O][A-Z0-9]?(?P<gap>[\s./_-]{0,3})(?P<inward>[0-9O][ABD-HJLNP-UW-Z]{2})\b",
    re.IGNORECASE,
)
# Taken apart by more spaces; then only in capitals, for "b 12 2nd" is none.
_SPACED = re.compile(
    r"\b(?P<area>[A-Z]{1,2}) ?[0-9][A-Z0-9]? [0-9] ?[ABD-HJLNP-UW-Z] ?[ABD-HJLNP-UW-Z]\b(?![ -]?\d)"
)
# Letter by letter ("l e 3 1 a b"), or cut short before its last letters ("SE15 2"): where homes are.
_LETTERS = re.compile(
    r"\b(?P<area>[A-Z](?:[\s.-]{1,2}[A-Z])?)[\s.-]{0,2}\d(?:[\s.-]{0,2}[A-Z0-9])?[\s.-]{0,3}\d[\s.-]{0,2}[ABD-HJLNP-UW-Z][\s.-]{0,2}"
    r"[ABD-HJLNP-UW-Z]\b",
    re.IGNORECASE,
)
_PARTIAL = re.compile(
    r"\b(?P<area>[A-Z]{1,2})\d[A-Z\d]?[ -]\d(?:[A-Z*_?.]{1,2})?(?![\w/:-]|[.,]\d|\s?(?:hours?|hrs?|mins?"
    r"|minutes|days?|weeks?|months?|years?|times?|nights?|beds?|am|pm|cm|kg|lbs?|x|of|to|and\s+\d|people|women|midwi\w+|other|more|different|babies|%)\b)",
    re.IGNORECASE,
)
_HOME_BEFORE = re.compile(
    r"\b(?:post\s?code|post\s?kod|kod(?:\s+pocztowy)?|cod(?:\s+poștal)?|код|live|lives|living|liv(?:e|ing)\s+in|from|in|near|around|moved\s+to|area|addr?ess"
    r"|round|over\s+in|mieszkam\s+w|stau\s+[iî]n|moro\s+em)\W{0,3}(?:(?:is|are|was|the|to|it['’]?s|starts?)\W{0,3}){0,2}$",
    re.IGNORECASE,
)
_HOME_AFTER = re.compile(
    r"\W{0,2}(?:area|post\s?code|bit|part|side|end|something|\.\.\.|…|\*)", re.IGNORECASE
)
# "ward b6 2nd bed", "bay e2 3hr wait": an ordinal or a length of time in small letters.
_NOT_INWARD = re.compile(r"(?:[0-9](?:st|nd|rd|th|hr|yr|wk|ft|lb|dr)|o[a-z]{2})$")

_ANNOUNCED = re.compile(r"\b(?:post\s?code|code|kod|cod)\W{0,3}(?:is|to|was)?\W{0,3}$", re.IGNORECASE)
# Cyrillic letters that look like Latin ones, as a Ukrainian keyboard leaves them in a postcode.
_LOOK_ALIKES = str.maketrans("АВЕІКМНОРСТХУаеіорсху", "ABEIKMHOPCTXYaeiopcxy")
_BESIDE_FIGURES = re.compile(
    r"(?<!\w)[АВЕІКМНОРСТХУаеіорсху]{1,2}(?=\d)|(?<=\d)[АВЕІКМНОРСТХУаеіорсху]{2}(?!\w)"
)
_REACH = 24


def postcodes(text: str) -> Iterator[Redaction]:
    """Whole postcodes of a real area ("a12 3rd bed" is none), in any case, spaced or not.

    Half a postcode ("LE3") names thousands of homes and stays, unless it is called her postcode, stands whole
    elsewhere, or is told as the place she is in or comes from; one digit more names a few streets.
    """
    text = text if text.isascii() else _BESIDE_FIGURES.sub(_in_latin, text)
    found = list(spoken_postcodes.spoken_postcodes(text, announced=loose_postcodes.speaks_of_one(text)))
    if any(map(str.isdigit, text)):
        found.extend((*_printed(text), *loose_postcodes.loose_postcodes(text), *half_postcodes.halves(text)))
        found.extend(postcodes_in_passing.in_passing(text))
    yield from found
    if found:
        yield from loose_postcodes.halves_of(text, found)


def _in_latin(match: re.Match[str]) -> str:
    return match.group().translate(_LOOK_ALIKES)


def _printed(text: str) -> Iterator[Redaction]:
    yield from _where_a_home_is_spoken_of(text)
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


def _where_a_home_is_spoken_of(text: str) -> Iterator[Redaction]:
    for pattern in (_LETTERS, _PARTIAL):
        for match in pattern.finditer(text):
            area = "".join(filter(str.isalpha, match["area"])).lower()
            if area in word_lists.postcode_areas() and _is_of_a_home(text, match):
                yield Redaction(match.start(), match.end(), "postcode")


def _is_of_a_home(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - _REACH) : match.start()]
    return _HOME_BEFORE.search(before) is not None or (
        match.re is _PARTIAL and _HOME_AFTER.match(text, match.end()) is not None
    )


def _is_announced(text: str, start: int) -> bool:
    return _ANNOUNCED.search(text[max(0, start - _REACH) : start]) is not None
