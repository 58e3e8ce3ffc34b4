"""Finds known words one slip away from a misspelt one (a letter left out, added, changed or swapped).

Each known word is stored under every form with one letter left out, and a misspelt word is looked up the same
way (the "symmetric delete" method): no word is compared with the whole vocabulary.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

_SHORTEST_WORD = 7


class NearWords:
    """Words and word beginnings ("breastfe*") that a misspelt word may have meant."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        forms: defaultdict[str, list[str]] = defaultdict(list)
        for key in sorted(vocabulary):
            stem = key.rstrip("*")
            if len(stem) >= _SHORTEST_WORD and stem.isascii() and stem.isalnum():
                for form in set(_shortened(stem)):
                    forms[form].append(key)
        self._forms = dict(forms)

    def of(self, word: str) -> tuple[str, ...]:
        """Known words within one slip of `word` that begin with the same letter; none for short words."""
        if len(word) < _SHORTEST_WORD or not word.isascii():
            return ()
        beginnings = {
            key for length in range(_SHORTEST_WORD, len(word)) for key in self._alike(word[:length])
        }
        found = self._alike(word) | {key for key in beginnings if key.endswith("*")}
        return tuple(sorted(key for key in found if key[0] == word[0]))

    def _alike(self, word: str) -> set[str]:
        return {key for form in set(_shortened(word)) for key in self._forms.get(form, ())}


def _shortened(word: str) -> Iterator[str]:
    yield word
    for index in range(len(word)):
        yield word[:index] + word[index + 1 :]
