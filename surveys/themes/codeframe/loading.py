"""Reads a codeframe from TOML and refuses one that would mislead."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from surveys.themes.codeframe.nhs import categories

_MATERNITY = Path(__file__).parent / "maternity_v1.toml"
_CODE = re.compile(r"[A-Z][A-Z0-9_]{1,15}")
_EXAMPLES = 2

Ending = Literal["merged", "split", "retired"]


class CodeframeError(ValueError):
    """A codeframe that cannot be used; the message says which part and why."""


@dataclass(frozen=True, slots=True)
class Code:
    """One theme: `title` is for the screen, `definition` and `examples` for people.

    `plan`: references of the commitments that it speaks to; None where nobody here has said so, and the
    plan's own word holds. `nhs`: keys of categories of the NHS framework.
    """

    code: str
    title: str
    definition: str
    examples: tuple[str, ...] = ()
    plan: tuple[str, ...] | None = None
    nhs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PastCode:
    """A theme that is no longer in the list, and the codes that took its place: one after a merger, several
    after a split, none where it was retired.
    """

    code: Code
    how: Ending
    became: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Codeframe:
    """A named, versioned list of themes, in the order in which it is shown; and those that were in it."""

    name: str
    version: int
    codes: tuple[Code, ...]
    past: tuple[PastCode, ...] = ()

    def code(self, code: str) -> Code:
        """The theme with this code. Raises KeyError when there is none."""
        return {entry.code: entry for entry in self.codes}[code]

    def has(self, code: str) -> bool:
        """Whether the code is in use."""
        return any(entry.code == code for entry in self.codes)

    def reads(self, code: str) -> str:
        """What a decision or suggestion with this code counts as: what it was merged into, else itself."""
        merged = {each.code.code: each.became[0] for each in self.past if each.how == "merged"}
        while code in merged:
            code = merged[code]
        return code

    def today(self, code: str) -> tuple[str, ...]:
        """The codes in use that a code has become: itself, what it was merged into, the parts of a split."""
        ended = next((each for each in self.past if each.code.code == code), None)
        if ended is None:
            return (code,) if self.has(code) else ()
        return tuple(name for each in ended.became for name in self.today(each))

    def asks_again(self) -> dict[str, PastCode]:
        """The codes that were split: what was decided with them has to be looked at again."""
        return {each.code.code: each for each in self.past if each.how == "split"}

    def titles(self) -> dict[str, str]:
        """What every code is called, those of the past too."""
        return {code.code: code.title for code in [*self.codes, *(each.code for each in self.past)]}


@cache
def maternity() -> Codeframe:
    """The codeframe that the product ships: 28 maternity themes."""
    return load(_MATERNITY)


def load(path: Path) -> Codeframe:
    """The codeframe in the TOML file at `path`. Raises CodeframeError when it is not a sound one."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        codes = tuple(_code(entry) for entry in data["codes"])
        frame = Codeframe(str(data["name"]), int(data["version"]), codes)
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise CodeframeError(f"{path.name}: {error}") from error
    _refuse_repeats(frame, path.name)
    return frame


def _code(entry: Mapping[str, Any]) -> Code:
    code = Code(
        entry["code"],
        entry["title"],
        entry["definition"],
        tuple(entry["examples"]),
        tuple(entry.get("plan", ())),
        tuple(each.key for each in categories() if entry["code"] in each.codes),
    )
    if not _CODE.fullmatch(code.code):
        raise CodeframeError(f"{code.code!r} is no code: use 2 to 16 capitals and digits.")
    if not code.title.strip() or not code.definition.strip():
        raise CodeframeError(f"{code.code} needs a title and a definition.")
    if len(code.examples) < _EXAMPLES:
        raise CodeframeError(f"{code.code} needs at least {_EXAMPLES} examples.")
    return code


def _refuse_repeats(frame: Codeframe, file_name: str) -> None:
    for field in ("code", "title"):
        values = [getattr(code, field) for code in frame.codes]
        if repeated := [value for value in values if values.count(value) > 1]:
            raise CodeframeError(f"{file_name}: the {field} {repeated[0]!r} stands there twice.")
