"""Links and handles that are said: "imgur dot com slash a slash q7", "the underscore tired"."""

import re
from collections.abc import Iterator

from surveys.moderation.redaction import word_lists
from surveys.moderation.redaction.spans import Redaction, matches
from surveys.moderation.redaction.spelt_emails import DOTS

_SLASH = r"\s+(?:forward\s+|back\s+)?slash\s+"
_SITES = (
    r"(?:insta(?:gram)?|ig|tik\s?tok|snap(?:chat)?|twitter|facebook|fb|threads|you\s?tube|vimeo|reddit|discord|telegram|bluesky|imgur"
    r"|go\s?fund\s?me|just\s?giving|change|linktree)"
)
_SPELT = (
    re.compile(
        rf"(?<![\w.@-])[\w-]{{1,40}}(?:\s+{DOTS}\s+[\w-]{{1,40}}){{1,4}}(?:{_SLASH}(?:at\s+)?[\w.-]+)+",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<![\w.@-]){_SITES}(?:\.\w{{2,3}})?(?:{_SLASH}(?:at\s+)?[\w.-]+)+", re.IGNORECASE),
    re.compile(rf"(?<!\w)www(?:\s+{DOTS}\s+[\w-]{{1,40}}){{2,4}}", re.IGNORECASE),
    re.compile(r"(?<![\w/])[ur]/(?=\w*[a-z]{3})\w{4,30}(?![\w/])"),
    re.compile(
        r"(?<![\w.])(?:@\s?|at\s+sign\s+)?\w{1,30}(?:\s?[(\[]\s?underscore\s?[)\]]\s?\w{1,30}|\s+underscore\s+\w{1,30})+",
        re.IGNORECASE,
    ),
    re.compile(r"(?<![\w@.])@[a-z][\w.]{2,30}_(?!\w)", re.IGNORECASE),
)
_IN_BRACKETS = re.compile(rf"\b{_SITES}\s?\(\s?(?P<handle>@?[a-z][\w.]{{6,30}})\s?\)", re.IGNORECASE)


def spelt_links(text: str) -> Iterator[Redaction]:
    """Where somebody's page or handle is told in words."""
    for match in matches(text, *_SPELT):
        yield Redaction(match.start(), match.start() + len(match.group().rstrip(".-")), "url")
    for match in _IN_BRACKETS.finditer(text):
        if match["handle"].lower() not in word_lists.common_words():
            yield Redaction(*match.span("handle"), "url")
