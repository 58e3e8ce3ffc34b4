"""What a model is given, and what it suggests in the codes of a partnership's own list.

Worker only, as it is.
"""

from collections.abc import Sequence
from dataclasses import replace

from surveys.moderation.services import WordsToAnalyse
from surveys.themes.codeframe import Codeframe
from surveys.themes.text_model.interface import Comment, ThemeSuggestion


def comment_of(text: WordsToAnalyse) -> Comment:
    """A text as a model reads it."""
    return Comment(
        str(text.free_text_id),
        text.words,
        stage=text.stage,
        language=text.language,
        sounds_dangerous=text.sounds_dangerous,
    )


def in_list(themes: Sequence[ThemeSuggestion], frame: Codeframe) -> list[ThemeSuggestion]:
    """The suggestions that the list has a code for, best first.

    Codes that were merged become one, as sure as the surest of them. What was split or retired is not
    suggested any more: no model knows which of the new codes it would be until people have decided.
    """
    found: dict[str, ThemeSuggestion] = {}
    for theme in themes:
        code = frame.reads(theme.code)
        if not frame.has(code):
            continue
        earlier = found.get(code)
        found[code] = _joined(earlier, theme) if earlier else replace(theme, code=code)
    return sorted(found.values(), key=lambda theme: (-theme.score, theme.code))


def _joined(first: ThemeSuggestion, second: ThemeSuggestion) -> ThemeSuggestion:
    return replace(
        first,
        score=max(first.score, second.score),
        sentiment=first.sentiment if first.sentiment == second.sentiment else "mixed",
        evidence=(*first.evidence, *second.evidence),
    )
