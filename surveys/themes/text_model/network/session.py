"""Runs the network: texts cut into pieces, embedded, read."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from surveys.themes.text_model.network import evening, graph
from surveys.themes.text_model.network.adapter import Adapter
from surveys.themes.text_model.network.pieces import Cutter, Pieces
from surveys.themes.text_model.network.weights import Floats, Weights

LONGEST = 320
# Texts that are read side by side, each by one thread: quicker than several threads for one short text.
_AT_ONCE = 2
# Joining an addition with the norm after it costs a quarter of the whole (onnxruntime 1.32, AVX-512).
_SLOWER = ["SkipLayerNormFusion"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network made of one text: its meaning, of length 1; with an adapter its marks (labels, 3) as
    log odds, and where each label's reader looked (labels, pieces); the chances of "none" and of each kind
    of detail at each piece (pieces, kinds + 1) where it was taught to tell them.
    """

    meaning: Floats
    pieces: Pieces
    marks: Floats | None = None
    attention: Floats | None = None
    details: Floats | None = None


class Network:
    """A network in this process. `data` is what `graph.network_bytes` made."""

    def __init__(self, weights: Weights, data: bytes) -> None:
        self._weights = weights
        self._cutter = Cutter(weights, longest=LONGEST)
        self._session = onnxruntime.InferenceSession(
            data, _options(), providers=["CPUExecutionProvider"], disabled_optimizers=_SLOWER
        )
        self._outputs = [output.name for output in self._session.get_outputs()]

    def read(self, texts: Sequence[str], stages: Sequence[str | None] = ()) -> list[Reading]:
        """One reading for each text, in order; `stages` of care, one for each text, where they are known."""
        return [self._read(pieces) for pieces in self._cutter.cut(texts, stages)]

    def meanings(self, texts: Sequence[str]) -> Floats:
        """What each text means: (texts, width), each of length 1."""
        if not texts:
            return np.zeros((0, self._weights.sizes.width), np.float32)
        with ThreadPoolExecutor(_AT_ONCE) as readers:
            return np.stack([one.meaning for one in readers.map(self._read, self._cutter.cut(texts))])

    def extremes(
        self, texts: Sequence[str], stages: Sequence[str | None] = ()
    ) -> Iterator[dict[str, Floats]]:
        """What a graph with reaches gives of each text, and nothing else of it."""
        for pieces in self._cutter.cut(texts, stages):
            yield {name: values for name, values in self._run(pieces).items() if "." in name}

    def states(
        self, texts: Sequence[str], stages: Sequence[str | None] = ()
    ) -> Iterator[tuple[Pieces, Floats]]:
        """What a graph with states gives of each text's pieces: (pieces, 2 x width)."""
        for pieces in self._cutter.cut(texts, stages):
            yield pieces, self._run(pieces)["states"][0]

    def _read(self, pieces: Pieces) -> Reading:
        return _reading(pieces, {name: values[0] for name, values in self._run(pieces).items()})

    def _run(self, pieces: Pieces) -> dict[str, Floats]:
        """One text at a time: eight-bit sums share a scale, and none should depend on its neighbours."""
        ids, mask = padded([pieces.ids])
        given = {"embedded": self._embedded(ids), "mask": mask}
        return dict(zip(self._outputs, self._session.run(None, given), strict=True))

    def _embedded(self, ids: NDArray[np.int64]) -> Floats:
        return self._weights.embeddings(ids) + self._places[: ids.shape[1]]

    @cached_property
    def _places(self) -> Floats:
        return places(self._weights)


def reaches(
    weights: Weights, adapter: Adapter, texts: Sequence[str], stages: Sequence[str | None] = ()
) -> dict[str, Floats]:
    """How large each column gets of what goes into a layer's matrices, over these texts: by kind (layers,
    inputs). Runs the graph with whole numbers.
    """
    model = graph.network(weights, adapter, with_reaches=True).SerializeToString()
    measured = evening.largest(Network(weights, model).extremes(texts, stages))
    layers = range(weights.sizes.layers)
    return {kind: np.stack([measured[f"{layer}.{kind}"] for layer in layers]) for kind in evening.INTO}


def places(weights: Weights) -> Floats:
    """What is added to the piece at each place: (places, width)."""
    width = weights.sizes.width
    kind = weights.floats("emb.type")[:width]
    return weights.floats("emb.pos").reshape(-1, width) + kind


def padded(texts: Sequence[Sequence[int]], *, length: int = 0) -> tuple[NDArray[np.int64], Floats]:
    """Pieces filled up to the same length, and a mask that is 1 where they are real."""
    length = max([length, *map(len, texts)])
    ids = np.ones((len(texts), length), np.int64)
    mask = np.zeros((len(texts), length), np.float32)
    for row, text in enumerate(texts):
        ids[row, : len(text)] = text
        mask[row, : len(text)] = 1
    return ids, mask


def _reading(pieces: Pieces, made: dict[str, Floats]) -> Reading:
    mean = made["mean"]
    meaning = mean / max(float(np.linalg.norm(mean)), 1e-9)
    attention = made.get("attention")
    return Reading(
        meaning=meaning,
        pieces=pieces,
        marks=made.get("marks"),
        attention=None if attention is None else attention[:, : len(pieces.ids)],
        details=made.get("details"),
    )


def _options() -> onnxruntime.SessionOptions:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    # Memory once taken for a long text is given back.
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 3
    return options
