"""Puts neutral words in the place of what was marked."""

import re
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
_PEOPLE = ("a member of staff", "my partner", "my baby", "my child", "somebody I know")
_REACH = 40
_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?\n])\s*\Z")


def stand_ins() -> tuple[str, ...]:
    """What a moderator may choose to stand for a name: the jobs first, then others who have no name here."""
    jobs = sorted({f"the {job}" for job in word_lists.job_titles().values()}, key=str.lower)
    return (*_PEOPLE[:1], *jobs, *_PEOPLE[1:])


def bracketed(kind: Kind) -> str:
    """What stands for a detail of this kind, such as "[postcode]"."""
    return _WORDS[kind]


def instead_of(text: str, redaction: Redaction) -> str:
    """What would stand there by the rules alone: "the midwife" for the name in "midwife Sarah"."""
    by_rule = Redaction(redaction.start, redaction.end, redaction.kind)
    return _replacement(text, by_rule, floor=0, role_titles=True)[1]


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
    before_start = max(floor, redaction.start - _REACH)
    match = None
    if role_titles and redaction.kind == "name":
        match = announcements.job_title_before().search(text[before_start : redaction.start])
    if match is None or _is_family(match["title"], match["determiner"]):
        return redaction.start, _chosen(text, redaction.start, redaction.instead) or _WORDS[redaction.kind]
    if redaction.instead:
        # "my midwife Sarah" with "the doctor" chosen: all of it is replaced.
        start = before_start + match.start()
        return start, _chosen(text, start, redaction.instead)
    return before_start + match.start("title"), _titled(match["title"], match["determiner"])


def _chosen(text: str, start: int, instead: str) -> str:
    """What a person chose, with a capital where a sentence begins."""
    begins = _SENTENCE_BEGINS.search(text[:start]) is not None
    return instead[:1].upper() + instead[1:] if begins else instead


def _is_family(title: str, determiner: str | None) -> bool:
    return title.lower() == "sister" and (determiner or "").lower() in {"my", "his", "her", "our"}


def _titled(title: str, determiner: str | None) -> str:
    words = word_lists.job_titles()[" ".join(title.lower().split())]
    if determiner:
        return words
    return f"The {words}" if title.lower() == words and title[0].isupper() else f"the {words}"
