"""Teaches the shipped reader from the corpus: themes, sentiment and danger at once. Takes an hour or more."""

from collections.abc import Iterable, Sequence

import numpy as np

from surveys.themes.text_model import corpus
from surveys.themes.text_model.corpus import DangerLine, Labelled
from surveys.themes.text_model.fine_tuning import fitting
from surveys.themes.text_model.fine_tuning.fitting import Course
from surveys.themes.text_model.fine_tuning.joining import Example
from surveys.themes.text_model.network.adapter import MARKS, Adapter
from surveys.themes.text_model.network.weights import Floats, Weights
from surveys.themes.text_model.reading_model import CRITICISM, PRAISE, PRESENT

LEVELS = ("R1", "R2", "R3", "R4")
Row = Labelled | DangerLine
# Thresholds of their own gained themes nothing with unread authors. Danger was weighed on even test lines:
# where five of six are seen, and one harmless line in twenty is taken for danger.
THEME, DANGER = 0.35, 0.45
COURSE = Course()
# Only labels that are there have a feeling: few, so each counts more.
_FEELING = 2.0
_NEVER = 1.01


def teach(weights: Weights, codes: Sequence[str], *, version: str) -> Adapter:
    """From all of the corpus that is not held out."""
    rows: list[Row] = [*corpus.to_learn_from(corpus.comments()), *corpus.to_learn_from(corpus.danger_lines())]
    labels = (*codes, *LEVELS)
    taught = fitting.fit(examples(rows, labels), labels, weights=weights, version=version, course=COURSE)
    return taught.with_limits(limits(labels))


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
