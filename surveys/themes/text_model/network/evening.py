"""Evens out what goes into a matrix before it is rounded to 8 bit.

All numbers of a text that go into one matrix are rounded to steps of one size. A few columns are ten times as
large as the rest and would take nearly all of the steps. So each column is divided by a share of its own and
the matrix's row for it multiplied by the same: the product stays, and less is lost (SmoothQuant, Xiao and
others 2023, equation 4).
"""

from collections.abc import Iterable, Mapping

import numpy as np

from surveys.themes.text_model.network.adapter import Adapter, changed
from surveys.themes.text_model.network.weights import Floats, Weights

# What goes into a layer's matrices, and which these are.
INTO: Mapping[str, tuple[str, ...]] = {
    "hidden": ("q", "k", "v"),
    "seen": ("ao",),
    "between": ("fi",),
    "inner": ("fo",),
}
# How much of the unevenness moves from the numbers to the matrix: all at 1, none at 0.
_MOVED = 0.6
_LEAST_REACH, _LEAST_WEIGHT, _LARGEST_SHARE = 1e-3, 1e-5, 1e3


def shares(weights: Weights, adapter: Adapter | None, layer: int) -> dict[str, Floats]:
    """By what goes in: what each of its columns is divided by; nothing where no reaches were measured."""
    if adapter is None or not adapter.has_reaches:
        return {}
    return {kind: _share(weights, adapter, layer, kind) for kind in INTO}


def _share(weights: Weights, adapter: Adapter, layer: int, kind: str) -> Floats:
    matrices = [np.abs(changed(weights, layer, name, adapter)).max(axis=0) for name in INTO[kind]]
    reach = np.maximum(adapter.reach(layer, kind), _LEAST_REACH)
    weight = np.maximum(np.max(matrices, axis=0), _LEAST_WEIGHT)
    share = reach**_MOVED / weight ** (1 - _MOVED)
    return np.asarray(np.clip(share, 1 / _LARGEST_SHARE, _LARGEST_SHARE), np.float32)


def largest(measured: Iterable[Mapping[str, Floats]]) -> dict[str, Floats]:
    """The largest of several measurements, each by name."""
    found: dict[str, Floats] = {}
    for one in measured:
        for name, values in one.items():
            found[name] = np.maximum(found.get(name, values), values)
    return found
