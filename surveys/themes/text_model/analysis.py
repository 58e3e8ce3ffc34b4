"""The whole analysis, the same for worker and command: language, redaction, risk, themes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from surveys.moderation import language as languages
from surveys.moderation import redaction, risk
from surveys.themes.text_model.interface import Analysis, Comment, RiskLevel, TextModel, ThemeSuggestion

BATCH = 64


def analyse(comments: Iterable[Comment], *, model: TextModel) -> Iterator[Analysis]:
    """One analysis for each comment, in order. Read in batches of `BATCH`, so memory stays level."""
    remaining = iter(comments)
    while batch := list(islice(remaining, BATCH)):
        yield from _analyse_batch(batch, model)


def _analyse_batch(batch: Sequence[Comment], model: TextModel) -> Iterator[Analysis]:
    known = [_with_language(comment) for comment in batch]
    for comment, themes in zip(known, model.suggest_themes(known), strict=True):
        yield _analysis(comment, themes)


def _with_language(comment: Comment) -> Comment:
    return replace(comment, language=languages.detect(comment.text, page_language=comment.language))


def _analysis(comment: Comment, themes: tuple[ThemeSuggestion, ...]) -> Analysis:
    language = comment.language or languages.DEFAULT
    return Analysis(
        id=comment.id,
        language=language,
        redactions=tuple(redaction.suggest(comment.text, language=language)),
        risk=_risk_level(comment.text, language),
        themes=themes,
    )


def _risk_level(text: str, language: str) -> RiskLevel | None:
    found = risk.assess(text, language=language)
    return found.level if found else None
