"""The whole analysis, the same for worker and command: language, redaction, risk, themes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from surveys.moderation import language as languages
from surveys.moderation import parts, redaction, risk
from surveys.moderation.redaction import Redaction
from surveys.themes.text_model.interface import Analysis, Comment, Read, RiskLevel, TextModel, graver

BATCH = 64


def analyse(comments: Iterable[Comment], *, model: TextModel) -> Iterator[Analysis]:
    """One analysis for each comment, in order. Read in batches of `BATCH`, so memory stays level."""
    remaining = iter(comments)
    while batch := list(islice(remaining, BATCH)):
        yield from _analyse_batch(batch, model)


def _analyse_batch(batch: Sequence[Comment], model: TextModel) -> Iterator[Analysis]:
    known = [_with_language(comment) for comment in batch]
    marks = [_redactions(comment) for comment in known]
    # As in the worker: the model never reads a name, and every other character keeps its place.
    masked = [replace(one, text=parts.masked(one.text, hide)) for one, hide in zip(known, marks, strict=True)]
    for comment, hide, read in zip(known, marks, model.read(masked), strict=True):
        yield _analysis(comment, hide, read)


def _with_language(comment: Comment) -> Comment:
    return replace(comment, language=languages.detect(comment.text, page_language=comment.language))


def _redactions(comment: Comment) -> tuple[Redaction, ...]:
    return tuple(redaction.suggest(comment.text, language=comment.language or languages.DEFAULT))


def _analysis(comment: Comment, redactions: tuple[Redaction, ...], read: Read) -> Analysis:
    language = comment.language or languages.DEFAULT
    return Analysis(
        id=comment.id,
        language=language,
        redactions=redactions,
        risk=graver(_by_rules(comment.text, language), read.danger),
        themes=read.themes,
    )


def _by_rules(text: str, language: str) -> RiskLevel | None:
    found = risk.assess(text, language=language)
    return found.level if found else None
