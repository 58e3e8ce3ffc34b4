"""Puts neutral words in the place of what was marked."""

from collections.abc import Iterable

from surveys.moderation.redaction import announcements, word_lists
from surveys.moderation.redaction.spans import Kind, Redaction, merged

_WORDS: dict[Kind, str] = {
    "name": "[name]",
    "phone": "[phone number]",
    "email": "[email address]",
    "nhs_number": "[NHS number]",
    "postcode": "[postcode]",
    "date_of_birth": "[date of birth]",
    "address": "[address]",
    "url": "[link]",
}
_REACH = 40


def apply(text: str, redactions: Iterable[Redaction], *, role_titles: bool = True) -> str:
    """`text` with each redaction replaced by bracketed words; all else stays, character for character.

    With `role_titles` a name right after a job title goes together with it: "midwife Sarah" -> "the midwife",
    "my midwife Sarah" -> "my midwife". Raises ValueError when a redaction lies outside the text.
    """
    pieces: list[str] = []
    position = 0
    for redaction in merged(redactions):
        _check(redaction, text)
        start, words = _replacement(text, redaction, floor=position, role_titles=role_titles)
        pieces += [text[position:start], words]
        position = redaction.end
    return "".join([*pieces, text[position:]])


def _check(redaction: Redaction, text: str) -> None:
    if not 0 <= redaction.start < redaction.end <= len(text):
        raise ValueError(f"Redaction {redaction.start}-{redaction.end} lies outside a text of {len(text)}.")


def _replacement(text: str, redaction: Redaction, *, floor: int, role_titles: bool) -> tuple[int, str]:
    """Where the replaced stretch starts (never before `floor`) and what stands there instead."""
    if role_titles and redaction.kind == "name":
        before_start = max(floor, redaction.start - _REACH)
        match = announcements.job_title_before().search(text[before_start : redaction.start])
        if match and not _is_family(match["title"], match["determiner"]):
            return before_start + match.start("title"), _titled(match["title"], match["determiner"])
    return redaction.start, _WORDS[redaction.kind]


def _is_family(title: str, determiner: str | None) -> bool:
    return title.lower() == "sister" and (determiner or "").lower() in {"my", "his", "her", "our"}


def _titled(title: str, determiner: str | None) -> str:
    words = word_lists.job_titles()[" ".join(title.lower().split())]
    if determiner:
        return words
    return f"The {words}" if title.lower() == words and title[0].isupper() else f"the {words}"
