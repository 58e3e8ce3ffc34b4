"""A network taught from a table of comments, for any codeframe: minutes."""

from collections.abc import Sequence

import numpy as np

from surveys.themes.text_model import shipped
from surveys.themes.text_model.fine_tuning import fitting
from surveys.themes.text_model.fine_tuning.fitting import Course
from surveys.themes.text_model.fine_tuning.joining import Example
from surveys.themes.text_model.network import graph, weights
from surveys.themes.text_model.network.adapter import MARKS
from surveys.themes.text_model.network.session import Network, reaches
from surveys.themes.text_model.network.weights import Floats
from surveys.themes.text_model.tables import Table
from surveys.themes.text_model.windows import windows

# The layers are taught already: in steps as long as those of a fresh course they forget.
COURSE = Course(epochs=4, rate=2e-4, readers_rate=3e-3, batch=8)
# On how many texts it is measured how large the network's numbers get.
_MEASURED = 300


class Chances:
    """How likely each code is in each text: (texts, codes)."""

    def __init__(self, network: Network) -> None:
        self._network = network

    @classmethod
    def learn(cls, table: Table, codes: Sequence[str]) -> "Chances":
        """Teaches the shipped network the codes of this table. Raises NoNetworkError where there is none."""
        base = weights.shipped()
        examples = [_example(text, has, codes) for text, has in zip(table.texts, table.codes, strict=True)]
        start = fitting.fresh_readers(shipped.taught(), codes, weights=base, course=COURSE)
        adapter = fitting.fit(examples, codes, weights=base, version="table", course=COURSE, start=start)
        evened = adapter.with_reaches(reaches(base, adapter, table.texts[:_MEASURED]))
        return cls(Network(base, graph.network_bytes(base, evened)))

    def of(self, texts: Sequence[str]) -> Floats:
        """Chances from 0 to 1; a long text is judged by its first stretch."""
        readings = self._network.read([next(windows(text))[1] for text in texts])
        marks = np.array([reading.marks[:, 0] for reading in readings if reading.marks is not None])
        return np.asarray(1 / (1 + np.exp(-marks)), np.float32)


def _example(text: str, has: frozenset[str], codes: Sequence[str]) -> Example:
    wanted = np.zeros((len(codes), len(MARKS)), np.float32)
    weight = np.zeros_like(wanted)
    wanted[:, 0] = [code in has for code in codes]
    weight[:, 0] = 1
    return Example(text, None, wanted, weight)
