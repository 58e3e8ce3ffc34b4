"""The network as an ONNX graph with 8-bit weights: what ONNX Runtime runs, made in seconds from the weights.

Takes `embedded` (texts, pieces, width), the pieces' own meanings with their places added, and `mask` (texts,
pieces), 1 where there is a piece. Gives `mean` (texts, width), the meaning of each text; with an adapter also
`marks` (texts, labels, 3) as log odds, and `attention` (texts, labels, pieces), where each reader looked;
with one that tells details `details` (texts, pieces, kinds + 1), the chances of "none" and of each kind.
"""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from surveys.themes.text_model.network import evening
from surveys.themes.text_model.network.adapter import MARKS, Adapter, changed
from surveys.themes.text_model.network.weights import Floats, Weights

_OPSET, _FORMAT = 17, 8
_NORM_EPSILON = 1e-12
_NOWHERE = -1e9
# Small, and not worth their rounding.
_WHOLE = ["make_details_inner", "make_details_outer"]


class _Graph:
    """Collects nodes and the numbers they use; every node is named by what it makes."""

    def __init__(self) -> None:
        self.nodes: list[NodeProto] = []
        self.numbers: dict[str, TensorProto] = {}
        self.reaches: dict[str, str] = {}

    def add(self, kind: str, inputs: Sequence[str], name: str = "", **settings: Any) -> str:
        name = name or f"{kind}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], name=f"make_{name}", **settings))
        return name

    def number(self, name: str, value: Floats | Sequence[int]) -> str:
        array = value if isinstance(value, np.ndarray) else np.array(value, np.int64)
        self.numbers[name] = numpy_helper.from_array(np.ascontiguousarray(array), name)
        return name


def network_bytes(weights: Weights, adapter: Adapter | None, *, with_states: bool = False) -> bytes:
    """The graph as a file, its large matrices in 8 bit; `with_states` as in `network`."""
    with TemporaryDirectory() as folder, _quietly():
        path = Path(folder) / "network.onnx"
        # Matrices made per text (attention) stay whole: only what is learned is large.
        whole = network(weights, adapter, with_states=with_states)
        quantize_dynamic(whole, path, weight_type=QuantType.QInt8, per_channel=True, nodes_to_exclude=_WHOLE)
        return path.read_bytes()


@contextmanager
def _quietly() -> Iterator[None]:
    """The converter tells the root logger about every matrix that it leaves whole."""
    root = logging.getLogger()
    level = root.level
    root.setLevel(logging.ERROR)
    try:
        yield
    finally:
        root.setLevel(level)


def network(
    weights: Weights, adapter: Adapter | None, *, with_reaches: bool = False, with_states: bool = False
) -> ModelProto:
    """The graph with whole numbers. `with_reaches`: it also gives how large each column gets of what goes
    into a matrix, as `LAYER.KIND` (inputs); `with_states`: what details are told from, as `states` (texts,
    pieces, 2 x width).
    """
    graph = _Graph()
    hidden = _normed(graph, weights, "embedded", "emb.ln")
    nowhere = _nowhere(graph)
    middle = hidden
    for layer in range(weights.sizes.layers):
        hidden = _layer(graph, weights, adapter, layer, hidden, nowhere)
        if layer + 1 == weights.sizes.layers // 2:
            middle = hidden
    outputs = [_mean(graph, hidden)]
    if adapter:
        outputs += _readers(graph, adapter, hidden, nowhere)
    # A detail is told from what a piece is, half way up, and from what it is in its comment, at the end.
    states = graph.add("Concat", [middle, hidden], "states", axis=-1)
    if adapter and adapter.finds_details:
        outputs.append(_details(graph, adapter, states))
    if with_states:
        outputs.append((states, ["texts", "pieces", 2 * weights.sizes.width]))
    if with_reaches:
        outputs += [_reach(graph, name, given) for name, given in graph.reaches.items()]
    return _model(graph, weights.sizes.width, outputs)


def _model(graph: _Graph, width: int, outputs: Sequence[tuple[str, list[str | int]]]) -> ModelProto:
    floats = TensorProto.FLOAT
    made = helper.make_graph(
        graph.nodes,
        "reading",
        [
            helper.make_tensor_value_info("embedded", floats, ["texts", "pieces", width]),
            helper.make_tensor_value_info("mask", floats, ["texts", "pieces"]),
        ],
        [helper.make_tensor_value_info(name, floats, shape) for name, shape in outputs],
        list(graph.numbers.values()),
    )
    return helper.make_model(made, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=_FORMAT)


def _nowhere(graph: _Graph) -> str:
    """(texts, 1, 1, pieces): hugely negative where there is no piece, so that nothing attends to it."""
    one = graph.number("one", np.array(1, np.float32))
    absent = graph.add("Sub", [one, "mask"])
    far = graph.add("Mul", [absent, graph.number("far", np.array(_NOWHERE, np.float32))])
    return graph.add("Unsqueeze", [far, graph.number("axes", [1, 2])])


def _layer(
    graph: _Graph, weights: Weights, adapter: Adapter | None, layer: int, hidden: str, nowhere: str
) -> str:
    shares = evening.shares(weights, adapter, layer)

    def even(kind: str, given: str) -> str:
        graph.reaches[f"{layer}.{kind}"] = given
        if kind not in shares:
            return given
        return graph.add("Mul", [given, graph.number(f"l{layer}.{kind}.even", np.reciprocal(shares[kind]))])

    def linear(name: str, kind: str, given: str) -> str:
        matrix = changed(weights, layer, name, adapter).T
        if kind in shares:
            matrix = matrix * shares[kind][:, np.newaxis]
        by = graph.number(f"l{layer}.{name}.w", matrix)
        offset = graph.number(f"l{layer}.{name}.b", weights.floats(f"l{layer}.{name}.b"))
        return graph.add("Add", [graph.add("MatMul", [given, by]), offset])

    into = even("hidden", hidden)
    query, key, value = (linear(name, "hidden", into) for name in "qkv")
    seen = even("seen", _attention(graph, weights, query, key, value, nowhere))
    hidden = _normed(graph, weights, graph.add("Add", [hidden, linear("ao", "seen", seen)]), f"l{layer}.aln")
    inner = even("inner", _gelu(graph, linear("fi", "between", even("between", hidden))))
    hidden = graph.add("Add", [hidden, linear("fo", "inner", inner)])
    return _normed(graph, weights, hidden, f"l{layer}.oln")


def _attention(graph: _Graph, weights: Weights, query: str, key: str, value: str, nowhere: str) -> str:
    sizes = weights.sizes
    part = sizes.width // sizes.heads
    apart = graph.number("heads_apart", [0, 0, sizes.heads, part])
    scale = graph.number("scale", np.array(part**-0.5, np.float32))
    query, key, value = (graph.add("Reshape", [given, apart]) for given in (query, key, value))
    query = graph.add("Transpose", [query], perm=[0, 2, 1, 3])
    key = graph.add("Transpose", [key], perm=[0, 2, 3, 1])
    value = graph.add("Transpose", [value], perm=[0, 2, 1, 3])
    scores = graph.add("Mul", [graph.add("MatMul", [query, key]), scale])
    looks = graph.add("Softmax", [graph.add("Add", [scores, nowhere])], axis=-1)
    seen = graph.add("Transpose", [graph.add("MatMul", [looks, value])], perm=[0, 2, 1, 3])
    return graph.add("Reshape", [seen, graph.number("heads_together", [0, 0, sizes.width])])


def _gelu(graph: _Graph, given: str) -> str:
    root = graph.number("root_two", np.array(2**0.5, np.float32))
    half = graph.number("half", np.array(0.5, np.float32))
    curve = graph.add("Add", [graph.add("Erf", [graph.add("Div", [given, root])]), "one"])
    return graph.add("Mul", [graph.add("Mul", [given, curve]), half])


def _normed(graph: _Graph, weights: Weights, given: str, name: str) -> str:
    gain = graph.number(f"{name}.w", weights.floats(f"{name}.w"))
    shift = graph.number(f"{name}.b", weights.floats(f"{name}.b"))
    return graph.add("LayerNormalization", [given, gain, shift], epsilon=_NORM_EPSILON)


def _reach(graph: _Graph, name: str, given: str) -> tuple[str, list[str | int]]:
    graph.add("ReduceMax", [graph.add("Abs", [given])], name, axes=[0, 1], keepdims=0)
    return name, ["inputs"]


def _mean(graph: _Graph, hidden: str) -> tuple[str, list[str | int]]:
    last = graph.number("last", [-1])
    present = graph.add("Unsqueeze", ["mask", last])
    total = graph.add(
        "ReduceSum", [graph.add("Mul", [hidden, present]), graph.number("along", [1])], keepdims=0
    )
    count = graph.add("ReduceSum", ["mask", last], keepdims=1)
    return graph.add("Div", [total, count], "mean"), ["texts", "width"]


def _readers(graph: _Graph, adapter: Adapter, hidden: str, nowhere: str) -> list[tuple[str, list[str | int]]]:
    labels = len(adapter.labels)
    # Readers' own matrices are small; as part of Einsum they also stay out of the 8-bit conversion.
    look = graph.number("look", adapter.look * adapter.look.shape[-1] ** -0.5)
    scores = graph.add("Einsum", [hidden, look], equation="npw,lw->nlp")
    nowhere = graph.add("Squeeze", [nowhere, graph.number("second", [1])])
    graph.add("Softmax", [graph.add("Add", [scores, nowhere])], "attention", axis=-1)
    found = graph.add("Einsum", ["attention", hidden], equation="nlp,npw->nlw")
    marks = graph.add("Einsum", [found, graph.number("weigh", adapter.weigh)], equation="nlw,lmw->nlm")
    graph.add("Add", [marks, graph.number("offset", adapter.offset)], "marks")
    return [("marks", ["texts", labels, len(MARKS)]), ("attention", ["texts", labels, "pieces"])]


def _details(graph: _Graph, adapter: Adapter, states: str) -> tuple[str, list[str | int]]:
    def step(name: str, given: str) -> str:
        by = graph.number(f"details.{name}", adapter.details(name).T)
        offset = graph.number(f"details.{name}.offset", adapter.details(f"{name}_offset"))
        return graph.add("Add", [graph.add("MatMul", [given, by], f"details_{name}"), offset])

    odds = step("outer", graph.add("Relu", [step("inner", states)]))
    return graph.add("Softmax", [odds], "details", axis=-1), ["texts", "pieces", "kinds"]
