"""The plain form of a word: what spelling habits, keyboards and missing marks do not change.

Women write "Couldn't" and "couldnt", "chcę" and "chce", "أريد" and "اريد", with the keyboard that their phone
has. Text and phrases both become plain, so each needs to be written in one way only.
"""

import re
import unicodedata
from functools import lru_cache

# Invisible characters that phones put inside words: soft hyphens, joiners and direction marks.
JOINERS = r"\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF"

_UNSEEN = re.compile(rf"['’‘`´′ʼʻ{JOINERS}]")
_CYRILLIC = re.compile(r"[\u0400-\u04FF]")
_LATIN = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ß": "ss", "ı": "i", "æ": "ae"})
# Latin letters that look Cyrillic stand in for those that a keyboard does not have: "вбити" with a Latin i.
_LOOK_CYRILLIC = str.maketrans("aceiopxy", "асеіорху")
_ARABIC = str.maketrans(
    {
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ې": "ي",
        "ک": "ك",
        "ڪ": "ك",
        "ہ": "ه",
        "ھ": "ه",
        "ە": "ه",
        "ة": "ه",
        "ۃ": "ه",
        "ں": "ن",
        "ء": None,
        "ـ": None,
    }
)
# Vowel length, nasal signs and dots below are where spellings differ most, and where typing stops first.
_INDIC = str.maketrans(
    {
        **dict.fromkeys("\u09bc\u0a3c\u0abc"),
        **dict.fromkeys("\u0981\u0a01\u0a02\u0a70\u0a71\u0a81\u0a82"),
        "\u09c0": "\u09bf",
        "\u09c2": "\u09c1",
        "\u09a3": "\u09a8",
        "\u0a40": "\u0a3f",
        "\u0a42": "\u0a41",
        "\u0ac0": "\u0abf",
        "\u0ac2": "\u0ac1",
        "\u0ab3": "\u0ab2",
    }
)
_OTHERS = _LATIN | _ARABIC | _INDIC


@lru_cache(maxsize=50_000)
def plain(word: str) -> str:
    """Small letters without apostrophes, accents, vowel marks or letter variants: "Couldn’t" -> "couldnt"."""
    word = _UNSEEN.sub("", word.casefold())
    if word.isascii():
        return word
    word = "".join(c for c in unicodedata.normalize("NFKD", word) if not _is_accent(c)).translate(_OTHERS)
    return word.translate(_LOOK_CYRILLIC) if _CYRILLIC.search(word) else word


def _is_accent(character: str) -> bool:
    """Marks of the Latin, Cyrillic and Arabic scripts; Indic vowel signs spell the word and stay."""
    return (
        "\u0300" <= character <= "\u036f"
        or "\u0610" <= character <= "\u061a"
        or "\u064b" <= character <= "\u065f"
        or "\u06d6" <= character <= "\u06ed"
        or character == "\u0670"
    )
