"""What goes into the text analysis and what comes out; every text model, first or trained, fits here.

All positions are indices into the text as it was given, in Unicode code points.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from surveys.moderation.redaction import Redaction

Sentiment = Literal["positive", "negative", "mixed", "neutral"]
RiskLevel = Literal["R1", "R2", "R3", "R4"]

__all__ = [
    "Analysis",
    "Comment",
    "Read",
    "Redaction",
    "RiskLevel",
    "Sentiment",
    "TextModel",
    "ThemeSuggestion",
]


@dataclass(frozen=True, slots=True)
class Comment:
    """What to read. `stage` as in the product (antenatal, birth, ...), `language` of the page (ISO 639).

    `sounds_dangerous`: the rules see danger in its words, or nobody has asked them. It takes a closer look
    before such a text looks harmless.
    """

    id: str
    text: str
    stage: str | None = None
    language: str | None = None
    sounds_dangerous: bool = True


@dataclass(frozen=True, slots=True)
class ThemeSuggestion:
    """One theme that a comment seems to be about.

    `score` runs from 0 to 1 and is no probability; `evidence` are the spans of the words that weighed most,
    the weightiest first.
    """

    code: str
    score: float
    sentiment: Sentiment
    evidence: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that is suggested about one comment; `language` is the one detected, `themes` are best first."""

    id: str
    language: str
    redactions: tuple[Redaction, ...]
    risk: RiskLevel | None
    themes: tuple[ThemeSuggestion, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """What a model makes of one comment: its `themes`, best first, the `danger` that it sees beside the
    rules (R1 or R2), and `details` to hide that the rules left.

    No danger is no all-clear. Only where it `looks_harmless` is danger all but ruled out; never by a model
    that does not look for danger.
    """

    themes: tuple[ThemeSuggestion, ...] = ()
    danger: RiskLevel | None = None
    looks_harmless: bool = False
    details: tuple[Redaction, ...] = ()


class TextModel(Protocol):
    """Reads comments. `version` names data and method, and is stored with each suggestion."""

    @property
    def version(self) -> str:
        """Changes whenever the same comment could get another answer."""
        ...

    def read(self, comments: Sequence[Comment]) -> list[Read]:
        """One for each comment, in order; themes above the operating threshold."""
        ...
