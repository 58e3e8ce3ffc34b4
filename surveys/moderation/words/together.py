"""Finds signs that stand near each other in any order: "he", "hides" and "passport" within a dozen words.

A sign is a name for phrases of one meaning (see `phrases.py` for how they are written). What is looked for
is written as signs with a plus between: `man + takes + papers`. The more signs, the further apart.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic

from surveys.moderation.words.phrases import Hit, Meaning, PhraseBook
from surveys.moderation.words.tokens import Token

_WORDS_PER_SIGN = 5


@dataclass(frozen=True, slots=True)
class _Wanted(Generic[Meaning]):
    signs: frozenset[str]
    meaning: Meaning

    def among(self, hits: Sequence[Hit[str]]) -> Iterator[Hit[Meaning]]:
        """Where all signs stand near each other: one look at each hit, in the order of the words."""
        last: dict[str, Hit[str]] = {}
        for hit in hits:
            if hit.meaning in self.signs:
                last[hit.meaning] = hit
                if len(last) == len(self.signs) and (span := self._span(last.values())):
                    yield Hit(*span, self.meaning)

    def _span(self, hits: Collection[Hit[str]]) -> tuple[int, int] | None:
        """From the first word to after the last; None where they are too far apart or the same words."""
        first, after = min(hit.first for hit in hits), max(hit.after for hit in hits)
        are_distinct = len({(hit.first, hit.after) for hit in hits}) == len(hits)
        return (first, after) if are_distinct and after - first <= _WORDS_PER_SIGN * len(hits) else None


class TogetherBook(Generic[Meaning]):
    """Combinations of signs with their meanings, ready to be found. Safe to share, as a `PhraseBook` is."""

    def __init__(
        self,
        wanted: Iterable[tuple[str, Meaning]],
        *,
        signs: Mapping[str, Collection[str]],
        groups: Mapping[str, Collection[str]] | None = None,
    ) -> None:
        entries = [(phrase, name) for name, phrases in signs.items() for phrase in phrases]
        self._signs = PhraseBook(entries, groups=groups)
        self._by_rarest: defaultdict[str, list[_Wanted[Meaning]]] = defaultdict(list)
        self._index([_Wanted(signs_of(written), meaning) for written, meaning in wanted])

    def find(self, tokens: Sequence[Token]) -> list[Hit[Meaning]]:
        """Every combination in `tokens`, from the first word of its signs to the last."""
        hits = self._signs.find(tokens)
        present = {hit.meaning for hit in hits}
        found = (
            hit
            for sign in sorted(present & self._by_rarest.keys())
            for wanted in self._by_rarest[sign]
            if wanted.signs <= present
            for hit in wanted.among(hits)
        )
        return list(dict.fromkeys(found))

    def _index(self, wanted: Sequence[_Wanted[Meaning]]) -> None:
        """Each is looked for only where the one of its signs stands that the fewest others share."""
        shared = Counter(sign for one in wanted for sign in one.signs)
        for one in wanted:
            self._by_rarest[min(one.signs, key=lambda sign: (shared[sign], sign))].append(one)


def signs_of(written: str) -> frozenset[str]:
    """The names of the signs in what is written."""
    return frozenset(sign.strip() for sign in written.split("+"))
