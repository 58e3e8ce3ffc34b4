"""Words of a text in a plain form that spelling habits do not change, each with where it stands."""

import re
from dataclasses import dataclass

from surveys.moderation.words.plain import JOINERS, plain

# Vowel signs of Arabic and the Indic scripts are marks, which \w leaves out; the danda ends a sentence.
_MARKS = (
    r"\u0300-\u036F\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED"
    r"\u0981-\u0983\u09BC-\u09CD\u09D7\u09E2\u09E3"
    r"\u0A01-\u0A03\u0A3C-\u0A4D\u0A51\u0A70\u0A71\u0A75"
    r"\u0A81-\u0A83\u0ABC-\u0ACD\u0AE2\u0AE3"
)
_LETTER = rf"(?:[^\W_]|[{_MARKS}{JOINERS}])"
_EMOJI = r"[\u2639\u263A\u2764\U0001F300-\U0001FAFF]"
_TOKEN = re.compile(rf"[^\W_]{_LETTER}*(?:['’‘`´′]{_LETTER}+)*|{_EMOJI}")


@dataclass(frozen=True, slots=True)
class Token:
    """A word in plain form, and its characters `start` to `end` in the text it was read from."""

    word: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The words and emoji of `text` in order."""
    return [Token(plain(match.group()), match.start(), match.end()) for match in _TOKEN.finditer(text)]
