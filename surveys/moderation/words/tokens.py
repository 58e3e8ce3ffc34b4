"""Words of a text in a plain form that spelling habits do not change, each with where it stands."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# Vowel signs of Arabic and the Indic scripts are marks, which \w leaves out; the danda ends a sentence.
_MARKS = (
    r"\u0300-\u036F\u064B-\u065F\u0670"
    r"\u0981-\u0983\u09BC-\u09CD\u09D7"
    r"\u0A01-\u0A03\u0A3C-\u0A4D\u0A70\u0A71"
    r"\u0A81-\u0A83\u0ABC-\u0ACD"
)
_LETTER = rf"(?:[^\W_]|[{_MARKS}])"
_EMOJI = r"[\u2639\u263A\u2764\U0001F300-\U0001FAFF]"
_TOKEN = re.compile(rf"{_LETTER}+(?:['’‘`]{_LETTER}+)*|{_EMOJI}")
_APOSTROPHES = re.compile(r"['’‘`]")
_UNDECOMPOSED = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ß": "ss", "ı": "i"})
_ARABIC_VARIANTS = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ہ": "ه", "ة": "ه", "ـ": None}
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word in plain form, and its characters `start` to `end` in the text it was read from."""

    word: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The words and emoji of `text` in order."""
    return [Token(plain(match.group()), match.start(), match.end()) for match in _TOKEN.finditer(text)]


@lru_cache(maxsize=50_000)
def plain(word: str) -> str:
    """Small letters without apostrophes, accents, vowel marks or letter variants: "Couldn’t" -> "couldnt"."""
    word = _APOSTROPHES.sub("", word.casefold())
    if word.isascii():
        return word
    word = word.translate(_UNDECOMPOSED).translate(_ARABIC_VARIANTS)
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not _is_accent(c))


def _is_accent(character: str) -> bool:
    """Marks of the Latin and Arabic scripts; the vowel signs of Indic scripts spell the word and stay."""
    return "\u0300" <= character <= "\u036f" or "\u064b" <= character <= "\u065f" or character == "\u0670"
