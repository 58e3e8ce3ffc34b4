"""The models that come with the product, put together from the corpus and the base network, each once a
process.

What takes minutes is made at set-up (`python -m tools.text_model`) and kept.
"""

from concurrent.futures import ThreadPoolExecutor
from functools import cache
from io import BytesIO
from pathlib import Path

import numpy as np

from surveys.themes.codeframe import maternity
from surveys.themes.text_model import corpus, heads
from surveys.themes.text_model.heads import Features, Heads
from surveys.themes.text_model.interface import Comment, TextModel
from surveys.themes.text_model.kept import kept
from surveys.themes.text_model.learned_model import LearnedModel
from surveys.themes.text_model.network import graph, weights
from surveys.themes.text_model.network.adapter import Adapter
from surveys.themes.text_model.network.session import Network
from surveys.themes.text_model.network.weights import Floats, NoNetworkError
from surveys.themes.text_model.reading_model import Reader, ReadingModel

TAUGHT = Path(__file__).parent / "data" / "reader.npz"
_WORDS_VERSION = "words-1"
# Comments of the corpus that are read side by side.
_AT_ONCE = 2


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
    data = kept("reader.onnx", lambda: graph.network_bytes(base, adapter))
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

    def read() -> bytes:
        comments = [Comment(row.id, row.text, row.stage, row.language) for row in rows]
        file = BytesIO()
        with ThreadPoolExecutor(_AT_ONCE) as readers:
            marked = readers.map(known.mark, ([comment] for comment in comments))
            meanings = np.array([one.meaning for (one,) in marked], np.float16)
        np.save(file, meanings, allow_pickle=False)
        return file.getvalue()

    return np.asarray(np.load(BytesIO(kept("corpus.npy", read)), allow_pickle=False), np.float32)


@cache
def _word_heads() -> Heads:
    codes = [code.code for code in maternity().codes]

    def learn() -> bytes:
        rows = corpus.to_learn_from(corpus.comments())
        features = Features.of([row.text for row in rows])
        return heads.fit(features, [tuple(row.themes) for row in rows], codes).heads.to_bytes()

    return Heads.from_bytes(kept("words.npz", learn))
