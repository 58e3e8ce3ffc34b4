"""Meanings as bytes: small enough to keep one with each text, and to compare twenty thousand in a moment.

A meaning is 384 numbers from -127 to 127, one byte each. Before they are made so small, what all comments
have in common (`centre.json`, the mean of the corpus) is taken away: to the base network all texts mean
nearly the same, and only the rest of it tells them apart.
"""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_LARGEST = 127
_CENTRE = Path(__file__).parent / "centre.json"


def packed(meanings: NDArray[np.float32]) -> list[bytes]:
    """(texts, width) as bytes; empty ones where the width is 0, for there is no network."""
    if not meanings.shape[1]:
        return [b""] * len(meanings)
    own = _unit(meanings) - _centre()
    largest = np.abs(own).max(axis=1, keepdims=True)
    return [row.tobytes() for row in np.rint(own / largest * _LARGEST).astype(np.int8)]


def closeness(question: bytes, texts: Sequence[bytes]) -> NDArray[np.float32]:
    """How close each text is to the question: 1 for the same meaning, about 0 for any two comments."""
    if not texts:
        return np.zeros(0, np.float32)
    width = len(question)
    numbers = np.frombuffer(b"".join(texts), np.int8).reshape(-1, width).astype(np.float32)
    asked = np.frombuffer(question, np.int8).astype(np.float32)
    lengths = np.sqrt(np.einsum("tw,tw->t", numbers, numbers)) * np.linalg.norm(asked)
    return np.asarray(numbers @ asked / np.maximum(lengths, 1), np.float32)


def _unit(meanings: NDArray[np.float32]) -> NDArray[np.float32]:
    lengths = np.linalg.norm(meanings, axis=1, keepdims=True)
    return np.asarray(meanings / np.maximum(lengths, 1e-9), np.float32)


@cache
def _centre() -> NDArray[np.float32]:
    return np.array(json.loads(_CENTRE.read_text())["mean"], np.float32)
