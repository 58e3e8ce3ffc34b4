"""Phrases that more people use than in the period before."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log, sqrt

from surveys.themes.emerging.reading import words

LONGEST = 3
FEWEST = 5
# As sure as 1 in 200 for one phrase; many are looked at, so some come by chance, and a person judges each.
CLEAR = 2.58
# How many texts the prior is worth: rare phrases are drawn so far towards what both periods say together.
PRIOR = 20.0
MOST = 10


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of one to three words, which of the texts now say it (positions), and how clearly it grew."""

    words: tuple[str, ...]
    members: tuple[int, ...]
    z: float


def grown(now: Sequence[str], before: Sequence[str], *, stop: frozenset[str] = frozenset()) -> list[Phrase]:
    """Phrases that at least `FEWEST` of the texts say now and that clearly grew, the clearest first.

    The difference of log-odds with an informative Dirichlet prior over its standard deviation, each text
    counting once: B. Monroe, M. Colaresi, K. Quinn, Fightin' Words, Political Analysis 16 (2008) 372-403,
    equations 16, 18, 20 and 22. A phrase inside a longer one of the same texts is left out. `stop`: words
    with which no phrase begins or ends.
    """
    if not now or not before:
        return []
    said, earlier = _said_by(now, stop), _said_by(before, stop)
    found = [
        Phrase(phrase, tuple(members), _z(len(members), len(now), len(earlier.get(phrase, ())), len(before)))
        for phrase, members in said.items()
        if len(members) >= FEWEST
    ]
    clear = sorted(
        (phrase for phrase in found if phrase.z >= CLEAR),
        key=lambda phrase: (-phrase.z, -len(phrase.words), phrase.words),
    )
    return _longest(clear)[:MOST]


def _z(count: int, total: int, count_before: int, total_before: int) -> float:
    # Half a text more on either side, for what everybody says or nobody did.
    prior = PRIOR * (count + count_before + 0.5) / (total + total_before + 1)
    here, there = count + prior, count_before + prior
    odds = log(here / (total + PRIOR - here)) - log(there / (total_before + PRIOR - there))
    return odds / sqrt(1 / here + 1 / there)


def _said_by(texts: Sequence[str], stop: frozenset[str]) -> dict[tuple[str, ...], list[int]]:
    found: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, text in enumerate(texts):
        for phrase in sorted(_phrases(words(text), stop)):
            found[phrase].append(at)
    return dict(found)


def _phrases(said: Sequence[str], stop: frozenset[str]) -> set[tuple[str, ...]]:
    cut = (
        tuple(said[start : start + length])
        for length in range(1, LONGEST + 1)
        for start in range(len(said) - length + 1)
    )
    return {phrase for phrase in cut if not {phrase[0], phrase[-1]} & stop}


def _longest(phrases: Iterable[Phrase]) -> list[Phrase]:
    kept: list[Phrase] = []
    for phrase in sorted(phrases, key=lambda each: -len(each.words)):
        if not any(set(phrase.words) <= set(each.words) and phrase.members == each.members for each in kept):
            kept.append(phrase)
    return sorted(kept, key=lambda each: (-each.z, each.words))
