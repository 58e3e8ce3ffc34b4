"""From labelled texts to an adapter: seeded, in batches of texts of like length."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import jax
import numpy as np
import optax
from numpy.typing import NDArray

from surveys.themes.text_model.fine_tuning import learning
from surveys.themes.text_model.fine_tuning.joining import Example, joined
from surveys.themes.text_model.network.adapter import Adapter, upon
from surveys.themes.text_model.network.pieces import Cutter
from surveys.themes.text_model.network.session import padded, places
from surveys.themes.text_model.network.weights import Floats, Weights

log = logging.getLogger(__name__)

# Texts are filled up to one of these lengths: the function is compiled once for each.
_LENGTHS = (16, 24, 32, 48, 64, 96, 128, 192, 256)
_UNKNOWN_PIECE = 3
_SPECIAL_PIECES = 4
_LONGEST_STEP = 5.0


@dataclass(frozen=True, slots=True)
class Course:
    """How to learn.

    `unread`: the share of pieces that are hidden, `stageless`: of texts whose stage is hidden, `joined`: of
    comments that are read with a second one. `still`: how many of the lowest layers stay as they are.
    """

    epochs: int = 6
    rate: float = 1e-3
    readers_rate: float = 6e-3
    rank: int = 32
    batch: int = 16
    decay: float = 0.01
    warm_up: float = 0.06
    unread: float = 0.1
    stageless: float = 0.4
    joined: float = 0.3
    still: int = 0
    seed: int = 2026


_Stepped = tuple[learning.Learned, optax.OptState, jax.Array]


@dataclass(frozen=True, slots=True)
class _Batch:
    embedded: Floats
    mask: Floats
    wanted: Floats
    weight: Floats


def fit(
    examples: Sequence[Example],
    labels: Sequence[str],
    *,
    weights: Weights,
    version: str,
    course: Course,
    beneath: Adapter | None = None,
) -> Adapter:
    """Learns from the examples; half an hour and more for thousands of them.

    `beneath`: layers as they were taught before; what is learned comes on top, and the result holds both.
    The same examples, course and layers give the same adapter.
    """
    learned = Adapter(version, tuple(labels), _learned(examples, len(labels), weights, beneath, course))
    return upon(beneath, learned) if beneath else learned


def _learned(
    examples: Sequence[Example], labels: int, weights: Weights, beneath: Adapter | None, course: Course
) -> Mapping[str, Floats]:
    begin = learning.starting_point(weights, labels=labels, rank=course.rank, seed=course.seed)
    base = jax.tree.map(jax.numpy.asarray, learning.base_numbers(weights, beneath))
    learned = {name: jax.numpy.asarray(array) for name, array in begin.items()}
    optimiser = _optimiser(course, steps=course.epochs * max(1, len(examples) // course.batch))
    state = optimiser.init(learned)
    loss = partial(learning.loss, weights.sizes, course.still)

    @jax.jit
    def step(
        learned: learning.Learned, state: optax.OptState, base: learning.Numbers, batch: tuple[Floats, ...]
    ) -> _Stepped:
        value, slope = jax.value_and_grad(loss)(learned, base, *batch)
        changes, state = optimiser.update(slope, state, learned)
        return optax.apply_updates(learned, changes), state, value

    for epoch, batches in enumerate(_epochs(examples, weights, course)):
        values = []
        for batch in batches:
            given = (batch.embedded, batch.mask, batch.wanted, batch.weight)
            learned, state, value = step(learned, state, base, given)
            values.append(value)
        log.info("learned", extra={"epoch": epoch + 1, "loss": float(np.mean(values))})
    return {name: np.asarray(array) for name, array in learned.items()}


def _optimiser(course: Course, *, steps: int) -> optax.GradientTransformation:
    def steady(rate: float) -> optax.GradientTransformation:
        falling = optax.warmup_cosine_decay_schedule(
            0, rate, round(course.warm_up * steps), steps, end_value=0.02 * rate
        )
        return optax.adamw(falling, weight_decay=course.decay)

    # Readers start from nothing, layers from what the base network knows.
    parts = {"readers": steady(course.readers_rate), "layers": steady(course.rate)}
    return optax.chain(optax.clip_by_global_norm(_LONGEST_STEP), optax.partition(parts, _parts))


def _parts(learned: learning.Learned) -> dict[str, str]:
    return {name: "readers" if name.startswith("readers.") else "layers" for name in learned}


def _epochs(examples: Sequence[Example], weights: Weights, course: Course) -> Iterator[Iterator[_Batch]]:
    chance = np.random.default_rng(course.seed)
    cutter = Cutter(weights, longest=_LENGTHS[-1])
    for _ in range(course.epochs):
        yield _batches(joined(examples, course.joined, chance), weights, cutter, course, chance)


def _batches(
    examples: Sequence[Example], weights: Weights, cutter: Cutter, course: Course, chance: np.random.Generator
) -> Iterator[_Batch]:
    hidden = chance.random(len(examples)) < course.stageless
    stages = [None if hide else one.stage for one, hide in zip(examples, hidden, strict=True)]
    ids = [pieces.ids for pieces in cutter.cut([one.text for one in examples], stages)]
    for places_ in _groups([len(one) for one in ids], course.batch, chance):
        length = _length(max(len(ids[place]) for place in places_))
        yield _batch(
            [examples[place] for place in places_],
            [ids[place] for place in places_],
            length,
            weights,
            course,
            chance,
        )


def _groups(lengths: Sequence[int], size: int, chance: np.random.Generator) -> list[NDArray[np.int64]]:
    """Places in groups of like length, the groups in any order; each place is in one group, or in none when
    it would fill up a last, smaller group.
    """
    order = np.lexsort((chance.random(len(lengths)), np.array([_length(length) for length in lengths])))
    groups = [order[start : start + size] for start in range(0, len(order) - size + 1, size)]
    return [groups[place] for place in chance.permutation(len(groups))]


def _length(pieces: int) -> int:
    return next(length for length in _LENGTHS if pieces <= length)


def _batch(
    examples: Sequence[Example],
    pieces: Sequence[Sequence[int]],
    length: int,
    weights: Weights,
    course: Course,
    chance: np.random.Generator,
) -> _Batch:
    ids, mask = padded(pieces, length=length)
    unread = (chance.random(ids.shape) < course.unread) & (ids >= _SPECIAL_PIECES)
    ids[unread] = _UNKNOWN_PIECE
    return _Batch(
        embedded=weights.embeddings(ids) + places(weights)[:length],
        mask=mask,
        wanted=np.stack([one.wanted for one in examples]),
        weight=np.stack([one.weight for one in examples]),
    )
