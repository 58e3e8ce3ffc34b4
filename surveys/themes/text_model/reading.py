"""A comment read clause by clause: which seed phrases it holds, and how each clause feels."""

from dataclasses import dataclass

from surveys.moderation.words.clauses import Clause, clauses
from surveys.moderation.words.phrases import Hit
from surveys.themes.text_model import seeds, sentiment
from surveys.themes.text_model.seeds import Seed
from surveys.themes.text_model.sentiment import Feeling, Touch

_NEIGHBOUR = 0.5
_WHOLE_COMMENT = 0.25
_INHERENT = 1.5
_MISSING = 0.6


@dataclass(frozen=True, slots=True)
class ReadClause:
    """A clause with the phrases and the feeling words found in it."""

    clause: Clause
    hits: list[Hit[Seed]]
    touches: list[Touch]

    @property
    def feeling(self) -> Feeling:
        """All praise and criticism in the clause."""
        return sum((sentiment.felt(touch.value) for touch in self.touches), Feeling())


def clauses_of(text: str, *, language: str) -> list[ReadClause]:
    """The clauses of `text` in order, each read once."""
    book = seeds.book(language)
    return [
        ReadClause(clause, book.find(clause.tokens), sentiment.touches(clause.tokens))
        for clause in clauses(text)
    ]


def feeling_about(comment: list[ReadClause], index: int, hit: Hit[Seed]) -> Feeling:
    """How she feels about the phrase: by its meaning and clause, else by the sentence, else by the comment.

    What was not there ("no interpreter") counts as criticism where nothing else in the clause speaks.
    """
    clause = comment[index]
    own = _own_feeling(clause, hit) + sentiment.around(clause.touches, hit.first, hit.after)
    if own.total:
        return own
    if sentiment.is_negated(clause.clause.tokens, hit.first):
        return sentiment.felt(-_MISSING)
    nearby = [
        other.feeling
        for other in comment[max(0, index - 1) : index + 2]
        if other is not clause and other.clause.sentence == clause.clause.sentence
    ]
    neighbours = sum(nearby, Feeling())
    if neighbours.total:
        return neighbours.scaled(_NEIGHBOUR)
    return sum((other.feeling for other in comment), Feeling()).scaled(_WHOLE_COMMENT)


def _own_feeling(clause: ReadClause, hit: Hit[Seed]) -> Feeling:
    leaning = hit.meaning.leaning
    if leaning and sentiment.is_negated(clause.clause.tokens, hit.first):
        leaning = -leaning
    return sentiment.felt(_INHERENT * leaning)
