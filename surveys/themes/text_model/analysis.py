"""The whole analysis, the same for worker and command: language, redaction, risk, themes."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from itertools import islice

from surveys.moderation import language as languages
from surveys.moderation import parts, redaction, risk
from surveys.moderation.redaction import Redaction
from surveys.moderation.risk import Risk
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
    risks = [risk.assess(comment.text, language=_language(comment)) for comment in known]
    # As in the worker: the model never reads a name, and every other character keeps its place.
    masked = [
        replace(one, text=parts.masked(one.text, hide), sounds_dangerous=_is_danger(found))
        for one, hide, found in zip(known, marks, risks, strict=True)
    ]
    reads = model.read(masked)
    return [_analysis(*each) for each in zip(known, marks, risks, reads, strict=True)]


def _with_language(comment: Comment) -> Comment:
    return replace(comment, language=languages.detect(comment.text, page_language=comment.language))


def _redactions(comment: Comment) -> tuple[Redaction, ...]:
    return tuple(redaction.suggest(comment.text, language=_language(comment)))


def _is_danger(found: Risk | None) -> bool:
    return found is not None and found.level in risk.DANGER


def _language(comment: Comment) -> str:
    return comment.language or languages.DEFAULT


def _analysis(
    comment: Comment, redactions: tuple[Redaction, ...], found: Risk | None, read: Read
) -> Analysis:
    return Analysis(
        id=comment.id,
        language=_language(comment),
        redactions=tuple(redaction.together(comment.text, [*redactions, *read.details])),
        risk=_risk(comment, found, read),
        themes=read.themes,
    )


def _risk(comment: Comment, found: Risk | None, read: Read) -> RiskLevel | None:
    """The more urgent of what rules and network see; as `moderation.second_look` settles it in the worker."""
    if found and read.looks_harmless:
        found = risk.assess(comment.text, language=_language(comment), doubted=True)
    return min((level for level in (found and found.level, read.danger) if level), default=None)
