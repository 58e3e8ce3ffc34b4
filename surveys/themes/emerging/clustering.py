"""Comments that speak alike, found by the words that they share. Worker only: scikit-learn is large."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from sklearn.cluster import AgglomerativeClustering
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS, TfidfVectorizer

from surveys.themes.emerging.reading import words

SMALLEST = 5
# Cosine distance: comments that share no word are 1 apart. Chosen by reading clusters of made-up comments.
APART = 0.85
SAID = 4


@dataclass(frozen=True, slots=True)
class Cluster:
    """Which of the texts (their positions), and the words that weigh most in them."""

    members: tuple[int, ...]
    words: tuple[str, ...]


def clusters(texts: Sequence[str]) -> list[Cluster]:
    """Groups of at least `SMALLEST` texts that are alike, the largest first; no text is in two.

    TF-IDF of words and pairs of words, joined by average linkage while groups are nearer than `APART`. The
    same texts in the same order give the same groups.
    """
    vectorizer = TfidfVectorizer(analyzer=_terms, min_df=2, sublinear_tf=True)
    spoken = [at for at, text in enumerate(texts) if _terms(text)]
    if len(spoken) < SMALLEST:
        return []
    try:
        weights = vectorizer.fit_transform([texts[at] for at in spoken]).toarray()
    except ValueError:  # no two of them share a word
        return []
    kept = np.flatnonzero(weights.any(axis=1))
    if len(kept) < SMALLEST:
        return []
    joined = AgglomerativeClustering(
        n_clusters=None, distance_threshold=APART, metric="cosine", linkage="average"
    ).fit_predict(weights[kept])
    names = vectorizer.get_feature_names_out()
    groups = [kept[joined == label] for label in np.unique(joined)]
    found = [
        Cluster(tuple(spoken[at] for at in group), _weightiest(weights[group].mean(axis=0), names))
        for group in groups
        if len(group) >= SMALLEST
    ]
    return sorted(found, key=lambda cluster: (-len(cluster.members), cluster.words))


def _terms(text: str) -> list[str]:
    said = [word for word in words(text) if word not in ENGLISH_STOP_WORDS and len(word) > 1]
    return said + [f"{first} {second}" for first, second in pairwise(said)]


def _weightiest(weights: np.ndarray, names: np.ndarray) -> tuple[str, ...]:
    """The single words that weigh most."""
    order = [str(names[at]) for at in np.argsort(-weights, kind="stable") if weights[at] > 0]
    return tuple([name for name in order if " " not in name][:SAID])
