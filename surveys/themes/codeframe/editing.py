"""What a chair may do with her themes list: each gives the next version, and a code is never used twice.

Raises CodeframeError, with a sentence for her, for what would leave a list that misleads.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from surveys.themes.codeframe.loading import Code, Codeframe, CodeframeError, Ending, PastCode

_LONGEST = 14
_FEWEST_PARTS = 2


@dataclass(frozen=True, slots=True)
class Words:
    """What a chair writes about a theme."""

    title: str
    definition: str
    examples: tuple[str, ...] = ()
    plan: tuple[str, ...] | None = None
    nhs: tuple[str, ...] = ()


def own_copy(shipped: Codeframe) -> Codeframe:
    """The list that a partnership starts from; which commitments a theme speaks to is its own plan's word."""
    return replace(shipped, codes=tuple(replace(code, plan=None) for code in shipped.codes))


def added(frame: Codeframe, words: Words) -> tuple[Codeframe, str]:
    """The list with a new theme at its end, and the new theme's code."""
    _check(frame, words)
    code = _new_code(frame, words.title)
    return _next(frame, codes=(*frame.codes, _coded(code, words))), code


def changed(frame: Codeframe, code: str, words: Words) -> Codeframe:
    """The theme with other words; what was decided stays with it."""
    _in_use(frame, code)
    _check(frame, words, but=code)
    return _next(frame, codes=tuple(_coded(code, words) if c.code == code else c for c in frame.codes))


def merged(frame: Codeframe, code: str, *, into: str) -> Codeframe:
    """One theme goes into another: what was decided with it counts as that one from now on."""
    _in_use(frame, code)
    _in_use(frame, into)
    if code == into:
        raise CodeframeError("Choose two different themes.")
    return _ended(frame, code, "merged", (into,))


def split(frame: Codeframe, code: str, parts: Sequence[Words]) -> tuple[Codeframe, tuple[str, ...]]:
    """A theme becomes several new ones; what was decided with it is to be looked at again."""
    _in_use(frame, code)
    if len(parts) < _FEWEST_PARTS:
        raise CodeframeError("Give at least two new themes.")
    after, names = frame, []
    for words in parts:
        after, name = added(after, words)
        names.append(name)
    ended = _ended(after, code, "split", tuple(names))
    return replace(ended, version=frame.version + 1), tuple(names)


def retired(frame: Codeframe, code: str) -> Codeframe:
    """The theme is no longer used; what was decided with it stays, under its name."""
    _in_use(frame, code)
    return _ended(frame, code, "retired", ())


def restored(frame: Codeframe, code: str) -> Codeframe:
    """A past theme is used again, and what was decided with it counts as itself."""
    back = next((each for each in frame.past if each.code.code == code), None)
    if back is None:
        raise CodeframeError("This theme is in your list.")
    _check(frame, Words(back.code.title, back.code.definition))
    past = tuple(each for each in frame.past if each is not back)
    return _next(frame, codes=(*frame.codes, back.code), past=past)


def _ended(frame: Codeframe, code: str, how: Ending, became: tuple[str, ...]) -> Codeframe:
    left = tuple(each for each in frame.codes if each.code != code)
    if not left:
        raise CodeframeError("A list needs at least one theme.")
    return _next(frame, codes=left, past=(*frame.past, PastCode(frame.code(code), how, became)))


def _next(frame: Codeframe, **fields: Any) -> Codeframe:
    return replace(frame, version=frame.version + 1, **fields)


def _coded(code: str, words: Words) -> Code:
    return Code(code, words.title.strip(), words.definition.strip(), words.examples, words.plan, words.nhs)


def _in_use(frame: Codeframe, code: str) -> None:
    if not frame.has(code):
        raise CodeframeError("This theme is no longer in your list. Somebody may have changed it just now.")


def _check(frame: Codeframe, words: Words, *, but: str = "") -> None:
    if not words.title.strip() or not words.definition.strip():
        raise CodeframeError("Give the theme a name and say what it means.")
    title = words.title.strip().casefold()
    if any(each.title.casefold() == title for each in frame.codes if each.code != but):
        raise CodeframeError(f"Your list already has a theme called “{words.title.strip()}”.")


def _new_code(frame: Codeframe, title: str) -> str:
    """A code made of the title's letters; a number where the list has, or had, such a one."""
    base = re.sub(r"[^A-Z0-9]", "", title.upper())[:_LONGEST].lstrip("0123456789")
    base = base if len(base) > 1 else "THEME"
    used = frame.titles()
    return next(code for code in (base, *(f"{base}{n}" for n in range(2, 100))) if code not in used)
