"""Runs every finder over a text and settles where they overlap."""

from collections.abc import Iterable, Iterator

from surveys.moderation.redaction import (
    addresses,
    birth_dates,
    contacts,
    names,
    postcodes,
    record_numbers,
    telephones,
)
from surveys.moderation.redaction.plain_characters import plain
from surveys.moderation.redaction.spans import Redaction, merged

VERSION = "patterns-8"

_FINDERS = (
    contacts.emails,
    contacts.links,
    telephones.phones,
    record_numbers.nhs_numbers,
    birth_dates.birth_dates,
    addresses.addresses,
    postcodes.postcodes,
)
_FURTHEST_FROM_NAME = 3


def suggest(text: str, *, language: str = "en") -> list[Redaction]:
    """Details in `text` that should be hidden: sorted, never overlapping, never reaching past its ends.

    `language` (ISO 639-1) chooses the role words that announce a name; all else is found in any language.
    """
    readable = plain(text)
    found = [redaction for finder in _FINDERS for redaction in finder(readable)]
    found_names = list(names.names(text, language=language))
    found.extend(found_names)
    if found_names:
        found.extend(_dates_beside(readable, found_names))
    return merged(found)


def _dates_beside(text: str, found: Iterable[Redaction]) -> Iterator[Redaction]:
    """Full dates right beside a name ("Wren, 11/11/25", "19 6 96 sophie?"): when somebody was born."""
    ends, starts = {name.end for name in found}, {name.start for name in found}
    for date in birth_dates.full_dates(text):
        if any(
            end in ends and not text[end : date.start].strip(" ,(-")
            for end in range(date.start - _FURTHEST_FROM_NAME, date.start)
        ) or any(
            start in starts and not text[date.end : start].strip(" ,(-")
            for start in range(date.end + 1, date.end + _FURTHEST_FROM_NAME)
        ):
            yield date
