"""Linear readers, one for each code: learned in seconds from any labelled texts, on words and, where there is
a network, on what it makes of the text. They are what learns from a chair's decisions, for any codeframe.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import blas, lapack
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from surveys.themes.text_model import words
from surveys.themes.text_model.network.weights import Floats
from surveys.themes.text_model.thresholds import thresholds
from surveys.themes.text_model.words import Rarity

_STRICTNESS = 1.0
_FEWEST = 3
_BAND = 512
_NEVER = 1.01
Span = tuple[int, int]
_EVIDENCE_WORDS, _OF_BEST = 3, 0.4


@dataclass(frozen=True, slots=True)
class Features:
    """Texts as numbers: `counts` of words; `meanings` (texts, any width) of a network, of width 0 without
    one.
    """

    counts: csr_matrix
    meanings: Floats

    @classmethod
    def of(cls, texts: Sequence[str], meanings: Floats | None = None) -> "Features":
        made = words.counts(texts)
        return cls(made, np.zeros((len(texts), 0), np.float32) if meanings is None else meanings)


@dataclass(frozen=True, slots=True)
class Heads:
    """One linear reader a code. `slopes` (codes, features), `offsets` and `limits` (codes,)."""

    codes: tuple[str, ...]
    rarity: Rarity
    slopes: Floats
    offsets: Floats
    limits: Floats

    def scores(self, features: Features) -> Floats:
        """How likely each code is in each text, 0 to 1: (texts, codes)."""
        return _chances(_joined(features, self.rarity) @ self.slopes.T + self.offsets)

    def evidence(self, codes: Iterable[str], text: str) -> dict[str, tuple[Span, ...]]:
        """For each code, where the words stand that speak most for it, most first; none where none does."""
        spoken = list(words.single_words(text))
        return {code: self._speaking(code, spoken) for code in codes}

    def _speaking(self, code: str, spoken: Sequence[tuple[Span, int]]) -> tuple[Span, ...]:
        slopes = self.slopes[self.codes.index(code)]
        speaks = {span: float(slopes[box] * self.rarity.weights[box]) for span, box in spoken}
        best = sorted(speaks.items(), key=lambda item: -item[1])[:_EVIDENCE_WORDS]
        least = _OF_BEST * max((value for _, value in best), default=0)
        return tuple(span for span, value in best if value > 0 and value >= least)

    def to_bytes(self) -> bytes:
        """As a file that holds numbers alone."""
        file = BytesIO()
        np.savez_compressed(
            file,
            allow_pickle=False,
            codes=np.array(self.codes),
            rarity=self.rarity.weights.astype(np.float16),
            slopes=self.slopes.astype(np.float16),
            offsets=self.offsets,
            limits=self.limits,
        )
        return file.getvalue()

    @classmethod
    def from_bytes(cls, data: bytes) -> "Heads":
        """What `to_bytes` wrote. Nothing in the file can run (no pickles)."""
        with np.load(BytesIO(data), allow_pickle=False) as file:
            read = {name: file[name].astype(np.float32) for name in ("rarity", "slopes", "offsets", "limits")}
            return cls(
                codes=tuple(map(str, file["codes"])),
                rarity=Rarity(read["rarity"]),
                slopes=read["slopes"],
                offsets=read["offsets"],
                limits=read["limits"],
            )


@dataclass(frozen=True, slots=True)
class Fitted:
    """Readers, and what each text would be given by readers that had not seen it: (texts, codes)."""

    heads: Heads
    unseen: Floats


def fit(
    features: Features,
    labels: Sequence[Iterable[str]],
    codes: Sequence[str],
    *,
    weighs: Floats | None = None,
) -> Fitted:
    """Learns each code that at least three texts have; the others are never suggested.

    Ridge regression of all codes at once. `weighs` (texts,): how much each text counts. What each text would
    be given by readers that had not seen it follows from the same sums (leave-one-out residuals of a linear
    smoother), and sets scores and thresholds. No randomness.
    """
    wanted = np.array([[code in has for code in codes] for has in map(set, labels)], bool)
    counted = np.ones(len(wanted), np.float32) if weighs is None else weighs
    rarity = Rarity.of(features.counts)
    given = _joined(features, rarity)
    means = np.average(wanted, axis=0, weights=counted)
    duals, unseen = _ridge(given, wanted - means, counted)
    steepness, shift = _scales(unseen + means, wanted, counted)
    slopes = np.asarray(given.T @ duals, np.float32).T * steepness[:, None]
    offsets = (steepness * means + shift).astype(np.float32)
    chances = _chances(steepness * (unseen + means) + shift)
    return Fitted(Heads(tuple(codes), rarity, slopes, offsets, _limits(chances, wanted, counted)), chances)


def _ridge(given: csr_matrix, wanted: Floats, weighs: Floats) -> tuple[Floats, Floats]:
    """Duals (texts, codes), and what each text is given when it is left out: wanted minus dual over the
    inverse's diagonal.
    """
    system = _likeness(given)
    system[np.diag_indices_from(system)] += _STRICTNESS / weighs
    # In its own place and in 32 bits: the corpus squared takes a gigabyte.
    factor, failed = lapack.spotrf(system, lower=True, overwrite_a=True, clean=False)
    inverse, also_failed = lapack.spotri(factor, lower=True, overwrite_c=True)
    if failed or also_failed:
        raise ArithmeticError("The texts cannot be told apart: the sums have no one solution.")
    duals = blas.ssymm(1.0, inverse, wanted, lower=True)
    return duals, wanted - duals / np.diag(inverse)[:, None]


def _likeness(given: csr_matrix) -> Floats:
    """Every text with every text, a band at a time: whole, the sparse product takes many times the result."""
    texts = given.shape[0]
    system = np.empty((texts, texts), np.float32, order="F")
    for start in range(0, texts, _BAND):
        system[:, start : start + _BAND] = (given @ given[start : start + _BAND].T).toarray()
    return system


def _scales(unseen: Floats, wanted: NDArray[np.bool_], weighs: Floats) -> tuple[Floats, Floats]:
    """From scores to chances (Platt scaling): one steepness and shift a code; a code too rare is given no
    chance.
    """
    steepness, shift = np.zeros(wanted.shape[1], np.float32), np.full(wanted.shape[1], -30, np.float32)
    for place in range(wanted.shape[1]):
        has = wanted[:, place]
        if min(has.sum(), (~has).sum()) >= _FEWEST:
            scale = LogisticRegression(C=100).fit(unseen[:, [place]], has, sample_weight=weighs)
            steepness[place], shift[place] = max(scale.coef_[0, 0], 0), scale.intercept_[0]
    return steepness, shift


def _limits(chances: Floats, wanted: NDArray[np.bool_], weighs: Floats) -> Floats:
    limits = thresholds(chances, wanted, weighs)
    return np.where(wanted.sum(axis=0) >= _FEWEST, limits, _NEVER).astype(np.float32)


def _chances(odds: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -30, 30))), np.float32)


def _joined(features: Features, rarity: Rarity) -> csr_matrix:
    counted = words.weighted(features.counts, rarity)
    if not features.meanings.shape[1]:
        return counted
    return csr_matrix(hstack([counted, csr_matrix(features.meanings)]).tocsr())
