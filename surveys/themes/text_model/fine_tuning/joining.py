"""Two short comments made one: the network learns which feeling belongs to which theme."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from surveys.themes.text_model.network.weights import Floats

# In letters: what joins, and what is joined to.
_SHORT, _LONGEST = 180, 400
_EVEN = 0.5


@dataclass(frozen=True, slots=True)
class Example:
    """A text with what is wanted of each label and mark, and how much that counts: both (labels, 3).

    `language`: texts of one language may be joined; None for one that stands alone.
    """

    text: str
    stage: str | None
    wanted: Floats
    weight: Floats
    language: str | None = None


def joined(examples: Sequence[Example], share: float, chance: np.random.Generator) -> list[Example]:
    """The examples, `share` of those of middling length with a short one behind or before them."""
    short: defaultdict[str, list[Example]] = defaultdict(list)
    for one in examples:
        if one.language and len(one.text) <= _SHORT:
            short[one.language].append(one)
    draws = chance.random(len(examples)) < share
    return [
        _with_one_of(short.get(one.language or "", ()), one, chance) if draw else one
        for one, draw in zip(examples, draws, strict=True)
    ]


def _with_one_of(partners: Sequence[Example], one: Example, chance: np.random.Generator) -> Example:
    return _both(one, partners, chance) if partners and len(one.text) <= _LONGEST else one


def _both(one: Example, partners: Sequence[Example], chance: np.random.Generator) -> Example:
    """No stage: each has its own. What either says of a label is wanted of both together."""
    other = partners[int(chance.integers(len(partners)))]
    first, second = (one, other) if chance.random() < _EVEN else (other, one)
    wanted = np.maximum(one.wanted * (one.weight > 0), other.wanted * (other.weight > 0))
    weight = np.maximum(one.weight, other.weight)
    return Example(f"{first.text} {second.text}", None, wanted, weight, one.language)
