"""Runs every finder over a text and settles where they overlap."""

from surveys.moderation.redaction import birth_dates, contacts, names, places, record_numbers
from surveys.moderation.redaction.spans import Redaction, merged

VERSION = "patterns-1"

_FINDERS = (
    contacts.emails,
    contacts.links,
    contacts.phones,
    record_numbers.nhs_numbers,
    birth_dates.birth_dates,
    places.addresses,
    places.postcodes,
)


def suggest(text: str, *, language: str = "en") -> list[Redaction]:
    """Details in `text` that should be hidden: sorted, never overlapping, never reaching past its ends.

    `language` (ISO 639-1) chooses the role words that announce a name; all else is found in any language.
    """
    found = [redaction for finder in _FINDERS for redaction in finder(text)]
    found.extend(names.names(text, language=language))
    return merged(found)
