"""Every pair of our colours that stands together can be read: 4.5 to 1 for words, 3 to 1 for shapes."""

import re
from pathlib import Path

import pytest

SETTINGS = Path(__file__).parents[2] / "frontend" / "scss" / "_settings.scss"
COLOURS = dict(re.findall(r"^\$([\w-]+): (#[0-9a-f]{6});", SETTINGS.read_text(), re.MULTILINE)) | {
    "white": "#ffffff",
    "header-teal": "#7fd1c7",
}
GROUNDS = ("white", "sand", "sand-pale", "teal-pale", "amber-pale", "red-pale", "plum-pale")


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("words", ["ink", "ink-soft", "plum", "plum-link", "plum-deep"])
def test_words_can_be_read_on_every_ground(words: str, ground: str) -> None:
    assert contrast(words, ground) >= 4.5


@pytest.mark.parametrize(
    ("words", "ground"),
    [
        ("white", "plum"),
        ("white", "plum-deep"),
        ("white", "teal"),
        ("white", "red"),
        ("teal-deep", "sand"),
        ("teal-deep", "teal-pale"),
        ("amber-deep", "amber-pale"),
        ("ink", "amber"),
        ("red", "white"),
        ("red", "sand-pale"),
        ("red", "red-pale"),
    ],
)
def test_meaning_can_be_read_on_its_ground(words: str, ground: str) -> None:
    assert contrast(words, ground) >= 4.5


@pytest.mark.parametrize(
    ("shape", "ground"),
    [
        ("teal", "sand"),
        ("teal", "white"),
        ("header-teal", "plum"),
        ("header-teal", "plum-deep"),
        ("red", "white"),
    ],
)
def test_shapes_can_be_seen(shape: str, ground: str) -> None:
    assert contrast(shape, ground) >= 3


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio of two named colours."""
    lighter, darker = sorted((luminance(COLOURS[one]), luminance(COLOURS[other])), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """WCAG 2 relative luminance of "#rrggbb"."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
