"""What she had decided stays on the page when she takes it back, so that she changes one thing and not all.

Kept in her session, with positions and codes and no words, until she checks the comment again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from surveys.moderation import queries as moderation
from surveys.moderation.queries import FreeText, Redaction
from surveys.themes import queries as themes
from surveys.themes.queries import ThemeRow
from surveys.web.access import SignedInRequest

KEY = "taken_back"


@dataclass(frozen=True)
class Before:
    """What was hidden, why something was not, and each theme with its sentiment (empty for "not this")."""

    marks: tuple[Redaction, ...]
    why_not: str = ""
    sentiments: dict[str, str] = field(default_factory=dict)

    def rows(self, rows: Sequence[ThemeRow], titles: Mapping[str, str]) -> list[ThemeRow]:
        """The suggested themes as she had decided about them, then those that she had added."""
        known = {row.code for row in rows}
        added = [code for code in sorted(self.sentiments) if code in titles and code not in known]
        return [
            *(replace(row, sentiment=self.sentiments.get(row.code, "")) for row in rows),
            *(ThemeRow(code, titles[code], self.sentiments[code], suggested=False) for code in added),
        ]


def remember(request: SignedInRequest, text: FreeText) -> None:
    """Keep what was decided about a text that is about to be taken back."""
    clearance = moderation.outcomes([text.pk]).get(text.pk)
    if clearance is None or clearance.outcome != "cleared":
        return
    left = [one for one in moderation.unhidden_in(text.pk) if not one.was_hidden]
    request.session[KEY] = {
        "text": str(text.pk),
        "marks": clearance.redactions,
        "why_not": left[0].reason if left else "",
        "themes": {row.code: row.sentiment for row in themes.theme_rows(text.pk)},
    }


def before(request: SignedInRequest, text: FreeText) -> Before | None:
    """What she had decided about a text; None where she has taken nothing back."""
    kept: dict[str, Any] = request.session.get(KEY, {})
    if kept.get("text") != str(text.pk):
        return None
    return Before(moderation.read_marks(kept["marks"]), kept["why_not"], kept["themes"])


def forget(request: SignedInRequest) -> None:
    """It is decided again."""
    request.session.pop(KEY, None)
