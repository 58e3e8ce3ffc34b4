"""A text in parts that a network reads by themselves: a long one in stretches, and any in sentences."""

import re
from collections.abc import Iterator

LONGEST = 1000
# A point within a number ends nothing.
_END = re.compile(r"(?:(?<!\d)\.|\.(?!\d)|[!?…۔।؟\n])\s*")
_SPACE = re.compile(r"\s+")


def windows(text: str, *, longest: int = LONGEST) -> Iterator[tuple[int, str]]:
    """Start and words of each stretch, in order; together they are the text.

    Cut at a sentence's end, else a space.
    """
    start = 0
    while len(text) - start > longest:
        end = start + _cut(text[start : start + longest + 1], longest)
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def sentences(text: str) -> list[str]:
    """What stands between full stops, questions, exclamations and line ends, in order."""
    return [part for part in _END.split(text) if part]


def _cut(stretch: str, longest: int) -> int:
    """Where to cut: in the second half, as late as possible. The stretch has one letter more, to look at."""
    for boundary in (_END, _SPACE):
        ends = [found.end() for found in boundary.finditer(stretch) if longest // 2 < found.end() <= longest]
        if ends:
            return ends[-1]
    return longest
