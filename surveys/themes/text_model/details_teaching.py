"""Teaches the reading network to tell details to hide, on top of what it has learned: minutes.

The network itself stays as it is: a small reader of its states is fitted, on comments in which people marked
every detail (`data/details`) and on the corpus, which holds few.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.neural_network import MLPClassifier
from sklearn.preprocessing import StandardScaler

from surveys.moderation import parts, redaction
from surveys.moderation.redaction import KINDS, Redaction
from surveys.themes.text_model import corpus
from surveys.themes.text_model.network import graph
from surveys.themes.text_model.network.adapter import Adapter
from surveys.themes.text_model.network.pieces import Pieces
from surveys.themes.text_model.network.session import Network
from surveys.themes.text_model.network.weights import Floats, Weights
from surveys.themes.text_model.windows import windows

_DATA = Path(__file__).parent / "data"
# What to learn from is drawn with the first; the middle of readers that began differently tells more.
_SEEDS = (2026, 2028)
# Comments of the corpus, which keep ordinary words from being taken for details.
_ORDINARY = 6000
# "No detail" stands before the kinds.
_NONE = 0
_UNITS, _ROUNDS, _BATCH, _RATE, _DECAY = 128, 8, 200, 1e-3, 1e-3
_STAGES = (None, None, "antenatal", "birth", "postnatal_ward", "postnatal_community", "neonatal")


@dataclass(frozen=True, slots=True)
class Marked:
    """A comment in which every detail is marked."""

    id: str
    language: str
    text: str
    marks: tuple[Redaction, ...]


def teach(weights: Weights, adapter: Adapter, comments: Iterable[Marked]) -> Adapter:
    """The same adapter, telling details. The same each time on one machine; takes some 9 GB."""
    network = Network(weights, graph.network_bytes(weights, adapter, with_states=True))
    states, kinds = _pieces(network, list(comments))
    scaler = StandardScaler(copy=False)
    states = scaler.fit_transform(states)
    return adapter.with_details(_middle([_arrays(scaler, _taught(states, kinds, seed)) for seed in _SEEDS]))


def _taught(states: Floats, kinds: NDArray[np.int64], seed: int) -> MLPClassifier:
    reader = MLPClassifier(
        (_UNITS,),
        alpha=_DECAY,
        batch_size=_BATCH,
        learning_rate_init=_RATE,
        random_state=seed,
    )
    for _ in range(_ROUNDS):
        reader.partial_fit(states, kinds, classes=range(1 + len(KINDS)))
    return reader


def _middle(readers: Sequence[Mapping[str, Floats]]) -> dict[str, Floats]:
    """One reader with the units of all of them, whose log odds are the middle of theirs."""
    return {
        "inner": np.concatenate([reader["inner"] for reader in readers]),
        "inner_offset": np.concatenate([reader["inner_offset"] for reader in readers]),
        "outer": np.concatenate([reader["outer"] for reader in readers], axis=1) / np.float32(len(readers)),
        "outer_offset": np.mean([reader["outer_offset"] for reader in readers], axis=0),
    }


def comments() -> Iterator[Marked]:
    """All there is to learn from."""
    yield from _with_some_hidden(_marked_comments())
    yield from _ordinary()


def _marked_comments() -> list[Marked]:
    lines = (
        line
        for path in sorted((_DATA / "details").glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    )
    return [_marked(json.loads(line)) for line in lines]


def _marked(row: Mapping[str, Any]) -> Marked:
    marks = tuple(Redaction(mark["start"], mark["end"], mark["kind"]) for mark in row["marks"])
    return Marked(row["id"], row["language"], row["text"], marks)


def _with_some_hidden(comments: Iterable[Marked]) -> Iterator[Marked]:
    """Each comment as it is, with a half of its details hidden, and as the rules leave it."""
    chance = np.random.default_rng(_SEEDS[0])
    for comment in comments:
        half = [mark for mark in comment.marks if chance.random() < 0.5]
        for hidden in ([], half, redaction.suggest(comment.text, language=comment.language)):
            yield Marked(comment.id, comment.language, parts.masked(comment.text, hidden), comment.marks)


def _ordinary() -> Iterator[Marked]:
    """Some of the corpus: marked are what the rules find, and what people found beside them."""
    also: dict[str, list[Redaction]] = {}
    for line in (_DATA / "details_of_corpus.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        also.setdefault(row["id"], []).append(Redaction(row["start"], row["end"], row["kind"]))
    rows = [*corpus.to_learn_from(corpus.comments()), *corpus.to_learn_from(corpus.danger_lines())]
    for place in np.random.default_rng(_SEEDS[0]).permutation(len(rows))[:_ORDINARY]:
        row = rows[place]
        marks = [*redaction.suggest(row.text, language=row.language), *also.get(row.id, ())]
        yield Marked(row.id, row.language, row.text, tuple(marks))


def _pieces(network: Network, comments: Sequence[Marked]) -> tuple[Floats, NDArray[np.int64]]:
    """What the network makes of each readable piece, (pieces, 2 x width), and what each is, (pieces,)."""
    texts = [next(windows(comment.text))[1] for comment in comments]
    stages = [_STAGES[place % len(_STAGES)] for place in range(len(texts))]
    states: list[NDArray[np.float16]] = []
    kinds: list[NDArray[np.int64]] = []
    for comment, (pieces, made) in zip(comments, network.states(texts, stages), strict=True):
        told = _told(comment, pieces)
        readable = told >= _NONE
        states.append(made[readable].astype(np.float16))
        kinds.append(told[readable])
    return np.concatenate(states).astype(np.float32), np.concatenate(kinds)


def _told(comment: Marked, pieces: Pieces) -> NDArray[np.int64]:
    """What each piece is: a place after `_NONE` in `KINDS`; -1 for what is no letter or is hidden."""
    told = np.full(len(pieces.ids), -1)
    for place, (start, end) in enumerate(pieces.spans):
        letters = comment.text[start:end].strip()
        if not letters or set(letters) == {parts.MASK}:
            continue
        begin = end - len(comment.text[start:end].lstrip())
        inside = [mark.kind for mark in comment.marks if begin < mark.end and mark.start < end]
        told[place] = 1 + KINDS.index(inside[0]) if inside else _NONE
    return told


def _arrays(scaler: StandardScaler, reader: MLPClassifier) -> dict[str, Floats]:
    """The reader in the network's own terms, the scaling within its first step."""
    (inner, outer), (inner_offset, outer_offset) = reader.coefs_, reader.intercepts_
    inner = inner.T / scaler.scale_
    arrays = {
        "inner": inner,
        "inner_offset": inner_offset - inner @ scaler.mean_,
        "outer": outer.T,
        "outer_offset": outer_offset,
    }
    return {name: np.asarray(array, np.float32) for name, array in arrays.items()}
