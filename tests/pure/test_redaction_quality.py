"""Floors under how well details to hide are found; what was measured is in docs/text-model.md."""

import json
from pathlib import Path

import pytest

from tests.pure import redaction_quality as quality


@pytest.mark.parametrize(
    ("path", "find", "floors"),
    [
        (
            quality.DEVELOPMENT,
            quality.by_rules,
            {
                "names_recall": 0.96,
                "names_precision": 0.95,
                "structured_recall": 0.98,
                "structured_precision": 0.98,
            },
        ),
        (
            quality.AS_WRITTEN,
            quality.by_rules,
            {
                "names_recall": 0.93,
                "names_precision": 0.95,
                "structured_recall": 0.98,
                "structured_precision": 0.98,
            },
        ),
        (
            quality.BY_A_THIRD,
            quality.by_rules,
            {
                "names_recall": 0.94,
                "names_precision": 0.95,
                "structured_recall": 0.98,
                "structured_precision": 0.98,
            },
        ),
        (
            quality.HELD_OUT,
            quality.by_rules,
            {
                "names_recall": 0.9,
                "names_precision": 0.95,
                "structured_recall": 0.98,
                "structured_precision": 0.96,
            },
        ),
        (
            quality.STRANGERS,
            quality.by_rules,
            {
                "names_recall": 0.87,
                "names_precision": 0.85,
                "structured_recall": 0.89,
                "structured_precision": 0.95,
            },
        ),
        (
            quality.UNREAD,
            quality.by_rules,
            {
                "names_recall": 0.9,
                "names_precision": 0.94,
                "structured_recall": 0.95,
                "structured_precision": 0.98,
            },
        ),
        (
            quality.UNREAD,
            quality.by_all,
            {
                "names_recall": 0.97,
                "names_precision": 0.88,
                "structured_recall": 0.98,
                "structured_precision": 0.94,
            },
        ),
    ],
)
def test_details_are_found_as_often_as_the_documents_say(
    path: Path, find: quality.Find, floors: dict[str, float]
) -> None:
    measured = quality.measure(path, find)
    below = {name: measured[name] for name, floor in floors.items() if measured[name] < floor}
    assert not below


def test_ordinary_comments_are_left_almost_whole() -> None:
    lines = (quality.DATA / "risk_en.jsonl").read_text(encoding="utf-8").splitlines()
    assert quality.wrong_per_thousand_words(json.loads(line)["text"] for line in lines) < 0.5


def test_every_mark_of_the_comments_lies_in_its_text() -> None:
    for path in (
        quality.DEVELOPMENT,
        quality.AS_WRITTEN,
        quality.BY_A_THIRD,
        quality.HELD_OUT,
        quality.STRANGERS,
        quality.UNREAD,
    ):
        for comment in quality.marked(path):
            assert all(0 <= mark.start < mark.end <= len(comment.text) for mark in comment.wanted), comment.id
