"""A redaction is a stretch of a comment and the kind of detail it holds."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal["email", "url", "nhs_number", "phone", "date_of_birth", "address", "postcode", "name"]

# When two kinds claim the same characters, the one that stands earlier here wins.
KINDS: tuple[Kind, ...] = get_args(Kind)

_SIDE_BY_SIDE = 2


@dataclass(frozen=True, slots=True, order=True)
class Redaction:
    """Characters `start` (inclusive) to `end` (exclusive) of a text, counted in Unicode code points.

    `instead`: what a person chose to stand there (one of `stand_ins`); empty where the rules choose.
    """

    start: int
    end: int
    kind: Kind
    instead: str = ""


def matches(text: str, *patterns: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Where any of the patterns stands in a text, one pattern after the other."""
    for pattern in patterns:
        yield from pattern.finditer(text)


def merged(redactions: Iterable[Redaction]) -> list[Redaction]:
    """Sorted redactions that do not overlap: those that did become one, of the more telling kind."""
    result: list[Redaction] = []
    for redaction in sorted(redactions):
        if result and redaction.start < result[-1].end:
            result[-1] = _joined(result[-1], redaction)
        else:
            result.append(redaction)
    return result


def together(text: str, redactions: Iterable[Redaction]) -> list[Redaction]:
    """As `merged`; and what stands side by side and is of one kind is one detail, found by two."""
    result: list[Redaction] = []
    for redaction in merged(redactions):
        if result and _is_one(text, result[-1], redaction):
            result[-1] = _joined(result[-1], redaction)
        else:
            result.append(redaction)
    return result


def _is_one(text: str, first: Redaction, second: Redaction) -> bool:
    between = text[first.end : second.start]
    near = not between.strip(" " if first.kind == "name" else " ,-") and len(between) <= _SIDE_BY_SIDE
    return near and (first.kind, first.instead) == (second.kind, second.instead)


def _joined(first: Redaction, second: Redaction) -> Redaction:
    kind = min(first.kind, second.kind, key=KINDS.index)
    return Redaction(first.start, max(first.end, second.end), kind, first.instead or second.instead)
