"""The very words beside the boxes, of every version, in every language in which women have seen them.

A stored consent names its version. Each version is a file in `consent_words/` that never changes: its digest
stands here. What the pages say now has to be what the current files hold (a house test compares), so other
words need a new version: a name and a day here, and a file made by `manage.py keep_consent_words`.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from surveys.core.languages import EASY_READ, ENGLISH
from surveys.responses.models import Channel, Purpose

FOLDER = Path(__file__).parent / "consent_words"
# Easy Read is English with words of its own; a response is kept as English, so the consent says it.
IN_EASY_READ = ", Easy Read"
# Asked by another system, on paper, or by somebody who brought a spreadsheet: the words are not ours.
ELSEWHERE = "asked elsewhere"


@dataclass(frozen=True)
class Version:
    """Words that came into use on a day. `digest` is the SHA-256 of its file."""

    name: str
    since: date
    digest: str
    after_loss: bool = False

    @property
    def file(self) -> Path:
        return FOLDER / f"{self.name.replace(' ', '-')}.json"


@dataclass(frozen=True)
class Box:
    """One box as she saw it: what stood above it, its label, the line under it, and what held anyway."""

    question: str
    how_to_answer: str
    label: str
    hint: str
    anyway: str


# The newest last.
VERSIONS = (
    Version("2026-11", date(2026, 11, 1), "261c8e975fe7645c9ee0402edfabbe4e2cf8128dd3ed317776aec9003ac5cb7d"),
    Version(
        "2026-11 after a loss",
        date(2026, 11, 1),
        "a983905843518775b97deea797fe9c9e0de88783587a52e75fdb0979d81ab7c9",
        after_loss=True,
    ),
    # With Easy Read of its own for what holds anyway and for quoting.
    Version(
        "2026-11-26 after a loss",
        date(2026, 11, 26),
        "1f5ece4e373d622d35a8acb756a8582793ed2d1f48d9641e3d51ddd2154c0076",
        after_loss=True,
    ),
)
BY_NAME = {version.name: version for version in VERSIONS}


def current(*, after_loss: bool) -> Version:
    """The words that the pages show now."""
    return [version for version in VERSIONS if version.after_loss == after_loss][-1]


def shown_now(*, after_loss: bool, easy: bool) -> str:
    """What is kept with a consent to the words that the pages show now."""
    return current(after_loss=after_loss).name + (IN_EASY_READ if easy else "")


def agreed_to(said: str, *, channel: Channel, after_loss: bool) -> str:
    """What is kept with a consent: the words that her page says it showed, where they are some of ours."""
    if channel is not Channel.WEB:
        return ELSEWHERE
    version = BY_NAME.get(said.removesuffix(IN_EASY_READ))
    ours = version is not None and version.after_loss == after_loss
    return said if ours else current(after_loss=after_loss).name


def seen(name: str, purpose: Purpose, *, language: str, partnership: str) -> Box | None:
    """The words to which a consent was given; None where they were asked elsewhere, or she was not asked."""
    version = BY_NAME.get(name.removesuffix(IN_EASY_READ))
    if version is None or purpose not in words_of(version)[ENGLISH.code]["purposes"]:
        return None
    languages = words_of(version)
    easy = name.endswith(IN_EASY_READ)
    said = languages[EASY_READ.code if easy else language if language in languages else ENGLISH.code]
    box = {key: text % {"partnership": partnership} for key, text in said["purposes"][purpose].items()}
    return Box(
        question=box["label"] if easy else said["question"],
        how_to_answer="" if easy else said["hint"],
        label=said["yes"] if easy else box["label"],
        hint=box["hint"],
        anyway=said["anyway"] % {"partnership": partnership},
    )


@cache
def words_of(version: Version) -> dict[str, Any]:
    """What its file holds: by language the question, what held anyway, and label and hint of each purpose."""
    content: dict[str, Any] = json.loads(version.file.read_text(encoding="utf-8"))
    return content


def digest_of(version: Version) -> str:
    """The digest of its file as it is now."""
    return hashlib.sha256(version.file.read_bytes()).hexdigest()
