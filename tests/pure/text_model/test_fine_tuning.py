"""Teaching the network: it does the same sums as the one that is run, and learns."""

import jax
import numpy as np
import onnxruntime
import pytest

from surveys.themes.text_model.fine_tuning import fitting, learning
from surveys.themes.text_model.fine_tuning.fitting import Course
from surveys.themes.text_model.fine_tuning.joining import Example, joined
from surveys.themes.text_model.network import graph, weights
from surveys.themes.text_model.network.adapter import Adapter
from surveys.themes.text_model.network.pieces import Cutter
from surveys.themes.text_model.network.session import Network, padded, places
from surveys.themes.text_model.network.weights import Weights

TEXTS = ["The car park was full.", "She helped me feed my baby every night", "ok"]
TRAVEL, FEED = "The car park was full again", "She helped with my milk"


@pytest.fixture(scope="module")
def base() -> Weights:
    return weights.shipped()


def adapter(base: Weights) -> Adapter:
    """One that has learned nonsense, so that every part of it counts."""
    chance = np.random.default_rng(7)
    start = learning.starting_point(base, labels=3, rank=4, seed=1)
    arrays = {
        name: (array + chance.normal(0, 0.02, array.shape)).astype(np.float32)
        for name, array in start.items()
    }
    return Adapter("nonsense", ("A", "B", "C"), arrays)


def test_what_is_taught_and_what_is_run_do_the_same_sums(base: Weights) -> None:
    taught = adapter(base)
    ids, mask = padded([pieces.ids for pieces in Cutter(base, longest=64).cut(TEXTS)])
    embedded = base.embeddings(ids) + places(base)[: ids.shape[1]]

    numbers = jax.tree.map(jax.numpy.asarray, learning.base_numbers(base))
    learned = jax.tree.map(jax.numpy.asarray, dict(taught.arrays))
    marks = learning.marks(base.sizes, 6, numbers, learned, *map(jax.numpy.asarray, (embedded, mask)))

    whole = onnxruntime.InferenceSession(graph.network(base, taught).SerializeToString())
    (run,) = whole.run(["marks"], {"embedded": embedded, "mask": mask})
    assert np.asarray(marks) == pytest.approx(run, abs=1e-3)


def test_an_adapter_is_a_file_of_numbers(base: Weights) -> None:
    taught = adapter(base).with_limits(np.array([0.1, 0.2, 0.3], np.float32))
    again = Adapter.from_bytes(taught.to_bytes())
    assert (again.version, again.labels) == (taught.version, taught.labels)
    assert again.limits == pytest.approx([0.1, 0.2, 0.3], abs=1e-3)
    assert again.change(3, "q") == pytest.approx(taught.change(3, "q"), abs=1e-3)


def test_it_learns_what_it_is_shown_and_the_same_each_time(base: Weights) -> None:
    examples = [
        _example(f"{text} {number}", label)
        for number in range(8)
        for label, text in enumerate((TRAVEL, FEED))
    ]
    course = Course(epochs=6, rate=2e-3, readers_rate=2e-2, rank=4, batch=8, unread=0)

    taught, again = (
        fitting.fit(examples, ["TRAVEL", "FEED"], weights=base, version="try", course=course)
        for _ in range(2)
    )

    network = Network(base, graph.network_bytes(base, taught))
    given = [
        reading.marks for reading in network.read(["No space in the car park", "Milk came with her help"])
    ]
    assert all(marks is not None for marks in given)
    travel, feed = (marks[:, 0] for marks in given if marks is not None)
    assert travel[0] > travel[1]
    assert feed[1] > feed[0]
    assert all((array == again.arrays[name]).all() for name, array in taught.arrays.items())


def test_what_was_taught_before_stays_beneath(base: Weights) -> None:
    beneath = adapter(base)
    half = base.sizes.layers // 2
    course = Course(epochs=2, rate=1e-2, rank=2, batch=4, joined=0, still=half)
    examples = [_example(f"{TRAVEL} {number}", 0) for number in range(8)]

    taught = fitting.fit(
        examples, ["TRAVEL", "FEED"], weights=base, version="try", course=course, beneath=beneath
    )

    assert taught.look.shape == (2, base.sizes.width)
    assert taught.change(half - 1, "fo") == pytest.approx(beneath.change(half - 1, "fo"), abs=1e-6)
    assert np.abs(taught.change(half, "fo") - beneath.change(half, "fo")).max() > 1e-4


def _example(text: str, label: int) -> Example:
    wanted, weight = np.zeros((2, 3), np.float32), np.zeros((2, 3), np.float32)
    wanted[label, 0] = 1
    weight[:, 0] = 1
    return Example(text, None, wanted, weight)


def test_joined_comments_keep_what_each_of_them_said() -> None:
    english = [_felt("Kind midwife.", 0, 1, "en"), _felt("The car park was full.", 1, 2, "en")]
    alone = [_felt("Miła położna.", 0, 1, "pl"), _felt("A line for the danger check", 1, 2, None)]
    chance = np.random.default_rng(3)

    (first, *_, danger) = joined([*english, *alone], 1, chance)

    assert first.text.startswith(english[0].text) or first.text.endswith(english[0].text)
    assert "położna" not in first.text
    assert (first.wanted >= english[0].wanted).all()
    assert first.stage is None
    assert danger is alone[1]
    assert joined(english, 0, chance) == english


def _felt(text: str, label: int, mark: int, language: str | None) -> Example:
    wanted, weight = np.zeros((2, 3), np.float32), np.zeros((2, 3), np.float32)
    wanted[label, [0, mark]] = 1
    weight[:, 0] = 1
    weight[label] = 1
    return Example(text, "birth", wanted, weight, language)
