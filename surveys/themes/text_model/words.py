"""A text as weighted words and stretches of letters, for linear models. Nothing of it can be read back as
words.

Words and pairs of words, and 2 to 5 letters within words, fall into a fixed number of boxes by hashing, so a
model stores no vocabulary: what one partnership's women wrote is not in its file.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import HashingVectorizer
from sklearn.preprocessing import normalize

from surveys.moderation.words.tokens import tokens
from surveys.themes.text_model.network.weights import Floats

BOXES = 2**16
_WORD = r"(?u)\b\w+(?:['’]\w+)?\b"


@dataclass(frozen=True, slots=True)
class Rarity:
    """How much each box counts: rare ones more (inverse document frequency). (2 x BOXES,)"""

    weights: Floats

    @classmethod
    def of(cls, counts: csr_matrix) -> "Rarity":
        """ln((1 + texts) / (1 + texts with it)) + 1, as is usual."""
        found = np.asarray((counts > 0).sum(axis=0)).ravel()
        return cls((np.log((1 + counts.shape[0]) / (1 + found)) + 1).astype(np.float32))


def counts(texts: Sequence[str]) -> csr_matrix:
    """How often each box is hit: (texts, 2 x BOXES); the damped count 1 + ln(n) stands for n."""
    made = hstack([_words().transform(texts), _letters().transform(texts)]).tocsr()
    made.data = 1 + np.log(made.data)
    return csr_matrix(made, dtype=np.float32)


def weighted(counted: csr_matrix, rarity: Rarity) -> csr_matrix:
    """Each half of a text (words, letters) of length 1."""
    scaled = counted.multiply(rarity.weights).tocsr()
    return csr_matrix(hstack([normalize(scaled[:, :BOXES]), normalize(scaled[:, BOXES:])]).tocsr())


def single_words(text: str) -> Iterator[tuple[tuple[int, int], int]]:
    """Each word's place, and the box that it falls into on its own."""
    spans = [(token.start, token.end) for token in tokens(text)]
    if not spans:
        return
    boxes = _words().transform([text[start:end] for start, end in spans])
    for place, span in enumerate(spans):
        hit = boxes.indices[boxes.indptr[place] : boxes.indptr[place + 1]]
        if len(hit):
            yield span, int(hit[0])


@cache
def _words() -> HashingVectorizer:
    return HashingVectorizer(
        analyzer="word",
        token_pattern=_WORD,
        ngram_range=(1, 2),
        n_features=BOXES,
        alternate_sign=False,
        norm=None,
    )


@cache
def _letters() -> HashingVectorizer:
    return HashingVectorizer(
        analyzer="char_wb", ngram_range=(2, 5), n_features=BOXES, alternate_sign=False, norm=None
    )
