"""The word lists that the patterns lean on, read once from plain files beside this module."""

import re
import tomllib
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

_LAST_LATIN = "\u024f"
_SHORTEST_TO_FOLD = 4
_TELLING = 2
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_DATA = Path(__file__).parent / "data"


@cache
def given_names() -> frozenset[str]:
    """Given names of many origins, in small letters."""
    return _folder("given") | {without_accents(name) for name in _folder("given")}


@cache
def surnames() -> frozenset[str]:
    """Surnames of many origins, in small letters."""
    return _folder("surnames") | {without_accents(name) for name in _folder("surnames")}


def without_accents(word: str) -> str:
    """`word` with plain Latin letters ("esme" for "esmé"); words in other scripts stay whole."""
    if word.isascii() or len(word) < _SHORTEST_TO_FOLD or word[0] > _LAST_LATIN:
        return word
    letters = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).replace("ł", "l")


def names_that_are_words() -> frozenset[str]:
    """Names that are also ordinary words ("hope", "rose")."""
    return _words("words_too.txt")


def names_that_are_places() -> frozenset[str]:
    """Names that are also months, towns, wards or charities ("april", "chelsea")."""
    return _words("places_too.txt")


@cache
def common_words() -> frozenset[str]:
    """Words that are no names, capital or not: everyday ones, places, brands, medicines, peoples, jobs."""
    lists = ("honorifics", "careful_honorifics", "people", "place_words")
    cue_words = [*_cues()["roles"]["en"], *(word for name in lists for word in cues(name))]
    return everyday_words() | towns() | _words("not_people.txt") | frozenset(cue_words)


def everyday_words() -> frozenset[str]:
    """Only the everyday words among the common ones: no place, no tree, no person can be named so."""
    return _words("common_words.txt")


def towns() -> frozenset[str]:
    """Towns, counties and countries, in small letters."""
    return _words("towns.txt")


def towns_elsewhere() -> frozenset[str]:
    """Towns of the United Kingdom as they are spelt in the other scripts of the languages offered."""
    return _words("towns_elsewhere.txt")


def ordinary_words() -> frozenset[str]:
    """Ordinary words of languages without capitals, which nobody is named."""
    return _words("ordinary_words.txt")


def postcode_areas() -> frozenset[str]:
    """The one or two letters that a postcode can begin with, in small letters."""
    return _words("postcode_areas.txt")


@cache
def cues(name: str) -> frozenset[str]:
    """One list of the words that announce a name, such as "honorifics"."""
    return frozenset(_cues()[name])


@cache
def roles(language: str) -> frozenset[str]:
    """Role words that may stand before a name: the English ones, and those of `language` (ISO 639-1)."""
    by_language = _cues()["roles"]
    return frozenset([*by_language["en"], *by_language.get(language, ())])


@cache
def words_of(language: str) -> frozenset[str]:
    """Ordinary words of a language that are names elsewhere."""
    return frozenset(_cues()["words_of"].get(language, ()))


def words_of_languages_in(text: str) -> frozenset[str]:
    """Ordinary words, names elsewhere, of the languages that `text` is surely written in."""
    present = frozenset(_WORD.findall(text.lower()))
    told = (
        code for code, words in _cues()["tell_tales"].items() if len(present.intersection(words)) >= _TELLING
    )
    return frozenset().union(*(words_of(code) for code in told))


@cache
def job_titles() -> dict[str, str]:
    """What stands in for a name, by the title that stands before it."""
    return dict(_cues()["job_titles"])


@cache
def endings(language: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """How names end when a sentence bends them: pairs of an ending and what may stand in its place."""
    return tuple((ending, tuple(others)) for ending, others in _cues()["endings"].get(language, {}).items())


@cache
def _folder(name: str) -> frozenset[str]:
    return frozenset().union(
        *(_words(f"{name}/{path.name}") for path in sorted((_DATA / name).glob("*.txt")))
    )


@cache
def _words(file_name: str) -> frozenset[str]:
    lines = (_DATA / file_name).read_text(encoding="utf-8").splitlines()
    return frozenset(word.lower() for line in lines if not line.startswith("#") for word in line.split())


def _cues() -> dict[str, Any]:
    return table("cues")


@cache
def table(name: str) -> dict[str, Any]:
    """One of the TOML files beside this module, whole."""
    return tomllib.loads((_DATA / f"{name}.toml").read_text(encoding="utf-8"))
