"""How well the learning part does for any codeframe: trained on one table, measured on another."""

import resource
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Protocol

import numpy as np

from surveys.themes.text_model import fine_tuned, heads, quality, shipped
from surveys.themes.text_model.interface import Comment
from surveys.themes.text_model.learned_model import Seen
from surveys.themes.text_model.network.weights import Floats
from surveys.themes.text_model.tables import Table, TableError
from surveys.themes.text_model.thresholds import thresholds

_SEED = 2026
# The share of the training table on which thresholds are chosen and nothing is learned.
_SET_ASIDE = 0.12
# Comments from which a network can be taught at all.
_FEWEST = 50


@dataclass(frozen=True, slots=True)
class Measures:
    """Micro and macro F1 over all rows of the test table, and over those that say something: with words and
    a code.
    """

    micro_f1: float
    macro_f1: float
    micro_f1_of_rows_that_say_something: float
    macro_f1_of_rows_that_say_something: float
    rows: int
    rows_that_say_something: int


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Measures with what they cost: `comments_a_second` of reading, peak memory of this process in MB."""

    method: str
    measures: Measures
    training_seconds: float
    comments_a_second: float
    peak_memory_mb: float

    def as_json(self) -> dict[str, object]:
        """Everything on one level, figures rounded to what they are worth."""
        flat = asdict(self) | asdict(self.measures)
        del flat["measures"]
        return {name: round(value, 4) if isinstance(value, float) else value for name, value in flat.items()}


class _Method(Protocol):
    def learn(self, table: Table, codes: Sequence[str]) -> None: ...

    def suggest(self, table: Table) -> list[frozenset[str]]: ...


def evaluate(train: Table, test: Table, codes: Sequence[str], *, fine_tune: bool) -> Evaluation:
    """Learns from `train` and measures on `test`.

    Raises TableError where there is too little to teach a network from.
    """
    if fine_tune and len(train.texts) < _FEWEST:
        raise TableError(f"{len(train.texts)} comments are too few to teach a network: it needs {_FEWEST}.")
    method: _Method = _FineTuned() if fine_tune else _Quick()
    started = time.perf_counter()
    method.learn(train, codes)
    learned = time.perf_counter()
    given = method.suggest(test)
    read = time.perf_counter()
    return Evaluation(
        method="fine-tuned network and linear readers" if fine_tune else "linear readers",
        measures=measures(given, test),
        training_seconds=learned - started,
        comments_a_second=len(test.texts) / (read - learned),
        peak_memory_mb=_peak_memory(),
    )


def measures(given: Sequence[frozenset[str]], test: Table) -> Measures:
    """Suggestions against the test table's codes."""
    labels = [dict.fromkeys(codes, "") for codes in given]
    wanted = [dict.fromkeys(codes, "") for codes in test.codes]
    kept = test.says_something
    some, right = [labels[place] for place in kept], [wanted[place] for place in kept]
    return Measures(
        quality.themes(labels, wanted).f1,
        quality.macro_f1(labels, wanted),
        quality.themes(some, right).f1,
        quality.macro_f1(some, right),
        len(wanted),
        len(kept),
    )


class _Quick:
    """Linear readers, as they learn from a chair's decisions: on words and, where there is a network, on what
    it makes of a text.
    """

    def __init__(self) -> None:
        self._reader = shipped.reader()

    def learn(self, table: Table, codes: Sequence[str]) -> None:
        labels = [sorted(has) for has in table.codes]
        self._heads = heads.fit(self._features(table), labels, codes).heads

    def suggest(self, table: Table) -> list[frozenset[str]]:
        return _above(self._scores(table), self._heads.limits, self._heads.codes)

    def _scores(self, table: Table) -> Floats:
        return self._heads.scores(self._features(table))

    def _features(self, table: Table) -> heads.Features:
        comments = [Comment(str(place), text) for place, text in enumerate(table.texts)]
        return Seen.of(comments, self._reader).features


class _FineTuned(_Quick):
    """A network taught from the table, its chances averaged with the linear readers'."""

    def learn(self, table: Table, codes: Sequence[str]) -> None:
        seen, aside = _parted(len(table.texts))
        super().learn(table.rows(seen), codes)
        self._network = fine_tuned.Chances.learn(table.rows(seen), codes)
        unseen = table.rows(aside)
        wanted = np.array([[code in has for code in codes] for has in unseen.codes])
        self._limits = thresholds(self._scores(unseen), wanted, np.ones(len(aside), np.float32))

    def suggest(self, table: Table) -> list[frozenset[str]]:
        return _above(self._scores(table), self._limits, self._heads.codes)

    def _scores(self, table: Table) -> Floats:
        return np.asarray((super()._scores(table) + self._network.of(table)) / 2, np.float32)


def _above(scores: Floats, limits: Floats, codes: Sequence[str]) -> list[frozenset[str]]:
    return [frozenset(codes[int(place)] for place in np.flatnonzero(row >= limits)) for row in scores]


def _parted(texts: int) -> tuple[list[int], list[int]]:
    order = np.random.default_rng(_SEED).permutation(texts).tolist()
    aside = round(_SET_ASIDE * texts)
    return order[aside:], order[:aside]


def _peak_memory() -> float:
    # Linux counts kilobytes, macOS bytes.
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)
