"""Homes told piece by piece: "second floor, above the vape shop, Corn Hill, Wisbech".

A piece is a part of a home (a floor, a door, what it is beside) or a name (of a street, a house, a town).
Pieces between commas, at least one of each, are an address; one found otherwise takes its further parts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from surveys.moderation.redaction import word_lists
from surveys.moderation.redaction.address_words import HOUSES, OTHER_ENDS, STREETS, STREETS_SPELT, WORD
from surveys.moderation.redaction.spans import Redaction

_PIECE = re.compile(
    r"(?:[^,،;.!?\n():…—–۔।]|(?<=\b(?:Rd|St|Av|Nr|nr|ul|ap|et|bl|No|no|Mr|кв))\.|(?<=\b(?:Mrs|буд|вул))\.|(?<=n)\.(?=º))+"
)
_SIDE_BY_SIDE = re.compile(r"\s*(?:[,،(]|\),?|\s[—–-])\s*")
_NAME = re.compile(
    rf"(?:\d{{1,4}}[a-zA-Z]?\s+)?(?:[Tt]he\s+)?{WORD}(?:[\s-](?:[a-z]{{1,3}}[\s-](?:[a-z]{{3}}\s)?)?{WORD}){{0,4}}(?:\s\d{{1,4}}[a-zA-Z]?)?(?![\w'])"
)
_STREET_NAME = re.compile(rf"\S\s(?:{STREETS}|{OTHER_ENDS}|{HOUSES})(?:\s\d{{1,4}}[a-zA-Z]?)?$")
_CUE = (
    r"(?:at|in|on|to|is|it['’]s|its|we['’]?re|we\s+are|i['’]?m|i\s+am|from|now|live|say|care\s+of|są|to|jest|przy|pod|w|na|la|în|in|suntem|e|é|em|num|numa|no|na|у|в|на|ми"
    r"|ku|waa|jirtaa|hotelka|guriga)"
)
_FIRST = (
    r"(?:^|\b(?i:{cue})\s+)(?!(?i:{ends})\b)"
    r"(?=(?P<rest>(?:(?i:the|a|an|our|my)\s+)?(?:[a-zăâîșțą-ż'-]+\s+){{0,2}}?(?:{start}).*)$)"
)
_NUMBER = re.compile(r"\d{1,4}\s?[A-Za-z]?")
_MOST_LETTERS, _MOST_WORDS, _MOST_PIECES, _FEWEST_ALONE, _WORDS_OF_A_STREET = 70, 10, 8, 3, 5


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    kind: str


def chains(text: str) -> Iterator[Redaction]:
    """Pieces beside each other that are parts and names of a home."""
    for run in _runs(text):
        kinds = [piece.kind for piece in run]
        is_told = "street" in kinds or (len(run) >= _FEWEST_ALONE and "name" in kinds)
        if is_told and ("part" in kinds or "number" in kinds):
            yield Redaction(run[0].start, run[-1].end, "address")


def with_parts(text: str, found: Redaction) -> Redaction:
    """The address with the parts that follow in commas or brackets ("2 Mill Row (the blue door, 4c)")."""
    end = found.end
    for _ in range(_MOST_PIECES):
        gap = _SIDE_BY_SIDE.match(text, end)
        match = _PIECE.match(text, gap.end()) if gap else None
        piece = _read(text, match) if match else None
        if piece is None or piece.kind == "name":
            break
        end = piece.end
    return Redaction(found.start, end, "address")


def _runs(text: str) -> Iterator[list[_Piece]]:
    run: list[_Piece] = []
    for match in _PIECE.finditer(text):
        piece = _read(text, match, goes_on=bool(run))
        if run and (piece is None or not _SIDE_BY_SIDE.fullmatch(text, run[-1].end, piece.start)):
            yield run
            run = []
            piece = _read(text, match)
        if piece is not None:
            run.append(piece)
    if run:
        yield run


def _read(text: str, match: re.Match[str], *, goes_on: bool = True) -> _Piece | None:
    """What stands between two commas, if it is a part or a name, without what goes before or on behind it."""
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    words = match.group().strip()
    if goes_on:
        return _piece(start, words)
    starts = (_piece(start + first.start("rest"), first["rest"]) for first in _first().finditer(words))
    return next((piece for piece in starts if piece and piece.kind != "number"), None)


def _piece(start: int, words: str) -> _Piece | None:
    if (end := _ends().search(words)) is not None:
        words = words[: end.start()].rstrip()
    kind = _kind(words)
    if kind == "name" and (name := _NAME.match(words)):
        words = name.group()
    return _Piece(start, start + len(words), kind) if kind else None


def _kind(words: str) -> str:
    """Whether some words are a "part", a "street" (a house too), or another "name"; empty if none."""
    if (
        not words
        or len(words) > _MOST_LETTERS
        or len(words.split()) > _MOST_WORDS
        or _no_home().search(words)
    ):
        return ""
    name = _NAME.match(words)
    if (name and _STREET_NAME.search(name.group())) or _is_spelt_street(words):
        return "street"
    if _parts().search(words):
        return "part"
    if _NUMBER.fullmatch(words):
        return "number"
    if name is None:
        return "name" if words in word_lists.towns_elsewhere() else ""
    return "" if _is_somebody(name.group()) else "name"


def _is_spelt_street(words: str) -> bool:
    return len(words.split()) <= _WORDS_OF_A_STREET and _spelt_street().search(words) is not None


def _is_somebody(name: str) -> bool:
    first = re.split(r"[\s-]", name)[0].lower()
    others = (
        word_lists.everyday_words(),
        word_lists.given_names(),
        word_lists.cues("no_towns"),
        word_lists.cues("honorifics"),
    )
    return first != "the" and any(first in words for words in others)


@cache
def _parts() -> re.Pattern[str]:
    stems = "|".join(
        stem for stems in word_lists.table("home_parts")["parts"].values() for stem in stems.split()
    )
    return re.compile(rf"(?<!\w)(?:{stems})", re.IGNORECASE)


@cache
def _first() -> re.Pattern[str]:
    start = rf"(?i:{_parts().pattern})|\d{{1,4}}[a-z]?\b|{WORD}|[^\x00-\u052f]"
    return re.compile(
        _FIRST.format(
            cue=_CUE, start=start, ends="|".join(word_lists.table("home_parts")["ends"]["words"].split())
        )
    )


@cache
def _ends() -> re.Pattern[str]:
    words = "|".join(word_lists.table("home_parts")["ends"]["words"].split())
    return re.compile(rf"(?<!\S)(?:{words})(?!\w)", re.IGNORECASE)


@cache
def _no_home() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(word_lists.table('home_parts')['no_home']['words'].split())})(?!\w)",
        re.IGNORECASE,
    )


@cache
def _spelt_street() -> re.Pattern[str]:
    return re.compile(rf"\S[\s-]{STREETS_SPELT}(?![^\s,]{{3}})", re.IGNORECASE)
