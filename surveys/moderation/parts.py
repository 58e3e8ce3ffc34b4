"""Redactions as they are stored, and a text cut into the parts that they leave and hide."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any, cast

from surveys.moderation.redaction import Kind, Redaction
from surveys.moderation.redaction.hiding import bracketed
from surveys.moderation.redaction.spans import merged

MASK = "•"
# What `redaction.apply` leaves where a detail stood.
HIDDEN = re.compile(
    r"(\[(?:name|phone number|email address|NHS number|postcode|date of birth|address|link)\])"
)


@dataclass(frozen=True)
class Part:
    """A stretch of a text; `kind` says what is to be hidden, and is empty where nothing is."""

    text: str
    kind: str = ""


def stored(redactions: Iterable[Redaction]) -> list[dict[str, Any]]:
    """Redactions as JSON: `{"start", "end", "kind"}`, and "instead" where a person chose what stands there.

    Positions are in code points of the raw text.
    """
    return [
        {"start": mark.start, "end": mark.end, "kind": mark.kind}
        | ({"instead": mark.instead} if mark.instead else {})
        for mark in redactions
    ]


def read(stored_redactions: Iterable[Mapping[str, Any]]) -> tuple[Redaction, ...]:
    """The redactions of stored JSON."""
    return tuple(
        Redaction(mark["start"], mark["end"], mark["kind"], mark.get("instead", ""))
        for mark in stored_redactions
    )


def masked(text: str, redactions: Iterable[Redaction]) -> str:
    """The text with a dot for every hidden character, so that all others keep their positions."""
    return "".join(MASK * len(part.text) if part.kind else part.text for part in cut(text, redactions))


def cut(text: str, redactions: Iterable[Redaction]) -> list[Part]:
    """The text in parts, in order; redactions that overlap count as one."""
    parts: list[Part] = []
    position = 0
    for mark in merged(redactions):
        parts += [Part(text[position : mark.start]), Part(text[mark.start : mark.end], mark.kind)]
        position = mark.end
    return [part for part in [*parts, Part(text[position:])] if part.text]


def evident(text: str, redactions: Iterable[Redaction], spans: Iterable[tuple[int, int]]) -> list[Part]:
    """The text with details hidden (kind "hidden") and what lies in the spans apart (kind "evidence").

    Of a hidden detail only the words that stand for it are given, also where a span reaches into it.
    """
    marked = {position for start, end in spans for position in range(start, end)}
    found: list[Part] = []
    position = 0
    for part in cut(text, redactions):
        after = position + len(part.text)
        if part.kind:
            found.append(Part(bracketed(cast("Kind", part.kind)), "hidden"))
        else:
            runs = groupby(range(position, after), key=marked.__contains__)
            for inside, run in runs:
                places = list(run)
                words = text[places[0] : places[-1] + 1]
                found.append(Part(words, "evidence" if inside else ""))
        position = after
    return found


def pieces(safe_text: str) -> list[Part]:
    """A text that is safe to read, with the words that stand for hidden details apart (kind "hidden")."""
    split = [Part(piece, "hidden" if HIDDEN.fullmatch(piece) else "") for piece in HIDDEN.split(safe_text)]
    return [piece for piece in split if piece.text]


def not_covered(suggested: Iterable[Redaction], chosen: Iterable[Redaction]) -> list[Redaction]:
    """The suggestions of which some character stays readable when these are hidden."""
    hidden = {position for mark in chosen for position in range(mark.start, mark.end)}
    return [mark for mark in suggested if not hidden.issuperset(range(mark.start, mark.end))]
