"""What a version asks: a small tree of frozen values, stored as JSON and read back strictly.

JSON: `{"questions": [{"key", "kind", "wording": {"en": ...}, "hint": {...}, "choices": [{"code", "wording"}],
"page"}]}`. Questions with one page number are asked together. Nothing is required but what `required` says.
"""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

from surveys.core.errors import DomainError

Wording = Mapping[str, str]
LONGEST_TEXT = 5000
# Half a letter, as JSON can hold it: no encoding can write it down.
SURROGATE = re.compile("[\ud800-\udfff]")


class QuestionKind(StrEnum):
    """What an answer is: `FFT` and `CHOICE` one code, `CHOICES` a list of codes, `TEXT` free words."""

    FFT = "fft"
    CHOICE = "choice"
    CHOICES = "choices"
    TEXT = "text"


@dataclass(frozen=True)
class Choice:
    """One answer that can be chosen: its code, kept for ever, and what it says in each language."""

    code: str
    wording: Wording


@dataclass(frozen=True)
class Question:
    """One question. `about_her` marks what is asked about the woman herself, apart from her care."""

    key: str
    kind: QuestionKind
    wording: Wording
    hint: Wording
    choices: tuple[Choice, ...]
    page: int
    required: bool = False
    about_her: bool = False

    def says(self, language: str) -> str:
        """The question in a language, in English where it has not been translated."""
        return self.wording.get(language) or self.wording["en"]

    @property
    def codes(self) -> frozenset[str]:
        return frozenset(choice.code for choice in self.choices)


@dataclass(frozen=True)
class Definition:
    """Every question of a version, in the order in which they are asked."""

    questions: tuple[Question, ...]

    @property
    def pages(self) -> list[tuple[Question, ...]]:
        numbers = sorted({question.page for question in self.questions})
        return [tuple(q for q in self.questions if q.page == number) for number in numbers]

    @property
    def texts(self) -> tuple[Question, ...]:
        return tuple(question for question in self.questions if question.kind is QuestionKind.TEXT)

    def question(self, key: str) -> Question | None:
        return next((question for question in self.questions if question.key == key), None)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def read(stored: Mapping[str, Any]) -> Definition:
    """The definition of stored JSON. Raises DomainError naming the first thing that is wrong."""
    questions = tuple(_question(raw) for raw in stored.get("questions", ()))
    if not questions:
        raise DomainError("A questionnaire needs at least one question.")
    keys = [question.key for question in questions]
    twice = next((key for key in keys if keys.count(key) > 1), None)
    if twice:
        raise DomainError(f"Two questions have the key {twice}.")
    return Definition(questions)


def _question(raw: Mapping[str, Any]) -> Question:
    try:
        question = Question(
            key=raw["key"],
            kind=QuestionKind(raw["kind"]),
            wording=dict(raw["wording"]),
            hint=dict(raw.get("hint", {})),
            choices=tuple(
                Choice(choice["code"], dict(choice["wording"])) for choice in raw.get("choices", ())
            ),
            page=int(raw["page"]),
            required=bool(raw.get("required", False)),
            about_her=bool(raw.get("about_her", False)),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise DomainError("A question lacks its key, kind, wording or page.") from error
    if not question.wording.get("en"):
        raise DomainError(f"The question {question.key} has no English wording.")
    if (
        question.kind in (QuestionKind.CHOICE, QuestionKind.CHOICES, QuestionKind.FFT)
        and not question.choices
    ):
        raise DomainError(f"The question {question.key} has nothing to choose from.")
    return question


def clean(definition: Definition, answers: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """The answers that this version knows, split into (codes by question, free texts by question).

    Blank answers are left out. Raises DomainError for an answer that is not one of the choices or a text over
    5,000 letters; keys that the version does not know are ignored.
    """
    codes: dict[str, Any] = {}
    texts: dict[str, str] = {}
    for question in definition.questions:
        given = answers.get(question.key)
        if given in (None, "", []):
            continue
        if question.kind is QuestionKind.TEXT:
            texts[question.key] = _text(question, given)
        else:
            codes[question.key] = _codes(question, given)
    return codes, {key: text for key, text in texts.items() if text}


def _text(question: Question, given: Any) -> str:
    if not isinstance(given, str):
        raise DomainError(f"The answer to {question.key} must be text.")
    return clean_text(given)


def clean_text(given: str) -> str:
    """Words as they are kept. Raises DomainError when they cannot be, or are over 5,000 letters long."""
    if SURROGATE.search(given):
        raise DomainError(_("Your answer has letters that cannot be read. Please write it again."))
    # PostgreSQL cannot store NUL; browsers send CRLF.
    text = given.replace("\x00", "").replace("\r\n", "\n").strip()
    if len(text) > LONGEST_TEXT:
        too_long = _("Your words are %(has)s letters long. Please shorten them to %(most)s.")
        raise DomainError(too_long % {"has": len(text), "most": LONGEST_TEXT})
    return text


def _codes(question: Question, given: Any) -> Any:
    chosen = given if isinstance(given, list) else [given]
    if any(not isinstance(code, str) or code not in question.codes for code in chosen):
        raise DomainError(f"Choose one of the answers to “{question.says('en')}”.")
    return list(dict.fromkeys(chosen)) if question.kind is QuestionKind.CHOICES else chosen[0]
