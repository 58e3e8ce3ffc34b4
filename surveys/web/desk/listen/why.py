"""Why this theme? The words that weighed most, in the text with details hidden, and what the theme means."""

from collections.abc import Iterable
from dataclasses import dataclass

from surveys.core import clock
from surveys.moderation import queries as moderation
from surveys.moderation.queries import Part, ToCheck
from surveys.people.queries import User
from surveys.themes.codeframe import Code
from surveys.themes.queries import Codeframe, ThemeRow


@dataclass(frozen=True)
class Reason:
    """One theme: its meaning, and the text with what weighed most (none, where a person added it)."""

    theme: Code
    parts: list[Part]


def reasons(item: ToCheck, rows: Iterable[ThemeRow], frame: Codeframe, *, by: User) -> list[Reason]:
    """One for each theme of the list that is asked about."""
    now = clock.now()
    return [
        Reason(
            frame.code(row.code),
            moderation.with_evidence(item, row.evidence, by=by, now=now) if row.evidence else [],
        )
        for row in rows
        if frame.has(row.code)
    ]
