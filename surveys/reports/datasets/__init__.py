"""Frozen datasets: what a report says, with small numbers hidden, and the digest that proves it unchanged."""

from surveys.reports.datasets.canonical import canonical, digest
from surveys.reports.datasets.compiling import compile_dataset, gives_away
from surveys.reports.datasets.shape import Dataset

__all__ = ["Dataset", "canonical", "compile_dataset", "digest", "gives_away"]
