"""The themes of one text as somebody decides about them."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from surveys.themes.models import ThemeDecision
from surveys.themes.queries.codes import suggestions_of, title_of


@dataclass(frozen=True)
class ThemeRow:
    """One theme to decide about: `sentiment` is the decision or else the suggestion, empty for "not this".

    `evidence`: where in her words (start, end) the suggestion comes from; empty for what a person added.
    """

    code: str
    title: str
    sentiment: str
    suggested: bool
    evidence: Sequence[tuple[int, int]] = ()


def theme_rows(free_text_id: UUID) -> list[ThemeRow]:
    """What is suggested for a text, the surest first, then what people added; with decisions, where made."""
    decided = {row.code: row for row in ThemeDecision.objects.filter(free_text_id=free_text_id)}
    rows = [
        ThemeRow(
            code=suggestion.code,
            title=title_of(suggestion.code),
            sentiment=decided[suggestion.code].sentiment
            if suggestion.code in decided
            else suggestion.sentiment,
            suggested=True,
            evidence=[(start, end) for start, end in suggestion.evidence],
        )
        for suggestion in suggestions_of(free_text_id)
    ]
    known = {row.code for row in rows}
    return rows + [
        ThemeRow(code, title_of(code), decision.sentiment, suggested=False)
        for code, decision in sorted(decided.items())
        if code not in known
    ]
