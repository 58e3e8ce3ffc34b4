"""Streets where a home is told of: "halfway down Jubilee Row", "living on oak road", "forty two oak road"."""

import re
from collections.abc import Iterator

from surveys.moderation.redaction import word_lists
from surveys.moderation.redaction.address_words import (
    LOWER_STREET,
    NO_HOME,
    OTHER_ENDS,
    SMALL_STREET,
    STREETS,
    TENS,
    WORD,
)
from surveys.moderation.redaction.spans import Redaction, matches

_ALONG = (
    r"(?:(?:just|right|only|half\s?-?way|about|all\s+the\s+way|further|straight)\s+){0,2}"
    r"(?:down|up|along|on|in|off|at|of|round|opposite|at\s+the\s+(?:very\s+)?(?:end|top|bottom|corner"
    r"|back|start)\s+of)"
)
# What says that the street is where somebody lives.
_LIVING = (
    r"(?:liv(?:e|es|ed|ing)(?:\s+(?:near|by|opposite|behind|above|over|beside)\s+(?:the|a)\s+\w+)?|rent(?:s|ed|ing)?|resid\w+|lodg(?:e|ed|ing)|grew\s+up|mov(?:e|ed|ing)(?:\s+"
    r"(?:back|house|out|home))?|stay(?:ed|ing)?|sofa\s?surfing"
    r"|(?:my|our|her|his|their|the|a)\s+(?:\w+\s+){0,2}?(?:door|gate|house|home|flat|bungalow|cottage"
    r"|bedsit|hostel|driveway|mum['’]?s|nan['’]?s|place|address"
    r"|maisonette|caravan|bell|letterbox)"
    r"|(?:i|we|she|they)(?:['’]?(?:re|m|s)|\s+(?:are|am|is))(?:\s+(?:still|now|both|always))?(?=\s+(?:"
    r"(?:just|right|half\s?-?way|all\s+the\s+way)\s+)?(?:down|up|along|off|at\s+the\s+(?:end|top|bottom"
    r"|corner|back))\b)"
    r"|neighbours?|mieszka\w*|locui\w*|st(?:au|ăm)|mor(?:o|amos)|viv(?:o|emos)|degan\w*|живу|живемо"
    r"|мешкає?\w*)"
)
_CAPITAL = re.compile(
    rf"\b(?i:{_LIVING})(?:\s+(?i:is|was|are|now|still|back|here))?\s+(?i:{_ALONG}|przy|na|pe|la|em"
    rf"|na\s+rua|ku|на|по)\s+(?:(?i:the)\s+)?"
    rf"(?P<place>(?:{WORD}\s+){{1,3}}?(?:{STREETS}|{OTHER_ENDS}))\b{NO_HOME}"
)
_MOVED = re.compile(
    rf"\b(?i:(?:we|i|she|they|family)(?:['’]?ve|\s+have|\s+had)?(?:\s+(?:just|only|recently"
    rf"|since))?\s+moved(?:\s+(?:house|home|out|back|over))?(?:\s+from\s+\S{{1,20}}){{0,1}}"
    rf"\s+(?:in)?to)\s+(?P<place>(?:{WORD}\s+){{1,3}}?(?:{STREETS}))\b{NO_HOME}"
)
_SMALL = re.compile(
    rf"\b{_LIVING}(?:\s+(?:is|was|are|now|still|back|here))?\s+{_ALONG}\s+(?:the\s+)?"
    rf"(?P<place>(?P<word>[a-z'-]{{3,}})\s+(?:(?P<second>[a-z'-]{{3,}})\s+)?(?:{LOWER_STREET}"
    rf"|{SMALL_STREET}))\b{NO_HOME}",
    re.IGNORECASE,
)
_SMALL_SPELT = re.compile(
    rf"\b(?P<place>(?:{TENS})[\s-](?:one|two|three|four|five|six|seven|eight|nine)\s+"
    rf"(?P<word>[a-z'-]{{3,}})\s+(?:(?P<second>[a-z'-]{{3,}})\s+)?"
    rf"(?:{LOWER_STREET}|close|drive))\b",
    re.IGNORECASE,
)
_FLOOR_OF = re.compile(
    r"\b(?i:liv(?:e|es|ed|ing)|flat(?:\s+is)?|we(?:['’]?re|\s+are)|i(?:['’]?m|\s+am)|room(?:\s+is)?)\s+"
    r"(?:\w+\s+)?(?i:on|up\s+on)\s+the\s+"
    rf"(?P<place>(?:\w{{2,8}}|\d{{1,2}}\w\w)\s+(?:floor|flr)\s+(?:of|in|at)\s+(?:{WORD}\s+){{1,3}}?"
    rf"(?:House|Hse|Towers?|Court|Heights|Point|Mansions|Flats|Apartments|Lodge))\b{NO_HOME}"
)
_DOOR_NUMBER = re.compile(
    r"\b(?P<place>(?:house|door|flat)\s+(?:number|no\.?)\s*(?:is\s+|was\s+)?\d{1,4}[a-z]?)\b(?!\s+of\b|\s?[%:])",
    re.IGNORECASE,
)
_NO_NAMES = re.compile(
    r"same|next|other|main|busy|quiet|private|opposite|wrong|whole|nearest|long|narrow", re.IGNORECASE
)


def told(text: str) -> Iterator[Redaction]:
    """Streets that are somebody's home. A street alone ("parked on Mill Lane") is none."""
    for match in matches(text, _CAPITAL, _MOVED, _DOOR_NUMBER, _FLOOR_OF):
        yield Redaction(*match.span("place"), "address")
    for match in matches(text, _SMALL, _SMALL_SPELT):
        if not any(_tells_nothing(match[group]) for group in ("word", "second") if match[group]):
            yield Redaction(*match.span("place"), "address")


def _tells_nothing(word: str) -> bool:
    return _NO_NAMES.fullmatch(word) is not None or word.lower() in word_lists.everyday_words()
