"""Teaches the shipped reader from the corpus: themes, sentiment and danger at once. Takes hours."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from surveys.themes.text_model import corpus
from surveys.themes.text_model.corpus import DangerLine, Labelled
from surveys.themes.text_model.fine_tuning import fitting
from surveys.themes.text_model.fine_tuning.fitting import Course
from surveys.themes.text_model.fine_tuning.joining import Example
from surveys.themes.text_model.network.adapter import MARKS, Adapter, averaged
from surveys.themes.text_model.network.session import reaches
from surveys.themes.text_model.network.weights import Floats, Weights
from surveys.themes.text_model.reading_model import CRITICISM, PRAISE, PRESENT

LEVELS = ("R1", "R2", "R3", "R4")
Row = Labelled | DangerLine
# Thresholds of their own gained themes nothing with unread authors. Danger was weighed on even test lines and
# on real ordinary answers: where rules and network together take one in a hundred of those for danger.
THEME, DANGER = 0.45, 0.52
COURSE = Course()
_SEEDS = (2026, 2028)
# On how many comments it is measured how large the network's numbers get.
_MEASURED = 300
# Only labels that are there have a feeling: few, so each counts more.
_FEELING = 2.0
_NEVER = 1.01


def teach(weights: Weights, codes: Sequence[str], *, version: str) -> Adapter:
    """From all of the corpus that is not held out: the middle of two courses that began differently."""
    rows: list[Row] = [*corpus.to_learn_from(corpus.comments()), *corpus.to_learn_from(corpus.danger_lines())]
    labels = (*codes, *LEVELS)
    given = examples(rows, labels)
    courses = [
        fitting.fit(given, labels, weights=weights, version=version, course=replace(COURSE, seed=seed))
        for seed in _SEEDS
    ]
    return finished(averaged(courses), weights)


def finished(taught: Adapter, weights: Weights) -> Adapter:
    """With its limits, and with what its 8-bit form needs to know."""
    comments = [*corpus.to_learn_from(corpus.comments())]
    drawn = np.random.default_rng(_SEEDS[0]).permutation(len(comments))[:_MEASURED]
    measured = reaches(weights, taught, [comments[place].text for place in drawn])
    return taught.with_limits(limits(taught.labels)).with_reaches(measured)


def limits(labels: Sequence[str]) -> Floats:
    """From which chance each label is suggested: one for all themes, one for danger.

    R3 and R4 are the rules'.
    """
    known = {"R1": DANGER, "R2": DANGER, "R3": _NEVER, "R4": _NEVER}
    return np.array([known.get(label, THEME) for label in labels], np.float32)


def examples(rows: Iterable[Row], labels: Sequence[str]) -> list[Example]:
    """What the network is to say of each row; where the readers differ, something between."""
    return [_of_comment(row, labels) if isinstance(row, Labelled) else _of_line(row, labels) for row in rows]


def _of_comment(row: Labelled, labels: Sequence[str]) -> Example:
    wanted = np.zeros((len(labels), len(MARKS)), np.float32)
    weight = np.zeros_like(wanted)
    weight[:, PRESENT] = 1
    share = 1 / len(row.readings)
    for reading in row.readings:
        for code, sentiment in reading.themes.items():
            place = labels.index(code)
            wanted[place, PRESENT] += share
            weight[place, [PRAISE, CRITICISM]] += _FEELING * share
            wanted[place, PRAISE] += share * (sentiment in ("positive", "mixed"))
            wanted[place, CRITICISM] += share * (sentiment in ("negative", "mixed"))
        if reading.risk:
            wanted[labels.index(reading.risk), PRESENT] += share
    # Of those who gave the code, how many felt so.
    wanted[:, [PRAISE, CRITICISM]] /= wanted[:, [PRESENT]].clip(min=share)
    return Example(row.text, row.stage, wanted, weight, row.language)


def _of_line(row: DangerLine, labels: Sequence[str]) -> Example:
    wanted = np.zeros((len(labels), len(MARKS)), np.float32)
    weight = np.zeros_like(wanted)
    weight[[labels.index(level) for level in LEVELS], PRESENT] = 1
    if row.risk:
        wanted[labels.index(row.risk), PRESENT] = 1
    return Example(row.text, None, wanted, weight)
