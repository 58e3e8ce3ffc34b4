"""Words as search knows them: in plain form, so that marks, capitals and keyboards make no difference.

No database. `stems` are what PostgreSQL makes of English words ("parking" and "parked" are both "park");
whoever calls has asked for them (`queries.stems`).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from surveys.moderation.parts import Part, pieces
from surveys.moderation.words.tokens import Token, tokens

MOST_TERMS = 12
# PostgreSQL refuses longer ones, and nobody looks for them.
LONGEST_WORD = 100
# The kinds of a part (`moderation.parts.Part`): where a detail stood, and what was looked for.
HIDDEN = "hidden"
FOUND = "found"

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
_TYPED = re.compile(r'"([^"]*)"?|([^\s"]+)')
Stems = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Term:
    """What somebody looks for: words that follow each other. One word alone is also found by its stem.

    `exact`: just so, no stems (it stood in quotes). `begins`: the last word is only the beginning of one.
    """

    words: tuple[str, ...]
    exact: bool = False
    begins: bool = False


def read(typed: str) -> list[Term]:
    """What was typed: words in quotes belong together, nurs* finds all that begins so."""
    terms = [
        Term(words, exact=bool(match[1]), begins=bool(match[2]) and match[2].endswith("*"))
        for match in _TYPED.finditer(typed.translate(_QUOTES))
        if (words := tuple(token.word[:LONGEST_WORD] for token in tokens(match[1] or match[2] or "")))
    ]
    return list(dict.fromkeys(terms))[:MOST_TERMS]


def normal(typed: str) -> str:
    """What was typed in one form, the same for all who look for the same."""
    return " ".join(token.word for token in tokens(typed))


def words_of(safe_text: str) -> list[str]:
    """Its words in order; where a detail stood stands an empty one, so that nothing is found across it."""
    words: list[str] = []
    for piece in pieces(safe_text):
        words += [""] if piece.kind else [token.word[:LONGEST_WORD] for token in tokens(piece.text)]
    return words


def lexemes(words: Sequence[str], stems: Stems) -> str:
    """The words as PostgreSQL's tsvector, written out: each with its places, their stems without any."""
    places: dict[str, list[int]] = {stem: [] for stem in stems.values()}
    for place, word in enumerate(words, start=1):
        if word:
            places.setdefault(word, []).append(place)
    return " ".join(f"'{word}'" + _at(places[word]) for word in sorted(places))


def _at(places: Sequence[int]) -> str:
    return ":" + ",".join(map(str, places)) if places else ""


def asked(terms: Iterable[Term], stems: Stems) -> str:
    """The terms as PostgreSQL's tsquery, written out. It is not parsed: that tears words of Indic scripts."""
    return " & ".join(f"({_asked(term, stems)})" for term in terms)


def _asked(term: Term, stems: Stems) -> str:
    *first, last = (f"'{word}'" for word in term.words)
    said = " <-> ".join([*first, last + (":*" if term.begins else "")])
    stem = _stem(term, stems)
    return f"{said} | '{stem}'" if stem else said


def _stem(term: Term, stems: Stems) -> str:
    """By what else a single word is found."""
    alone = len(term.words) == 1 and not term.exact and not term.begins
    return stems.get(term.words[0], "") if alone else ""


def shown(safe_text: str, terms: Sequence[Term], stems: Stems) -> list[Part]:
    """The text in parts, with what was looked for apart (kind "found"), as hidden details are ("hidden")."""
    parts: list[Part] = []
    for piece in pieces(safe_text):
        parts += [piece] if piece.kind else _marked(piece.text, terms, stems)
    return parts


def _marked(text: str, terms: Sequence[Term], stems: Stems) -> list[Part]:
    parts: list[Part] = []
    position = 0
    for start, end in _spans(tokens(text), terms, stems):
        if end > position:
            first = max(start, position)
            parts += [Part(text[position:first]), Part(text[first:end], FOUND)]
            position = end
    return [part for part in [*parts, Part(text[position:])] if part.text]


def _spans(said: Sequence[Token], terms: Sequence[Term], stems: Stems) -> list[tuple[int, int]]:
    return sorted(
        (said[at].start, said[at + len(term.words) - 1].end)
        for term in terms
        for at in _places(said, term, stems)
    )


def _places(said: Sequence[Token], term: Term, stems: Stems) -> Iterator[int]:
    stem = _stem(term, stems)
    for at in range(len(said) - len(term.words) + 1):
        here = [token.word for token in said[at : at + len(term.words)]]
        if _fits(here, term) or (stem and stem in (here[0], stems.get(here[0]))):
            yield at


def _fits(here: Sequence[str], term: Term) -> bool:
    if not term.begins:
        return tuple(here) == term.words
    return tuple(here[:-1]) == term.words[:-1] and here[-1].startswith(term.words[-1])
