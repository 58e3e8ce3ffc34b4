"""Postcodes said letter by letter: "L A twelve, three T Q", "PE28 9 and then X for xray, R for romeo".

Every word is read as the letters and figures it stands for ("0" for any figure, "?" for a forgotten one);
words that stand for none end what is read.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from surveys.moderation.redaction import word_lists
from surveys.moderation.redaction.spans import Redaction

_FOR = (
    r"\s+(?:for|as(?:\s+in)?|like|jak|ca(?:\s+(?:la|în|in))?|de\s+la|como|de|як|sida|جیسے|مثل|যেমন|જેમ|ਜਿਵੇਂ)"
    r"\s+[^\W\d_][\w'-]+"
)
_TOKEN = re.compile(
    rf"(?P<called>(?<!\w)[^\W\d_](?={_FOR})){_FOR}|[^\s,.;:!?()\[\]/\"“”«»…_*–-]+", re.IGNORECASE
)
_GAP = re.compile(r"[\s,/()\"…_*-]{0,5}|[\s.]{1,3}")
_MIXED = re.compile(
    r"(?!\d(?:st|nd|rd|th|hr|yr|wk|ft|lb|dr)$)[A-Z]{1,2}\d[A-Z\d]?\d?|\d{1,4}[A-Z]{0,2}|[A-Z]", re.IGNORECASE
)
_WHOLE = re.compile(r"(?P<area>[A-Z]{1,2})(?:0{2,4}|0[A-Z]0)[A-Z?]{2}(?![A-Z])")
_HALF = re.compile(r"(?P<area>[A-Z]{2})0{1,3}(?![A-Z0])")
_WARD = re.compile(
    r"\b(?:ward|bay|bed|room|level|floor|block|theatre|clinic|bus|zone)\W{0,2}$", re.IGNORECASE
)
_REACH = 12
_MARKS = str.maketrans("", "", "\u0a71\u0a3c\u09bc\u0abc\u093c")
_MEASURES = frozenset({"AM", "PM", "KG", "MG", "ML", "CM", "MM", "LB", "OZ", "GP", "OK", "TV", "IV", "CC"})
_VOWELS = frozenset("AEIOUWY")


@dataclass(frozen=True, slots=True)
class _Said:
    """A word and what it stands for: letters, "0" a figure, "?" a forgotten one, "" what is between."""

    start: int
    end: int
    word: str
    signs: str

    @property
    def is_spelt(self) -> bool:
        """Whether it is no letter or figure as a postcode has them, but the name of one."""
        return bool(self.signs) and not _MIXED.fullmatch(self.word) and not self.word.isupper()

    @property
    def is_small(self) -> bool:
        return self.word.isascii() and self.word.islower() and len(self.word) == len(self.signs)


def spoken_postcodes(text: str, *, announced: bool) -> Iterator[Redaction]:
    """Postcodes of a real area that are spelt. `announced`: the text speaks of a postcode somewhere."""
    for run in _runs(text):
        signs = "".join(said.signs for said in run)
        owners = [said for said in run for _ in said.signs]
        for pattern in (_WHOLE, _HALF):
            for match in pattern.finditer(signs):
                said = owners[match.start() : match.end()]
                if _is_cut(owners, match.start()) or _is_cut(owners, match.end()):
                    continue
                real = match["area"].lower() in word_lists.postcode_areas() and not _WARD.search(
                    text[max(0, said[0].start - _REACH) : said[0].start]
                )
                if real and _is_meant(said, whole=pattern is _WHOLE, announced=announced):
                    yield Redaction(said[0].start, said[-1].end, "postcode")


def _is_cut(owners: list[_Said], place: int) -> bool:
    """Whether what ends or begins there would be a part of a word only."""
    return 0 < place < len(owners) and owners[place - 1] is owners[place]


def _is_meant(said: list[_Said], *, whole: bool, announced: bool) -> bool:
    if len(set(map(id, said))) <= 1 or said[-1].word.upper() in _MEASURES:
        return False
    if whole:
        small = [one for one in said if one.is_small]
        return announced or not any(_VOWELS & set(one.word.upper()) for one in small)
    return _is_half(said)


def _is_half(said: list[_Said]) -> bool:
    """Whether two letters and figures are half a postcode: the letters apart, or the figures in words."""
    first, second, *figures = said
    if first is second:
        return first.word.isupper() and all(one.is_spelt for one in figures)
    letters_are_said = all(one.word.isupper() or not one.word.isascii() for one in (first, second))
    return letters_are_said and not {_folded(first.word), _folded(second.word)} <= _list("also_words")


def _runs(text: str) -> Iterator[list[_Said]]:
    """Words beside each other that each stand for letters or figures."""
    run: list[_Said] = []
    for said in map(_read, _TOKEN.finditer(text)):
        follows = run and _GAP.fullmatch(text, run[-1].end, said.start) is not None
        if run and not (follows and said.signs != " "):
            yield _doubled(run)
            run = []
        if said.signs != " ":
            run.append(said)
    if run:
        yield _doubled(run)


def _doubled(run: list[_Said]) -> list[_Said]:
    """The same, with "double U" read as one letter and "double J" as two."""
    result: list[_Said] = []
    for said in run:
        if result and result[-1].signs == "!":
            signs = "W" if said.signs == "U" else said.signs * 2
            result[-1] = _Said(result[-1].start, said.end, said.word, signs)
        else:
            result.append(said)
    return [said for said in result if said.signs != "!"]


def _read(match: re.Match[str]) -> _Said:
    if match["called"]:
        return _Said(match.start(), match.end(), match.group(), match["called"].upper())
    word = match.group()
    return _Said(match.start(), match.end(), word, _signs(word))


def _signs(word: str) -> str:
    """What a word stands for; a space where it stands for nothing."""
    folded = _folded(word)
    if folded in _list("words") and not word.isupper():
        return ""
    if _MIXED.fullmatch(word) or (len(word) == 2 and word.isascii() and word.isupper() and word.isalpha()):
        return re.sub(r"\d", "0", word.upper())
    if folded in _list("twice"):
        return "!"
    return "?" if folded in _list("forgotten") else _names().get(folded, " ")


def _folded(word: str) -> str:
    small = word.lower()
    return small if small.isascii() else unicodedata.normalize("NFC", small).translate(_MARKS)


@cache
def _names() -> dict[str, str]:
    """Letters and figures by their names in every language offered."""
    names = {
        _folded(word): "0"
        for words in word_lists.table("spelt")["numbers"].values()
        for word in words.split()
    }
    for letters in word_lists.table("spelt")["letters"].values():
        for letter, said in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", letters.split(), strict=True):
            names.update(dict.fromkeys(map(_folded, said.split("|")), letter))
    return names


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(map(_folded, word_lists.table("spelt")["between"][name].split()))
