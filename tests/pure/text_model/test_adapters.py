"""Adapters: the middle of two, and what is known of the numbers that go into their matrices."""

import numpy as np
import pytest

from surveys.themes.text_model import corpus, shipped
from surveys.themes.text_model.network import evening, graph, weights
from surveys.themes.text_model.network.adapter import Adapter, averaged, changed
from surveys.themes.text_model.network.session import Network, reaches
from surveys.themes.text_model.network.weights import Weights

TEXTS = ("The midwife was rude, but the parking was easy.", "Nobody explained the induction to us.")


@pytest.fixture(scope="module")
def base() -> Weights:
    return weights.shipped()


@pytest.fixture(scope="module")
def taught() -> Adapter:
    return shipped.taught()


def test_the_middle_of_two_changes_each_matrix_by_the_middle_of_both_changes(taught: Adapter) -> None:
    chance = np.random.default_rng(1)
    other = Adapter(
        "other",
        taught.labels,
        {
            name: array + chance.normal(size=array.shape).astype(np.float32)
            for name, array in taught.arrays.items()
        },
    )
    middle = averaged([taught, other])

    for layer, name in ((0, "q"), (11, "fo")):
        wanted = (taught.change(layer, name) + other.change(layer, name)) / 2
        assert np.allclose(middle.change(layer, name), wanted, atol=1e-3)
    assert np.allclose(middle.look, (taught.look + other.look) / 2)


def test_the_shipped_adapter_knows_how_far_its_numbers_reach(base: Weights, taught: Adapter) -> None:
    measured = reaches(base, taught, TEXTS)

    assert taught.has_reaches
    for kind, values in measured.items():
        # What it knows comes from many comments, so these few lie within it, but for rounding.
        known = np.stack([taught.reach(layer, kind) for layer in range(len(values))])
        assert known.shape == values.shape
        assert np.mean(values <= known * 1.01) > 0.97


def test_evening_out_changes_no_product(base: Weights, taught: Adapter) -> None:
    shares = evening.shares(base, taught, 3)
    given = np.random.default_rng(2).normal(size=(5, base.sizes.width)).astype(np.float32)
    matrix = changed(base, 3, "q", taught).T

    evened = (given / shares["hidden"]) @ (matrix * shares["hidden"][:, np.newaxis])
    assert np.allclose(evened, given @ matrix, atol=1e-3)
    assert evening.shares(base, None, 3) == {}


def test_evened_out_the_8_bit_network_says_more_nearly_what_the_whole_one_says(
    base: Weights, taught: Adapter
) -> None:
    bare = Adapter(
        taught.version,
        taught.labels,
        {name: array for name, array in taught.arrays.items() if not name.startswith("reach.")},
    )
    whole = _marks(Network(base, graph.network(base, taught).SerializeToString()))
    evened = _marks(Network(base, graph.network_bytes(base, taught)))
    uneven = _marks(Network(base, graph.network_bytes(base, bare)))

    assert np.abs(evened - whole).mean() < 0.8 * np.abs(uneven - whole).mean()


def _marks(network: Network) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """Of forty comments: of two alone it is a matter of luck which rounding hurts less."""
    texts = [row.text for row in corpus.held_out(corpus.comments())[:40]]
    return np.stack([reading.marks for reading in network.read(texts) if reading.marks is not None])
