"""NHS numbers and hospital numbers."""

import re
from collections.abc import Iterator

from surveys.moderation.redaction.spans import Redaction

_TEN_DIGITS = re.compile(r"(?<![\d+])[1-9](?:[ \-.]{0,2}\d){9}(?![\d])")
# Announced as one: taken as written, for a mistyped number still leads to a person.
_ANNOUNCED = re.compile(
    r"\b(?:nhs|hospital|patient|unit|case)\s*(?:no|num|number|id)\b\.?\W{0,3}(?:is|was)?\W{0,3}"
    r"(?P<number>[A-Z]{0,3}\d(?:[ \-]?\d){4,11})",
    re.IGNORECASE,
)
_WEIGHTS = range(10, 1, -1)


def nhs_numbers(text: str) -> Iterator[Redaction]:
    """Ten digits that pass the check digit, spaced or not, and anything announced as a record number."""
    for match in _TEN_DIGITS.finditer(text):
        if passes_check_digit(match.group()):
            yield Redaction(match.start(), match.end(), "nhs_number")
    for match in _ANNOUNCED.finditer(text):
        yield Redaction(*match.span("number"), "nhs_number")


def passes_check_digit(number: str) -> bool:
    """The modulus 11 test of the NHS Data Dictionary (NHS NUMBER): weights 10 to 2, 11 counts as 0."""
    digits = [int(character) for character in number if character.isdigit()]
    if len(digits) != 10:
        return False
    total = sum(weight * digit for weight, digit in zip(_WEIGHTS, digits[:9], strict=True))
    return (11 - total % 11) % 11 == digits[9]
