"""What was learned on top of the base network: small changes to its layers, and one reader for each label.

A layer's change is kept as two thin matrices whose product is added to its weights (low-rank adaptation). A
reader looks for its label among a text's pieces and gives `MARKS` for it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from io import BytesIO

import numpy as np

from surveys.themes.text_model.network.weights import Floats, Weights

MARKS = ("present", "praise", "criticism")
_LABELS, _VERSION = "labels", "version"
REACH = "reach."
_DETAILS = "details."


@dataclass(frozen=True, slots=True)
class Adapter:
    """`labels` in the order of the readers. `arrays` by name: the readers', and for each kind of matrix
    `NAME.in` (layers, rank, inputs) and `NAME.out` (layers, outputs, rank)."""

    version: str
    labels: tuple[str, ...]
    arrays: Mapping[str, Floats]

    @property
    def look(self) -> Floats:
        """What each reader looks for: (labels, width)."""
        return self.arrays["readers.look"]

    @property
    def weigh(self) -> Floats:
        """How each reader weighs what it found: (labels, marks, width)."""
        return self.arrays["readers.weigh"]

    @property
    def offset(self) -> Floats:
        """What each mark is without any words: (labels, marks)."""
        return self.arrays["readers.offset"]

    @property
    def limits(self) -> Floats:
        """From which chance on each label is suggested: (labels,)."""
        return self.arrays["limits"]

    def with_limits(self, limits: Floats) -> "Adapter":
        """The same, suggesting from other chances on."""
        return replace(self, arrays={**self.arrays, "limits": limits})

    @property
    def has_reaches(self) -> bool:
        """Whether it was measured how large the numbers get that go into its matrices."""
        return any(name.startswith(REACH) for name in self.arrays)

    def reach(self, layer: int, kind: str) -> Floats:
        """How large each column gets of what goes into a layer's matrices: (inputs,)."""
        values: Floats = self.arrays[f"{REACH}{kind}"][layer]
        return values

    def with_reaches(self, reaches: Mapping[str, Floats]) -> "Adapter":
        """The same, with what `reach` says: by kind (layers, inputs)."""
        return replace(self, arrays={**self.arrays, **{f"{REACH}{kind}": it for kind, it in reaches.items()}})

    @property
    def finds_details(self) -> bool:
        """Whether it was taught to tell details to hide."""
        return any(name.startswith(_DETAILS) for name in self.arrays)

    def details(self, name: str) -> Floats:
        """How details are told from a piece's states, in two steps: `inner` (units, 2 x width) and `outer`
        (kinds + 1, units), each with its `..._offset`. The first kind is "none".
        """
        values: Floats = self.arrays[_DETAILS + name]
        return values

    def with_details(self, arrays: Mapping[str, Floats]) -> "Adapter":
        """The same, telling details by what `details` says."""
        return replace(self, arrays={**self.arrays, **{_DETAILS + name: it for name, it in arrays.items()}})

    def change(self, layer: int, name: str) -> Floats:
        """What is added to a layer's matrix: (outputs, inputs)."""
        product: Floats = self.arrays[f"{name}.out"][layer] @ self.arrays[f"{name}.in"][layer]
        return product

    def to_bytes(self) -> bytes:
        """As a file, at half precision: what was learned needs no more."""
        file = BytesIO()
        halves = {name: array.astype(np.float16) for name, array in self.arrays.items()}
        named = {_VERSION: np.array(self.version), _LABELS: np.array(self.labels)}
        np.savez_compressed(file, allow_pickle=False, **named, **halves)
        return file.getvalue()

    @classmethod
    def from_bytes(cls, data: bytes) -> "Adapter":
        """What `to_bytes` wrote. Nothing in the file can run (no pickles)."""
        with np.load(BytesIO(data), allow_pickle=False) as file:
            arrays = {
                name: file[name].astype(np.float32) for name in file.files if name not in (_VERSION, _LABELS)
            }
            return cls(str(file[_VERSION]), tuple(map(str, file[_LABELS])), arrays)


def averaged(adapters: Sequence[Adapter]) -> Adapter:
    """What lies in the middle of several that were taught the same labels from the same base.

    Their changes are averaged, not their thin matrices, which would mean nothing: these stand side by side.
    """
    first, many = adapters[0], len(adapters)
    arrays: dict[str, Floats] = {}
    for name in first.arrays:
        all_of_them = [adapter.arrays[name] for adapter in adapters]
        if not _is_thin(name):
            arrays[name] = np.mean(all_of_them, axis=0)
        else:
            share = np.float32(many if name.endswith(".out") else 1)
            arrays[name] = _side_by_side(name, all_of_them) / share
    return replace(first, arrays=arrays)


def upon(beneath: Adapter, adapter: Adapter) -> Adapter:
    """What `adapter` learned, with the changes to the layers on which it was taught."""
    thin = filter(_is_thin, adapter.arrays)
    both = {name: _side_by_side(name, [beneath.arrays[name], adapter.arrays[name]]) for name in thin}
    return replace(adapter, arrays={**adapter.arrays, **both})


def _is_thin(name: str) -> bool:
    return name.endswith((".in", ".out"))


def _side_by_side(name: str, arrays: Sequence[Floats]) -> Floats:
    return np.concatenate(arrays, axis=1 if name.endswith(".in") else 2)


def changed(weights: Weights, layer: int, name: str, adapter: Adapter | None) -> Floats:
    """A layer's matrix with what was learned added."""
    base = weights.matrix(f"l{layer}.{name}.w")
    return base + adapter.change(layer, name) if adapter else base
