"""Names that a birth, a relation or a phrase shows: "X s-a născut", "partner of tosin", "X by name"."""

import re
from collections.abc import Callable, Iterator, Sequence

from surveys.moderation.redaction import word_lists
from surveys.moderation.redaction.name_words import Word
from surveys.moderation.redaction.spans import Redaction

_BORN_ELSEWHERE = re.compile(
    r"(?<!\w)(?P<name>[^\W\d_]{3,20}(?:-[^\W\d_]{2,20})?)\s+(?:s-a\s+n[ăa]scut|(?:já\s+)?nasceu|urodzi[łl]\w?\s+si[ęe]|przysz\w+\s+na\s+świat|урод\w+|народи[влт]\w+"
    r"|(?:wuxuu|waxay|wuxu|ayaa)\s+(?:ku\s+)?dhal\w+)",
    re.IGNORECASE,
)
# Who is born without a name.
_NOBODY = re.compile(
    r"fet\w+|b[ăa]i[ae]?[tț]\w+|beb\w+|copil\w*|fiic\w+|fiul\w*|gemen\w+|menin[oa]s?|filh[oa]s?|crian\w+|gémeos|dzieck\w+|dzieci\w*|c[oó]r\w+|syn\w*|bliźni\w+|mal\w+"
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
_REACH = 12
_MONTHS = frozenset({"jan", "jun", "jul", "جون", "مارس", "ابريل", "mai", "mart", "juun"})
_BEFORE_A_MONTH = re.compile(
    r"(?:\b(?:in|since|until|till|til|last|this|next|of|early|late|mid|by|from|end)|\d(?:st|nd|rd|th)?)\s+$",
    re.IGNORECASE,
)
_IS_MY_NAME = re.compile(
    r"(?<!\w)(?P<name>[^\W\d_]{3,20})\s+(?:is|was)\s+(?:really\s+|actually\s+|not\s+)?(?:my|her|his)\s+(?:real\s+|full\s+|actual\s+)?name\b",
    re.IGNORECASE,
)
_HERE = re.compile(
    r"^(?:(?P<name>[^\W\d_]{3,20})\s+(?:n|and|&)\s+)?(?P<other>[^\W\d_]{3,20})\s+here(?=\s*[.,!]|\s+again)",
    re.IGNORECASE,
)
_PRONOUNS = frozenset({"mine", "she", "her", "his", "they", "who", "that", "baby", "twins"})
_NUMBERS = frozenset(
    {"one", "two", "three", "four", "five", "six", "mine", "yours", "ours", "hers", "theirs", "staff"}
)


def told(text: str, words: Sequence[Word]) -> Iterator[int]:
    """Indices of words that are names because of what is told of them."""
    places = {word.start: index for index, word in enumerate(words)}
    small = text.lower()
    for hints, pattern, fits in _PHRASES:
        for match in pattern.finditer(text) if any(hint in small for hint in hints) else ():
            starts = (match.start(group) for group, said in match.groupdict().items() if said)
            yield from (places[start] for start in starts if start in places and fits(words[places[start]]))


def is_a_month(text: str, found: Redaction) -> bool:
    """Whether a word that is a name too is a month here: "in Jan", "11 جون"."""
    if text[found.start : found.end].lower() not in _MONTHS:
        return False
    return _BEFORE_A_MONTH.search(text[max(0, found.start - _REACH) : found.start]) is not None


def _is_a_baby(word: Word) -> bool:
    return word.capital and not word.is_common and not _NOBODY.fullmatch(word.lower)


def _is_known(word: Word) -> bool:
    return word.is_listed and word.lower not in word_lists.everyday_words() and word.lower not in _PRONOUNS


def _is_somebody(word: Word) -> bool:
    if word.lower in _NUMBERS:
        return False
    return word.is_listed or (word.looks_like_a_name and not word.is_common)


def _is_surely_known(word: Word) -> bool:
    return (word.is_listed and not word.is_also_a_word) or word.could_be_a_name


def _could_be_mine(word: Word) -> bool:
    return word.capital and not word.is_common and len(word.lower) > 2


def _is_known_at_the_start(word: Word) -> bool:
    kin = word_lists.cues("people")
    return word.is_listed and word.lower not in word_lists.everyday_words() and word.lower not in kin


# Each with what stands in every text that it fits, for it is quick to look for.
_PHRASES: tuple[tuple[tuple[str, ...], re.Pattern[str], Callable[[Word], bool]], ...] = (
    (
        ("născut", "nascut", "nasceu", "urodzi", "świat", "урод", "народи", "dhal"),
        _BORN_ELSEWHERE,
        _is_a_baby,
    ),
    ((" born",), _WAS_BORN, _is_known),
    (("by name",), _BY_NAME, _is_known),
    ((" of ",), _PARTNER_OF, _is_somebody),
    ((" of ",), _RELATED_TO, _is_surely_known),
    (("its ", "it's ", "it’s ", "this is "), _ITS, _is_known),
    ((" name",), _IS_MY_NAME, _could_be_mine),
    ((" here",), _HERE, _is_known_at_the_start),
)
