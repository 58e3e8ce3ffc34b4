"""A model that has learned from a chair's decisions: linear readers beside what the product ships.

For codes that the shipped network reads, its chance and the linear reader's are averaged; `share` says how
much the linear reader counts. A code of the partnership's own has its linear reader alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from surveys.themes.text_model import seed_model
from surveys.themes.text_model.heads import Features, Heads, Span
from surveys.themes.text_model.interface import Comment, Read, Sentiment, ThemeSuggestion
from surveys.themes.text_model.network.weights import Floats
from surveys.themes.text_model.reading_model import PRESENT, Marked, Reader, sentiment
from surveys.themes.text_model.thresholds import EVEN, evened

# What the base network makes of a text is small beside what words do; stretched, both speak alike.
STRETCH = 4.0


@dataclass(frozen=True, slots=True)
class Seen:
    """Comments as a learner sees them; `marked` is None on a machine without a network."""

    features: Features
    marked: tuple[Marked, ...] | None

    @classmethod
    def of(cls, comments: Sequence[Comment], reader: Reader | None) -> "Seen":
        """Reads the comments once for all that is asked of them."""
        texts = [comment.text for comment in comments]
        if reader is None:
            return cls(Features.of(texts), None)
        marked = tuple(reader.mark(comments))
        return cls(
            Features.of(texts, np.array([one.meaning for one in marked], np.float32) * np.float32(STRETCH)),
            marked,
        )


class LearnedModel:
    """Suggests themes; implements `TextModel`."""

    def __init__(self, version: str, heads: Heads, *, share: float, reader: Reader | None) -> None:
        self.version = version
        self._heads = heads
        self._share = share
        self._reader = reader
        known = reader.labels if reader else ()
        self._places = {code: known.index(code) for code in heads.codes if code in known}

    def read(self, comments: Sequence[Comment]) -> list[Read]:
        """Themes at or above their thresholds, best first; danger as the shipped network sees it."""
        if not comments:
            return []
        seen = Seen.of(comments, self._reader)
        marks = seen.marked or [None] * len(comments)
        return [
            self._read(comment, row, marked) if comment.text.strip() else Read()
            for comment, row, marked in zip(comments, self.scores(seen), marks, strict=True)
        ]

    def _read(self, comment: Comment, scores: Floats, marked: Marked | None) -> Read:
        themes = self._themes(comment, scores, marked)
        return self._reader.read(comment, marked, themes) if self._reader and marked else Read(themes)

    def scores(self, seen: Seen) -> Floats:
        """How likely each code of the readers is in each comment: (comments, codes)."""
        return blended(self._heads.scores(seen.features), seen, self._share, self._heads, self._reader)

    def _themes(self, comment: Comment, scores: Floats, marked: Marked | None) -> tuple[ThemeSuggestion, ...]:
        present = {self._heads.codes[place]: float(scores[place]) for place in np.flatnonzero(scores >= EVEN)}
        speaking = self._heads.evidence(present, comment.text)
        found = [
            ThemeSuggestion(
                code=code,
                score=round(score, 3),
                sentiment=self._sentiment(code, marked, comment),
                evidence=speaking[code] or self._looks(code, marked),
            )
            for code, score in present.items()
        ]
        return tuple(sorted(found, key=lambda one: (-one.score, one.code)))

    def _sentiment(self, code: str, marked: Marked | None, comment: Comment) -> Sentiment:
        if marked is None:
            said = seed_model.plain_words(comment)
            return said.feelings.get(code, said.everything)
        # A code of their own: as the comment feels about what it speaks of most.
        place = self._places.get(code, int(marked.chances[:, PRESENT].argmax()))
        return sentiment(marked.chances[place])

    def _looks(self, code: str, marked: Marked | None) -> tuple[Span, ...]:
        return marked.looks(self._places[code]) if marked and code in self._places else ()


def blended(linear: Floats, seen: Seen, share: float, heads: Heads, reader: Reader | None) -> Floats:
    """Linear readers' chances and, for codes that it knows, the network's, on one scale: suggested from a
    half.
    """
    scores = evened(linear, heads.limits)
    if reader is None or not seen.marked:
        return scores
    chances = np.array([marked.chances[:, PRESENT] for marked in seen.marked])
    network = evened(chances, reader.limits)
    for column, code in enumerate(heads.codes):
        if code in reader.labels:
            known = network[:, reader.labels.index(code)]
            scores[:, column] = share * scores[:, column] + (1 - share) * known
    return scores
