"""The word lists that the patterns lean on, read once from plain files beside this module."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_DATA = Path(__file__).parent / "data"


def given_names() -> frozenset[str]:
    """Common given names in England, in small letters."""
    return _words("given_names.txt")


def surnames() -> frozenset[str]:
    """Common surnames in England, in small letters."""
    return _words("surnames.txt")


def names_that_are_words() -> frozenset[str]:
    """Names that are also words, months, wards or charities ("hope", "rose")."""
    return _words("words_too.txt")


def common_words() -> frozenset[str]:
    """Words that often follow a title, a role or a thank-you and are no names ("dr was", "midwife led")."""
    return _words("common_words.txt")


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
def job_titles() -> dict[str, str]:
    """What stands in for a name, by the title that stands before it."""
    return dict(_cues()["job_titles"])


@cache
def _words(file_name: str) -> frozenset[str]:
    lines = (_DATA / file_name).read_text(encoding="utf-8").splitlines()
    return frozenset(word.lower() for line in lines if not line.startswith("#") for word in line.split())


@cache
def _cues() -> dict[str, Any]:
    return tomllib.loads((_DATA / "cues.toml").read_text(encoding="utf-8"))
