"""Seed phrases for each theme, found clause by clause. No training, no randomness.

The first model; now the plain words beside what the network reads in short comments, and all that is known
of feelings where no network runs.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import prod

from surveys.moderation.words.phrases import Hit, longest
from surveys.themes.text_model import seeds
from surveys.themes.text_model.interface import Comment, Sentiment, ThemeSuggestion
from surveys.themes.text_model.reading import ReadClause, clauses_of, feeling_about
from surveys.themes.text_model.seeds import Seed
from surveys.themes.text_model.sentiment import Feeling

THRESHOLD = 0.5
_EVIDENCE_SPANS = 3
_STAGE_FITS, _STAGE_DIFFERS = 1.1, 0.9
_BALANCED = 0.5
# A clause that is clearly for or against counts as that much, however strong its words.
_CLEAR = 0.6
_PLACELESS_STAGES = frozenset({None, "general"})


@dataclass(frozen=True, slots=True)
class _Clue:
    """A seed phrase in a comment: which clause it stands in, where, and how she feels about it."""

    clause: int
    span: tuple[int, int]
    weight: float
    feeling: Feeling


@dataclass(frozen=True, slots=True)
class PlainWords:
    """How a comment feels about each theme whose seed phrases stand in it, and about `everything`."""

    feelings: Mapping[str, Sentiment]
    everything: Sentiment


def plain_words(comment: Comment) -> PlainWords:
    """The seed phrases of a comment, read once."""
    clauses = clauses_of(comment.text, language=comment.language or "en")
    clues = _clues_by_code(clauses)
    whole = [_Clue(place, (0, 0), 1.0, clause.feeling) for place, clause in enumerate(clauses)]
    return PlainWords(
        {code: _sentiment(found) for code, found in clues.items()},
        _sentiment(whole),
    )


def suggestions(comment: Comment) -> tuple[ThemeSuggestion, ...]:
    """Themes at or above `THRESHOLD`, best first."""
    clues = _clues_by_code(clauses_of(comment.text, language=comment.language or "en"))
    found = (_suggestion(code, those, comment.stage) for code, those in clues.items())
    kept = [suggestion for suggestion in found if suggestion.score >= THRESHOLD]
    return tuple(sorted(kept, key=lambda suggestion: (-suggestion.score, suggestion.code)))


def _clues_by_code(clauses: list[ReadClause]) -> dict[str, list[_Clue]]:
    clues: defaultdict[str, list[_Clue]] = defaultdict(list)
    for index, clause in enumerate(clauses):
        for hit in _separate_hits(clause):
            tokens = clause.clause.tokens
            span = (tokens[hit.first].start, tokens[hit.after - 1].end)
            clues[hit.meaning.code].append(
                _Clue(index, span, hit.meaning.weight, feeling_about(clauses, index, hit))
            )
    return clues


def _separate_hits(clause: ReadClause) -> Iterable[Hit[Seed]]:
    """Hits of each theme that do not overlap, so that no word counts twice for the same theme."""
    by_code: defaultdict[str, list[Hit[Seed]]] = defaultdict(list)
    for hit in clause.hits:
        by_code[hit.meaning.code].append(hit)
    return [hit for hits in by_code.values() for hit in longest(sorted(hits, key=_weightiest_first))]


def _weightiest_first(hit: Hit[Seed]) -> float:
    return -hit.meaning.weight


def _suggestion(code: str, clues: Sequence[_Clue], stage: str | None) -> ThemeSuggestion:
    evidence = sorted(clues, key=lambda clue: -clue.weight)[:_EVIDENCE_SPANS]
    return ThemeSuggestion(
        code=code,
        score=_score(code, clues, stage),
        sentiment=_sentiment(clues),
        evidence=tuple(clue.span for clue in evidence),
    )


def _score(code: str, clues: Iterable[_Clue], stage: str | None) -> float:
    """Noisy-or: the chance that at least one clue is right, were each right with its weight, on its own."""
    factor = _stage_factor(code, stage)
    return round(1 - prod(1 - min(0.95, clue.weight * factor) for clue in clues), 3)


def _stage_factor(code: str, stage: str | None) -> float:
    usual = seeds.stages().get(code)
    if usual is None or stage in _PLACELESS_STAGES:
        return 1.0
    return _STAGE_FITS if stage in usual else _STAGE_DIFFERS


def _sentiment(clues: Sequence[_Clue]) -> Sentiment:
    feelings: defaultdict[int, Feeling] = defaultdict(Feeling)
    for clue in clues:
        feelings[clue.clause] += clue.feeling.scaled(clue.weight)
    balances = [
        max(-_CLEAR, min(_CLEAR, feeling.praise - feeling.criticism)) for feeling in feelings.values()
    ]
    praise = sum(balance for balance in balances if balance > 0)
    criticism = -sum(balance for balance in balances if balance < 0)
    if not praise and not criticism:
        return "neutral"
    if min(praise, criticism) > _BALANCED * max(praise, criticism):
        return "mixed"
    return "positive" if praise > criticism else "negative"
