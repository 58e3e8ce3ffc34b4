"""Whom an MVP has not heard, or hardly."""

from collections.abc import Mapping
from dataclasses import dataclass

from surveys.questionnaires.standard import ETHNIC_GROUPS

FEW = 5


@dataclass(frozen=True)
class Group:
    """Some women, by the answers (to one question) that say so."""

    title: str
    question: str
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Unheard:
    """A group that nobody, or hardly anybody, has spoken for."""

    title: str
    words: str


GROUPS = (
    Group("Asian and Asian British women", "ethnicity", ETHNIC_GROUPS["asian"]),
    Group("Black, Black British, Caribbean and African women", "ethnicity", ETHNIC_GROUPS["black"]),
    Group("Women of Mixed or Multiple ethnic groups", "ethnicity", ETHNIC_GROUPS["mixed"]),
    Group("Gypsy, Irish Traveller and Roma women", "ethnicity", ("gypsy_traveller", "roma")),
    Group("Women under 20", "age", ("under_18", "18_19")),
    Group("Women with a long-term condition or illness", "disability", ("yes",)),
    Group("Women who need an interpreter", "interpreter", ("yes",)),
)
QUESTIONS = tuple(dict.fromkeys(group.question for group in GROUPS))


def unheard(chosen: Mapping[str, Mapping[str, int]]) -> list[Unheard]:
    """The groups heard fewer than five times, from the counts of each answer by question; in words, since so
    small a number could point at somebody."""
    heard = [(group.title, _heard(group, chosen)) for group in GROUPS]
    return [Unheard(title, _words(people)) for title, people in heard if people < FEW]


def _heard(group: Group, chosen: Mapping[str, Mapping[str, int]]) -> int:
    answers = chosen.get(group.question, {})
    return sum(answers.get(code, 0) for code in group.codes)


def _words(people: int) -> str:
    return "Fewer than five" if people else "Nobody yet"
