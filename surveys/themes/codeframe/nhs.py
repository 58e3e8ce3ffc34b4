"""The categories of the NHS England patient experience framework, named in our own words."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "nhs_experience_v6.toml"


@dataclass(frozen=True, slots=True)
class Category:
    """One category; `codes`: the themes of the shipped list that belong to it at first."""

    key: str
    name: str
    codes: tuple[str, ...]


@cache
def categories() -> tuple[Category, ...]:
    """All of them, in the order of the file."""
    listed = tomllib.loads(_FILE.read_text(encoding="utf-8"))["categories"]
    return tuple(Category(each["key"], each["name"], tuple(each["codes"])) for each in listed)
