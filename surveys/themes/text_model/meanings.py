"""What texts mean, as numbers: by the base network where this machine has one."""

from collections.abc import Sequence
from functools import cache

import numpy as np

from surveys.themes.text_model.kept import kept
from surveys.themes.text_model.network import graph, weights
from surveys.themes.text_model.network.session import Network
from surveys.themes.text_model.network.weights import Floats, NoNetworkError
from surveys.themes.text_model.windows import windows

# All texts mean nearly the same to the base network; what sets them apart is made to weigh as much as words
# do.
_STRETCH = 6.0


class Meanings:
    """Numbers for linear readers: (texts, width); of width 0 without a network."""

    def __init__(self, network: Network | None) -> None:
        self._network = network

    @classmethod
    def shipped(cls) -> "Meanings":
        """By the network that comes with the product, loaded once a process."""
        return cls(_network())

    def of(self, texts: Sequence[str]) -> Floats:
        """Texts on the same scale as words. A long text is judged by its first stretch."""
        if self._network is None:
            return np.zeros((len(texts), 0), np.float32)
        first = [next(windows(text))[1] for text in texts]
        return self._network.meanings(first) * np.float32(_STRETCH)


@cache
def _network() -> Network | None:
    try:
        base = weights.shipped()
        return Network(base, kept("base.onnx", lambda: graph.network_bytes(base, None)))
    except NoNetworkError:
        return None
