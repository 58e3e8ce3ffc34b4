"""The word lists that the name patterns lean on, read once from plain files beside this module."""

from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data"


@cache
def given_names() -> frozenset[str]:
    """Common given names in England, in small letters."""
    return _words("given_names.txt")


@cache
def surnames() -> frozenset[str]:
    """Common surnames in England, in small letters."""
    return _words("surnames.txt")


@cache
def names_that_are_words() -> frozenset[str]:
    """Names that are also words, months, wards or charities ("hope", "rose")."""
    return _words("words_too.txt")


@cache
def common_words() -> frozenset[str]:
    """Words that often follow a title, a role or a thank-you and are no names ("dr was", "midwife led")."""
    return _words("common_words.txt")


def _words(file_name: str) -> frozenset[str]:
    lines = (_DATA / file_name).read_text(encoding="utf-8").splitlines()
    return frozenset(word.lower() for line in lines if not line.startswith("#") for word in line.split())
