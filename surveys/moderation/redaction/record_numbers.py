"""NHS numbers, hospital numbers and national insurance numbers."""

import re
from collections.abc import Iterator

from surveys.moderation.redaction import case_numbers, numbers_in_passing, record_cues
from surveys.moderation.redaction.spans import Redaction, matches

_TEN_DIGITS = re.compile(r"(?<![\d+])[1-9](?:[ \-./]{0,3}\d){9}(?![\d])")
# In threes and four, as it stands on a letter: taken as one even when a digit is wrong.
_AS_PRINTED = re.compile(r"(?<![\d+\-])[3-9]\d\d[ \-./]{1,3}\d\d\d[ \-./]{1,3}\d{4}(?![\d\-])")
# Ten figures one by one, or in three groups with dashes between: hardly anything else is told so.
_TOLD_SLOWLY = re.compile(r"(?<![\d+.])(?<!\d[ .])(?<!\d\. )(?<!\d \. )[1-9](?: ?\. ?\d| \d){9}(?! ?\.? ?\d)")
_WITH_DASHES = re.compile(
    r"(?<![\d+\-–—])(?<!\+\d )(?<!\+\d\d )[1-9]\d\d ?[\-–—] ?\d\d\d ?[\-–—] ?\d{4}(?![\d\-–—])"
)
_NATIONAL_INSURANCE = re.compile(r"\b[A-Z]{2}\s?\d\d\s?\d\d\s?\d\d\s?[A-D]\b")
_SPOKEN = re.compile(
    r"\bnhs\W+(?:no|num|number)?\W*(?:is\W+)?(?P<number>(?:(?:double\s)?(?:oh|zero|one|two|three"
    r"|four|five|six|seven|eight|nine)\b[\s,-]*){6,12})",
    re.IGNORECASE,
)
# Half in figures, half in words: "NHS no nine four three, then 008 1127".
_MIXED = re.compile(
    r"\bnhs\W+(?:(?:no|num|number)\W+)?(?:is\W+)?(?P<number>(?:(?:(?:double|treble)\s)?(?:oh|o|zero|nought|one|two|three|four|five|six|seven|eight|nine|\d{1,4})\b"
    r"[\s,.-]{0,3}(?:(?:then|and|dash)\s+)?){3,12})",
    re.IGNORECASE,
)
_FIGURES, _FEWEST_FIGURES = (
    re.compile(
        r"\d|(?:oh|o|zero|nought|one|two|three|four|five|six|seven|eight|nine|double|treble)\b", re.IGNORECASE
    ),
    8,
)
_NEAR = re.compile(r"nhs|এনএইচএস|એનએચએસ|ਐਨ\s?ਐਚ|این\s?ایچ|الصحي|hospital n|wristband", re.IGNORECASE)
_SAID_AFTER = re.compile(r"\W{0,3}(?:is|was|=)?\s*(?:my|her|his|our|the|baby's)\s+nhs", re.IGNORECASE)
_REACH = 70
_WEIGHTS = range(10, 1, -1)


def nhs_numbers(text: str) -> Iterator[Redaction]:
    """Ten digits that pass the check digit or stand as printed, spaced or not, and any announced as one."""
    for found in _numbers(text):
        if not numbers_in_passing.is_of_a_paper(text, found.start):
            yield found


def _numbers(text: str) -> Iterator[Redaction]:
    for match in _TEN_DIGITS.finditer(text):
        if passes_check_digit(match.group()) or _is_spoken_of(text, match):
            yield Redaction(match.start(), match.end(), "nhs_number")
    for match in matches(text, _AS_PRINTED, _TOLD_SLOWLY, _WITH_DASHES, _NATIONAL_INSURANCE):
        yield Redaction(match.start(), match.end(), "nhs_number")
    yield from record_cues.announced_numbers(text)
    yield from case_numbers.case_numbers(text)
    if any(map(str.isdigit, text)):
        yield from numbers_in_passing.told_in_passing(text)
    for match in _MIXED.finditer(text):
        if len(_FIGURES.findall(match["number"])) >= _FEWEST_FIGURES:
            said = match["number"].rstrip(" ,.-")
            yield Redaction(match.start("number"), match.start("number") + len(said), "nhs_number")
    for match in _SPOKEN.finditer(text):
        yield Redaction(
            match.start("number"), match.start("number") + len(match["number"].rstrip(" ,-")), "nhs_number"
        )


def passes_check_digit(number: str) -> bool:
    """The modulus 11 test of the NHS Data Dictionary (NHS NUMBER): weights 10 to 2, 11 counts as 0."""
    digits = [int(character) for character in number if character.isdigit()]
    if len(digits) != 10:
        return False
    total = sum(weight * digit for weight, digit in zip(_WEIGHTS, digits[:9], strict=True))
    return (11 - total % 11) % 11 == digits[9]


def _is_spoken_of(text: str, match: re.Match[str]) -> bool:
    """Whether the text says close to it that it is an NHS number."""
    before = text[max(0, match.start() - _REACH) : match.start()]
    return _NEAR.search(before) is not None or _SAID_AFTER.match(text, match.end()) is not None
