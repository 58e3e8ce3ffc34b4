"""Reads a codeframe from TOML and refuses one that would mislead."""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_MATERNITY = Path(__file__).parent / "maternity_v1.toml"
_CODE = re.compile(r"[A-Z][A-Z0-9_]{1,15}")
_EXAMPLES = 2


class CodeframeError(ValueError):
    """A codeframe that cannot be used; the message says which part and why."""


@dataclass(frozen=True, slots=True)
class Code:
    """One theme: `title` is for the screen, `definition` and `examples` for people; `plan`: commitments."""

    code: str
    title: str
    definition: str
    examples: tuple[str, ...]
    plan: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Codeframe:
    """A named, versioned list of themes, in the order in which it is shown."""

    name: str
    version: int
    codes: tuple[Code, ...]

    def code(self, code: str) -> Code:
        """The theme with this code. Raises KeyError when there is none."""
        return {entry.code: entry for entry in self.codes}[code]


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
        counts = Counter(getattr(code, field) for code in frame.codes)
        if repeated := [value for value, count in counts.items() if count > 1]:
            raise CodeframeError(f"{file_name}: the {field} {repeated[0]!r} stands there twice.")
