"""Learns from a partnership's decisions: linear readers on its own comments and on the corpus, beside the
network.

The corpus counts less the more decisions there are. Nothing of it reaches another partnership: each has its
own.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from uuid import UUID

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import vstack

from surveys.themes.text_model import corpus, heads, quality, shipped
from surveys.themes.text_model.heads import Features, Fitted, Heads
from surveys.themes.text_model.interface import Comment, TextModel
from surveys.themes.text_model.learned_model import STRETCH, LearnedModel, Seen, blended
from surveys.themes.text_model.reading_model import Reader
from surveys.themes.text_model.thresholds import EVEN

# Rows that are learned from at most, decisions first: the sums need their square in memory.
_MOST = 2500
_MOST_DECISIONS = 2000
# After so many decisions a comment of the corpus counts half as much as one of theirs.
_HALF_AFTER = 300
_SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)
_HELD_OUT_OF = 5


@dataclass(frozen=True, slots=True)
class Decided:
    """A comment and the codes that a person gave it, as they are read today."""

    id: UUID
    comment: Comment
    codes: frozenset[str]

    @property
    def held_out(self) -> bool:
        """One in five, always the same: measured with, never learned from."""
        return self.id.int % _HELD_OUT_OF == 0


@dataclass(frozen=True, slots=True)
class Learned:
    """Readers, and how much they count beside the network (0 to 1)."""

    heads: Heads
    share: float

    def model(self, version: str) -> LearnedModel:
        """The model that suggests with them."""
        return LearnedModel(version, self.heads, share=self.share, reader=shipped.reader())


def learn(decided: Sequence[Decided], codes: Sequence[str], reads: Callable[[str], str]) -> Learned:
    """From the decisions that are not held out.

    `reads`: what a code of the corpus is called in their list.
    """
    own = [one for one in decided if not one.held_out][-_MOST_DECISIONS:]
    reader = shipped.reader()
    seen = Seen.of([one.comment for one in own], reader)
    base = _base()
    kept = _spread(len(base.codes), _MOST - len(own))
    features = Features(
        vstack([seen.features.counts, base.features.counts[kept]]).tocsr(),
        np.concatenate([seen.features.meanings, base.features.meanings[kept]]),
    )
    corpus_codes = [{reads(code) for code in base.codes[place]} & set(codes) for place in kept]
    labels = [*(one.codes for one in own), *corpus_codes]
    counts = np.concatenate([np.ones(len(own)), np.full(len(kept), _base_weight(len(own)))])
    fitted = heads.fit(features, labels, codes, weighs=counts.astype(np.float32))
    return Learned(fitted.heads, _best_share(fitted, seen, [one.codes for one in own], reader))


def agreement(model: TextModel, decided: Sequence[Decided], reads: Callable[[str], str]) -> quality.Agreement:
    """How a model does on the decisions that are held out, its codes read as in their list."""
    kept = [one for one in decided if one.held_out]
    given = [
        {reads(theme.code) for theme in read.themes} for read in model.read([one.comment for one in kept])
    ]
    return quality.agreement(given, [one.codes for one in kept])


@dataclass(frozen=True, slots=True)
class _Base:
    features: Features
    codes: Sequence[frozenset[str]]


@cache
def _base() -> _Base:
    rows = corpus.to_learn_from(corpus.comments())
    meanings = shipped.corpus_meanings() * np.float32(STRETCH)
    features = Features.of([row.text for row in rows], meanings)
    return _Base(features, [frozenset(row.themes) for row in rows])


def _spread(rows: int, most: int) -> NDArray[np.int64]:
    """Places of at most so many rows, evenly over all authors."""
    return np.unique(np.linspace(0, rows - 1, min(rows, most)).round().astype(np.int64))


def _base_weight(decisions: int) -> float:
    return _HALF_AFTER / (_HALF_AFTER + decisions)


def _best_share(fitted: Fitted, seen: Seen, wanted: Sequence[frozenset[str]], reader: Reader | None) -> float:
    """The share with which they would have suggested best what they had not seen; the smallest of equals."""
    unseen = fitted.unseen[: len(wanted)]
    codes = fitted.heads.codes

    def f1(share: float) -> float:
        scores = blended(unseen, seen, share, fitted.heads, reader)
        given = [{codes[place] for place in np.flatnonzero(row >= EVEN)} for row in scores]
        return quality.agreement(given, wanted).f1

    return max(_SHARES, key=f1)
