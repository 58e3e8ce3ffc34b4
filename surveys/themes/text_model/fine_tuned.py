"""A network taught from a table of comments, for any codeframe: half an hour for four thousand."""

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

# The upper half of the layers learns, on top of what was taught: all of them would take twice as long.
COURSE = Course(epochs=10, rate=1e-3, readers_rate=3e-3, rank=64, stageless=0, joined=0, still=6)
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
        examples = _examples(table, codes)
        taught = shipped.taught()
        adapter = fitting.fit(examples, codes, weights=base, version="table", course=COURSE, beneath=taught)
        some = table.rows(range(min(_MEASURED, len(table.texts))))
        evened = adapter.with_reaches(reaches(base, adapter, some.texts, some.contexts))
        return cls(Network(base, graph.network_bytes(base, evened)))

    def of(self, table: Table) -> Floats:
        """Chances from 0 to 1; a long text is judged by its first stretch."""
        readings = self._network.read([next(windows(text))[1] for text in table.texts], table.contexts)
        marks = np.array([reading.marks[:, 0] for reading in readings if reading.marks is not None])
        return np.asarray(1 / (1 + np.exp(-marks)), np.float32)


def _examples(table: Table, codes: Sequence[str]) -> list[Example]:
    """What a comment was said to is read before it, as a stage of care is."""
    rows = zip(table.texts, table.codes, table.contexts, strict=True)
    return [_example(text, context, has, codes) for text, has, context in rows]


def _example(text: str, context: str | None, has: frozenset[str], codes: Sequence[str]) -> Example:
    wanted = np.zeros((len(codes), len(MARKS)), np.float32)
    weight = np.zeros_like(wanted)
    wanted[:, 0] = [code in has for code in codes]
    weight[:, 0] = 1
    return Example(text, context, wanted, weight)
