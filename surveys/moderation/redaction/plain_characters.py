"""The same text with plain digits, spaces and dashes, of the same length: one pattern fits all scripts."""

import unicodedata

_DASHES = dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212, 0xFF0D), "-")
_SPACES = dict.fromkeys((0x00A0, 0x2007, 0x2009, 0x202F, 0x3000), " ")
_QUOTES = dict.fromkeys((0x2018, 0x2019, 0x02BC), "'")
_OTHERS = {0x060C: ",", 0xFF0B: "+", 0xFF20: "@", 0xFF0E: ".", 0xFF0F: "/", 0x06D4: ".", 0x0964: "."}
_SIGNS = _DASHES | _SPACES | _QUOTES | _OTHERS


def plain(text: str) -> str:
    """`text` of the same length, in which every digit is one of 0 to 9 and every dash a hyphen."""
    if text.isascii():
        return text
    signs = text.translate(_SIGNS)
    return "".join(_digit(character) if character.isdigit() else character for character in signs)


def _digit(character: str) -> str:
    value = unicodedata.decimal(character, None)
    return character if value is None else str(value)
