"""Guesses how a text file is encoded, from the letters that are not plain English."""

import codecs
from collections.abc import Iterator
from typing import BinaryIO

from charset_normalizer import from_bytes

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE = 64 * 1024
# Lines with other letters are kept up to here; more say nothing new.
OTHER_LETTERS = 32 * 1024
LONGEST_LINE = 64 * 1024
WESTERN = "éèêëàâäáãçîïíôöóûüúùñæøåßœÿ"
EASTERN = "ąćęłńóśźżčďěňřšťůžýáéíúäöüőűăâîşţđçë"
SIGNS = "’‘“”–—…€°½¼¾•\xa0©®™´"
# In order of likelihood, for a tie.
USUAL = {"cp1252": WESTERN, "mac_roman": WESTERN, "cp1250": EASTERN}


def encoding_of(file: BinaryIO) -> str:
    """By the byte-order mark, else UTF-8 where (nearly) all of it is, else the likeliest guess."""
    sample = _start(file)
    marked = next((name for mark, name in BOMS if sample.startswith(mark)), None)
    if marked:
        return marked
    return _wide(sample) or _by_letters(_lines_with_other_letters(file))


def _start(file: BinaryIO) -> bytes:
    file.seek(0)
    return file.read(SAMPLE)


def _wide(sample: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of plain letters is zero."""
    if sample[1::2].count(0) > len(sample) // 4:
        return "utf-16-le"
    return "utf-16-be" if sample[::2].count(0) > len(sample) // 4 else None


def _lines_with_other_letters(file: BinaryIO) -> list[bytes]:
    file.seek(0)
    found, size = [], 0
    for line in _pieces(file):
        if not line.isascii() and size < OTHER_LETTERS:
            found.append(line)
            size += len(line)
    return found


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    """Lines; a very long one in pieces, so that one line cannot fill the memory."""
    return iter(lambda: file.readline(LONGEST_LINE), b"")


def _by_letters(lines: list[bytes]) -> str:
    if not lines or sum(map(_is_utf8, lines)) * 2 > len(lines):
        return "utf-8"
    sample = b"".join(lines)
    scores = {name: _score(sample.decode(name, errors="replace"), usual) for name, usual in USUAL.items()}
    best = max(scores, key=lambda name: scores[name])
    if scores[best] > 0:
        return best
    guess = from_bytes(sample).best()
    return guess.encoding if guess else best


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _score(text: str, usual: str) -> float:
    """How much the letters that are not plain English look like what people write."""
    near = f" {text} "
    return sum(
        _plausible(letter, before, after, usual)
        for before, letter, after in zip(near, near[1:], near[2:], strict=False)
        if letter > "\x7f"
    )


def _plausible(letter: str, before: str, after: str, usual: str) -> float:
    if letter == "£":
        return 1 if after.isdecimal() or after == " " else -1
    if letter in SIGNS:
        return 1
    # Three such letters in a row are another alphabet.
    if letter.lower() not in usual or min(before, after) > "\x7f":
        return -1
    beside = before.isalpha() or after.isalpha()
    capital_inside = letter.isupper() and before.islower()
    return 0.9 if beside and not capital_inside else -1
