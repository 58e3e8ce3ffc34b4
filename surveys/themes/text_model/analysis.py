"""The whole analysis, the same for worker and command: language, redaction, risk, themes."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from itertools import islice

from surveys.moderation import language as languages
from surveys.moderation import parts, redaction, risk
from surveys.moderation.redaction import Redaction
from surveys.themes.text_model.interface import Analysis, Comment, Read, RiskLevel, TextModel

# So many comments are read ahead of the one that is asked for.
AHEAD = 64
# While one group waits for the network, which leaves the interpreter alone, the rules read another.
_AT_ONCE, _GROUP = 2, 8


def analyse(comments: Iterable[Comment], *, model: TextModel) -> Iterator[Analysis]:
    """One analysis for each comment, in order. At most `AHEAD` are taken ahead, so memory stays level."""
    remaining = iter(comments)
    reading: deque[Future[list[Analysis]]] = deque()
    with ThreadPoolExecutor(_AT_ONCE) as readers:
        while True:
            while len(reading) < AHEAD // _GROUP and (group := list(islice(remaining, _GROUP))):
                reading.append(readers.submit(_analyse_group, group, model=model))
            if not reading:
                return
            yield from reading.popleft().result()


def _analyse_group(group: Sequence[Comment], *, model: TextModel) -> list[Analysis]:
    known = [_with_language(comment) for comment in group]
    marks = [_redactions(comment) for comment in known]
    # As in the worker: the model never reads a name, and every other character keeps its place.
    masked = [replace(one, text=parts.masked(one.text, hide)) for one, hide in zip(known, marks, strict=True)]
    reads = model.read(masked)
    return [_analysis(*each) for each in zip(known, marks, reads, strict=True)]


def _with_language(comment: Comment) -> Comment:
    return replace(comment, language=languages.detect(comment.text, page_language=comment.language))


def _redactions(comment: Comment) -> tuple[Redaction, ...]:
    return tuple(redaction.suggest(comment.text, language=comment.language or languages.DEFAULT))


def _analysis(comment: Comment, redactions: tuple[Redaction, ...], read: Read) -> Analysis:
    language = comment.language or languages.DEFAULT
    return Analysis(
        id=comment.id,
        language=language,
        redactions=tuple(redaction.together(comment.text, [*redactions, *read.details])),
        risk=_risk(comment.text, language, read),
        themes=read.themes,
    )


def _risk(text: str, language: str, read: Read) -> RiskLevel | None:
    """The more urgent of what rules and network see; as `moderation.second_look` settles it in the worker."""
    found = risk.assess(text, language=language, doubted=read.looks_harmless)
    return min((level for level in (found and found.level, read.danger) if level), default=None)
