"""Seed phrases for each theme, found clause by clause. No training, no randomness.

The first model; now the plain words beside what the network reads in short comments, and all that is known
of feelings where no network runs.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from surveys.moderation.words.phrases import Hit, longest
from surveys.themes.text_model.interface import Comment, Sentiment
from surveys.themes.text_model.reading import ReadClause, clauses_of, feeling_about
from surveys.themes.text_model.seeds import Seed
from surveys.themes.text_model.sentiment import Feeling

_BALANCED = 0.5
# A clause that is clearly for or against counts as that much, however strong its words.
_CLEAR = 0.6


@dataclass(frozen=True, slots=True)
class _Clue:
    """A seed phrase in a comment: which clause it stands in, and how she feels about it."""

    clause: int
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
    whole = [_Clue(place, 1.0, clause.feeling) for place, clause in enumerate(clauses)]
    return PlainWords(
        {code: _sentiment(found) for code, found in clues.items()},
        _sentiment(whole),
    )


def _clues_by_code(clauses: list[ReadClause]) -> dict[str, list[_Clue]]:
    clues: defaultdict[str, list[_Clue]] = defaultdict(list)
    for index, clause in enumerate(clauses):
        for hit in _separate_hits(clause):
            clues[hit.meaning.code].append(
                _Clue(index, hit.meaning.weight, feeling_about(clauses, index, hit))
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
