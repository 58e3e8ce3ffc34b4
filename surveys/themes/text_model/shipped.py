"""The models that come with the product, put together from the corpus and the base network, each once a
process.

What takes seconds to put together is kept in `build/text_model`, made at set-up (`python -m
tools.text_model`) and made anew wherever it is missing or old.
"""

import hashlib
import os
from collections.abc import Callable, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path

import numpy as np

from surveys.themes.codeframe import maternity
from surveys.themes.text_model import corpus, heads
from surveys.themes.text_model.corpus import Labelled
from surveys.themes.text_model.heads import Features, Heads
from surveys.themes.text_model.interface import Comment, TextModel
from surveys.themes.text_model.learned_model import LearnedModel
from surveys.themes.text_model.network import graph, weights
from surveys.themes.text_model.network.adapter import Adapter
from surveys.themes.text_model.network.session import Network
from surveys.themes.text_model.network.weights import Floats, NoNetworkError
from surveys.themes.text_model.reading_model import Reader, ReadingModel

TAUGHT = Path(__file__).parent / "data" / "reader.npz"
_BUILT = Path(__file__).parents[3] / "build" / "text_model"
_WORDS_VERSION = "words-1"


@cache
def model() -> TextModel:
    """The reading network; words alone where this machine has no network."""
    known = reader()
    codes = [code.code for code in maternity().codes]
    return ReadingModel(known, codes, _word_heads()) if known else words_model()


@cache
def reader() -> Reader | None:
    """The network with what it was taught, for themes and danger alike; None where this machine has none."""
    try:
        base = weights.shipped()
    except NoNetworkError:
        return None
    adapter = taught()
    data = _kept("reader.onnx", TAUGHT.read_bytes(), lambda: graph.network_bytes(base, adapter))
    return Reader(Network(base, data), adapter)


@cache
def taught() -> Adapter:
    """What the shipped reader learned; committed, and made by `manage.py teach_reader`."""
    return Adapter.from_bytes(TAUGHT.read_bytes())


@cache
def words_model() -> TextModel:
    """Linear readers on words, learned from the corpus in seconds: reads where no network can run."""
    return LearnedModel(_WORDS_VERSION, _word_heads(), share=1, reader=None)


@cache
def corpus_meanings() -> Floats:
    """What the taught network makes of the comments that may be learned from: (comments, width); width 0
    without it.
    """
    known = reader()
    rows = corpus.to_learn_from(corpus.comments())
    if known is None:
        return np.zeros((len(rows), 0), np.float32)
    made_from = TAUGHT.read_bytes() + _names(rows)

    def read() -> bytes:
        comments = [Comment(row.id, row.text, row.stage, row.language) for row in rows]
        file = BytesIO()
        np.save(file, np.array([one.meaning for one in known.mark(comments)], np.float16), allow_pickle=False)
        return file.getvalue()

    kept = np.load(BytesIO(_kept("corpus.npy", made_from, read)), allow_pickle=False)
    return np.asarray(kept, np.float32)


def _names(rows: Sequence[Labelled]) -> bytes:
    return "\n".join(row.id + row.text for row in rows).encode()


@cache
def _word_heads() -> Heads:
    rows = corpus.to_learn_from(corpus.comments())
    codes = [code.code for code in maternity().codes]

    def learn() -> bytes:
        features = Features.of([row.text for row in rows])
        return heads.fit(features, [tuple(row.themes) for row in rows], codes).heads.to_bytes()

    return Heads.from_bytes(_kept("words.npz", _names(rows), learn))


def _kept(name: str, made_from: bytes, make: Callable[[], bytes]) -> bytes:
    """What `make` gives, from a file where it was made from the same before."""
    path = _BUILT / f"{hashlib.sha256(made_from).hexdigest()[:16]}-{name}"
    if path.exists():
        return path.read_bytes()
    made = make()
    try:
        _BUILT.mkdir(parents=True, exist_ok=True)
        # Whole or not at all: other processes may look for it now.
        draft = path.with_suffix(f".{os.getpid()}")
        draft.write_bytes(made)
        draft.replace(path)
    except OSError:
        # A folder that cannot be written to costs each process the seconds, nothing else.
        return made
    return made
