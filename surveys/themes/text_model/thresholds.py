"""From which score a code is suggested: chosen on texts that the model had not seen."""

import numpy as np
from numpy.typing import NDArray

from surveys.themes.text_model.network.weights import Floats

EVEN = 0.5
_STEPS = np.arange(0.10, 0.86, 0.02, dtype=np.float32)
# As many wanted texts as this must speak for a code's own threshold to count as much as the common one.
_TRUST = 25.0


def thresholds(scores: Floats, wanted: NDArray[np.bool_], weighs: Floats) -> Floats:
    """One threshold a code, where F1 is best: (codes,).

    Codes with few texts stay near the threshold common to all.
    """
    if not wanted.any():
        return np.full(wanted.shape[1], 0.5, np.float32)
    common = _best(scores, wanted, weighs[:, None])
    own = [_best(scores[:, place], wanted[:, place], weighs) for place in range(wanted.shape[1])]
    support = wanted.sum(axis=0)
    trust = support / (support + _TRUST)
    return np.asarray(trust * np.array(own) + (1 - trust) * common, np.float32)


def evened(chances: Floats, limits: Floats) -> Floats:
    """Chances on a scale where each code's threshold is one half, so that those of two models can be
    averaged.
    """
    bounded = np.clip(limits, 0.02, 0.98)
    scaled = np.power(np.clip(chances, 1e-6, 1.0), np.log(EVEN) / np.log(bounded))
    return np.where(limits > 1, 0, scaled).astype(np.float32)


def _best(scores: Floats, wanted: NDArray[np.bool_], weighs: Floats) -> float:
    values = [_f1(scores >= step, wanted, weighs) for step in _STEPS]
    # The middle of the best stretch: an edge of it would be chance.
    good = np.flatnonzero(np.array(values) >= max(values) - 0.002)
    return float(_STEPS[good].mean())


def _f1(given: NDArray[np.bool_], wanted: NDArray[np.bool_], weighs: Floats) -> float:
    hits = float(((given & wanted) * weighs).sum())
    total = float((given * weighs).sum() + (wanted * weighs).sum())
    return 2 * hits / total if total else 0.0
