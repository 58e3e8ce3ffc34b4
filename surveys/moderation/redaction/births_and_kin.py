"""Names that a birth, a relation or "by name" around them shows: "X s-a născut", "partner of tosin", "X by name"."""

import re
from collections.abc import Iterator, Sequence

from surveys.moderation.redaction import word_lists
from surveys.moderation.redaction.name_words import Word

_BORN_ELSEWHERE = re.compile(
    r"(?<!\w)(?P<name>[^\W\d_]{3,20}(?:-[^\W\d_]{2,20})?)\s+(?:s-a\s+n[ăa]scut|(?:já\s+)?nasceu|urodzi[łl]\w?\s+si[ęe]|przysz\w+\s+na\s+świat|урод\w+|народи[влт]\w+"
    r"|(?:wuxuu|waxay|wuxu|ayaa)\s+(?:ku\s+)?dhal\w+)",
    re.IGNORECASE,
)
# Who is born without a name.
_NOBODY = re.compile(
    r"fet\w+|b[ăa]ia?[tț]\w+|beb\w+|copil\w*|fiic\w+|fiul\w*|gemen\w+|menin[oa]s?|filh[oa]s?|crian\w+|gémeos|dzieck\w+|dzieci\w*|c[oó]r\w+|syn\w*|bliźni\w+|mal\w+"
    r"|дит\w+|дон\w+|доч\w+|син\w*|хлопч\w+|дівч\w+|малю\w+|маля\w*|він|вона|вони|ілм\w+|ilm\w+|wiil\w*|gabadh?\w*|inan\w*|cunug\w*|quando|onde|ela|ele|ona|ono|când|unde|care|że"
    r"|що|коли|mataan\w*|caruur\w*|uu|ay|która|który|яка|який|вже|já|não|nie|не|он|она",
    re.IGNORECASE,
)
_WAS_BORN = re.compile(
    r"(?<!\w)(?P<name>[^\W\d_]{3,20})\s+(?:was|were|is)\s+(?:finally\s+|safely\s+)?born\b", re.IGNORECASE
)
_BY_NAME = re.compile(r"(?<!\w)(?P<name>[^\W\d_]{2,20})\s+by\s+name\b", re.IGNORECASE)
_PARTNER_OF = re.compile(
    r"\b(?:partner|wife|husband|fianc[ée]e?|girlfriend|boyfriend|widow)\s+of\s+(?P<name>[^\W\d_]{2,20})(?=\s*(?:[.,;!?(\n]|$))",
    re.IGNORECASE,
)
_RELATED_TO = re.compile(
    r"\b(?:sister|brother|cousin|mum|mam|mummy|mother|dad|daddy|father|nan|gran|son|daughter|friend|parents)\s+of\s+(?:baby\s+|little\s+)?(?P<name>[^\W\d_]{3,20})",
    re.IGNORECASE,
)
_ITS = re.compile(
    r"(?:^|[.!?\n]\s?|\b(?:hi|hiya|hello|hey|heya|morning|evening)[\s,!.-]{1,3})(?:it['’]?s|its|this\s+is)\s+(?:me\s+)?(?P<name>[^\W\d_]{2,20})"
    r"(?=\s*,|\s+(?:here|again)\b)",
    re.IGNORECASE,
)


def told(text: str, words: Sequence[Word]) -> Iterator[int]:
    """Indices of words that are names because of what is told of them."""
    at = {word.start: words[index] for index, word in enumerate(words)}
    places = {word.start: index for index, word in enumerate(words)}
    for pattern, fits in _PHRASES:
        for match in pattern.finditer(text):
            word = at.get(match.start("name"))
            if word is not None and fits(word):
                yield places[word.start]


def _is_a_baby(word: Word) -> bool:
    return word.capital and not word.is_common and not _NOBODY.fullmatch(word.lower)


def _is_known(word: Word) -> bool:
    return word.is_listed and word.lower not in word_lists.everyday_words() and word.lower not in _PRONOUNS


def _is_somebody(word: Word) -> bool:
    return word.is_listed or (word.looks_like_a_name and not word.is_common and word.lower not in _NUMBERS)


def _is_surely_known(word: Word) -> bool:
    return (word.is_listed and not word.is_also_a_word) or word.could_be_a_name


_PRONOUNS = frozenset({"mine", "she", "her", "his", "they", "who", "that", "baby", "twins"})
_NUMBERS = frozenset(
    {"one", "two", "three", "four", "five", "six", "mine", "yours", "ours", "hers", "theirs", "staff"}
)
_PHRASES = (
    (_BORN_ELSEWHERE, _is_a_baby),
    (_WAS_BORN, _is_known),
    (_BY_NAME, _is_known),
    (_PARTNER_OF, _is_somebody),
    (_RELATED_TO, _is_surely_known),
    (_ITS, _is_known),
)
