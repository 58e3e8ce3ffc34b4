"""The network once more, as a function that JAX can follow backwards; the same sums as in `network.graph`."""

from collections.abc import Mapping
from functools import partial

import jax
import jax.numpy as jnp
import numpy as np
import optax

from surveys.themes.text_model.network.adapter import MARKS, Adapter, changed
from surveys.themes.text_model.network.weights import Floats, Sizes, Weights

Numbers = Mapping[str, jax.Array]
Learned = dict[str, jax.Array]
MATRICES = ("q", "k", "v", "ao", "fi", "fo")
_STACKED = frozenset({*MATRICES, "aln", "oln"})
_NORM_EPSILON = 1e-12
_NOWHERE = -1e9
# A label is rare: before anything is learned it is unlikely.
_UNLIKELY = -2.5


def base_numbers(weights: Weights, beneath: Adapter | None = None) -> dict[str, Floats]:
    """All that stays as it is, by name, with what was learned before; what each layer has is stacked:
    (layers, ...).
    """
    numbers = {f"emb.ln.{end}": weights.floats(f"emb.ln.{end}") for end in "wb"}
    layers = range(weights.sizes.layers)
    for name in MATRICES:
        numbers[f"{name}.w"] = np.stack([changed(weights, layer, name, beneath) for layer in layers])
    for name in (*(f"{name}.b" for name in MATRICES), "aln.w", "aln.b", "oln.w", "oln.b"):
        numbers[name] = np.stack([weights.floats(f"l{layer}.{name}") for layer in layers])
    return numbers


def starting_point(weights: Weights, *, labels: int, rank: int, seed: int) -> dict[str, Floats]:
    """What is to be learned, before the first step: changes of nothing, and readers that look everywhere."""
    chance = np.random.default_rng(seed)
    width, layers = weights.sizes.width, weights.sizes.layers
    learned: dict[str, Floats] = {
        "readers.look": np.zeros((labels, width), np.float32),
        "readers.weigh": chance.normal(0, 0.02, (labels, len(MARKS), width)).astype(np.float32),
        "readers.offset": np.tile(np.array([_UNLIKELY, 0, 0], np.float32), (labels, 1)),
    }
    for name in MATRICES:
        outputs, inputs = weights.matrix(f"l0.{name}.w").shape
        spread = chance.normal(0, inputs**-0.5, (layers, rank, inputs))
        learned |= {
            f"{name}.in": spread.astype(np.float32),
            f"{name}.out": np.zeros((layers, outputs, rank), np.float32),
        }
    return learned


def marks(
    sizes: Sizes, still: int, base: Numbers, learned: Numbers, embedded: jax.Array, mask: jax.Array
) -> jax.Array:
    """Log odds, (texts, labels, 3). Nothing is learned in the lowest layers, as many as `still` says."""
    hidden = _normed(embedded, base["emb.ln.w"], base["emb.ln.b"])
    nowhere = jnp.where(mask > 0, 0.0, _NOWHERE)

    def layer(hidden: jax.Array, own: Numbers) -> tuple[jax.Array, None]:
        return _layer(sizes, own, hidden, nowhere), None

    # One layer is compiled and run in turn with each layer's numbers.
    stacked = {name: array for name, array in {**base, **learned}.items() if name.split(".")[0] in _STACKED}
    lowest = {name: jax.lax.stop_gradient(array[:still]) for name, array in stacked.items()}
    hidden, _ = jax.lax.scan(layer, hidden, lowest)
    hidden, _ = jax.lax.scan(layer, hidden, {name: array[still:] for name, array in stacked.items()})
    scores = jnp.einsum("npw,lw->nlp", hidden, learned["readers.look"]) * sizes.width**-0.5
    attention = jax.nn.softmax(scores + nowhere[:, None, :])
    found = jnp.einsum("nlp,npw->nlw", attention, hidden)
    return jnp.einsum("nlw,lmw->nlm", found, learned["readers.weigh"]) + learned["readers.offset"]


def loss(
    sizes: Sizes,
    still: int,
    learned: Learned,
    base: Numbers,
    embedded: jax.Array,
    mask: jax.Array,
    wanted: jax.Array,
    weight: jax.Array,
) -> jax.Array:
    """How far the marks are from what is wanted; both (texts, labels, 3), a weight of 0 where nothing is
    known.
    """
    given = marks(sizes, still, base, learned, embedded, mask)
    apart: jax.Array = optax.sigmoid_binary_cross_entropy(given, wanted) * weight
    return apart.sum() / embedded.shape[0]


def _layer(sizes: Sizes, own: Numbers, hidden: jax.Array, nowhere: jax.Array) -> jax.Array:
    linear = partial(_linear, own)
    query, key, value = (_apart(sizes, linear(name, hidden)) for name in ("q", "k", "v"))
    scores = jnp.einsum("nhqd,nhkd->nhqk", query, key) * query.shape[-1] ** -0.5
    looks = jax.nn.softmax(scores + nowhere[:, None, None, :])
    seen = jnp.einsum("nhqk,nhkd->nhqd", looks, value).transpose(0, 2, 1, 3).reshape(hidden.shape)
    hidden = _normed(hidden + linear("ao", seen), own["aln.w"], own["aln.b"])
    inner = linear("fo", jax.nn.gelu(linear("fi", hidden), approximate=False))
    return _normed(hidden + inner, own["oln.w"], own["oln.b"])


def _linear(own: Numbers, name: str, given: jax.Array) -> jax.Array:
    change = (given @ own[f"{name}.in"].T) @ own[f"{name}.out"].T
    return given @ own[f"{name}.w"].T + change + own[f"{name}.b"]


def _apart(sizes: Sizes, given: jax.Array) -> jax.Array:
    texts, pieces, _ = given.shape
    return given.reshape(texts, pieces, sizes.heads, -1).transpose(0, 2, 1, 3)


def _normed(given: jax.Array, gain: jax.Array, shift: jax.Array) -> jax.Array:
    centred = given - given.mean(-1, keepdims=True)
    spread = jax.lax.rsqrt((centred**2).mean(-1, keepdims=True) + _NORM_EPSILON)
    return centred * spread * gain + shift
