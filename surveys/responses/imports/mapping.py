"""Which column answers which question: a small TOML file, or the form that writes the same.

```toml
identity = ["Comment ID"]        # the columns that name a row; without them, the whole row does
consent = "Asked on the trust's form: may we share this with the Maternity Voices Partnership?"

[date]
column = "Date"
formats = ["%d/%m/%Y"]

[unit]                           # optional; where the care was given
slug = "leicester-royal-infirmary"     # or column = "Site" and codes = { "LRI" = "leicester-royal-infirmary" }

[answers.fft]
column = "FFT answer"
codes = { "1" = "very_good", "2" = "good" }
blank = ["7"]                    # what stands for "not answered"

[answers.comment]
column = "Comment"

[consents]                       # true, false, or a column with the words that mean yes
themes = true
quote = { column = "May we quote you?", yes = ["Yes"] }
```
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from surveys.core.errors import DomainError
from surveys.questionnaires.definition import Definition, QuestionKind
from surveys.responses.models import Channel, Purpose

KNOWN = frozenset({"identity", "consent", "channel", "language", "date", "unit", "answers", "consents"})


@dataclass(frozen=True)
class Answer:
    """The column of one question, the codes that its words stand for, and the words that mean no answer."""

    question: str
    column: str
    codes: Mapping[str, str] | None
    blank: frozenset[str]


@dataclass(frozen=True)
class Consent:
    """Whether a purpose was agreed to: for every row alike, or by the words of a column."""

    given: bool
    column: str = ""
    yes: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Unit:
    """Where the care was given: one unit for every row, or by the words of a column."""

    slug: str = ""
    column: str = ""
    codes: Mapping[str, str] | None = None


@dataclass(frozen=True)
class ColumnMapping:
    """How to read the rows of one spreadsheet."""

    identity: tuple[str, ...]
    consent_note: str
    channel: Channel
    language: str
    date_column: str
    date_formats: tuple[str, ...]
    unit: Unit | None
    answers: tuple[Answer, ...]
    consents: Mapping[Purpose, Consent]

    def columns(self) -> set[str]:
        """Every column that the mapping names."""
        named = {self.date_column, *self.identity, *(answer.column for answer in self.answers)}
        named |= {consent.column for consent in self.consents.values()}
        return {column for column in named | {self.unit.column if self.unit else ""} if column}


def parse(text: str, *, definition: Definition) -> ColumnMapping:
    """The mapping of a TOML text. Raises DomainError saying what to put right."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DomainError(f"The mapping is not valid TOML: {error}.") from error
    unknown = sorted(set(raw) - KNOWN)
    if unknown:
        raise DomainError(f"The mapping has parts that mean nothing here: {', '.join(unknown)}.")
    try:
        return _mapping(raw, definition)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DomainError(f"The mapping lacks something or has it in the wrong form: {error}.") from error


def _mapping(raw: Mapping[str, Any], definition: Definition) -> ColumnMapping:
    answers = tuple(_answer(key, given, definition) for key, given in raw["answers"].items())
    if not answers:
        raise DomainError("Match at least one column to a question.")
    date = raw["date"]
    return ColumnMapping(
        identity=tuple(raw.get("identity", ())),
        consent_note=raw["consent"],
        channel=Channel(raw.get("channel", Channel.IMPORT)),
        language=raw.get("language", "en"),
        date_column=date["column"],
        date_formats=tuple(date.get("formats", ("%d/%m/%Y", "%Y-%m-%d"))),
        unit=_unit(raw.get("unit")),
        answers=answers,
        consents={Purpose(name): _consent(given) for name, given in raw.get("consents", {}).items()},
    )


def _answer(key: str, given: Mapping[str, Any], definition: Definition) -> Answer:
    question = definition.question(key)
    if question is None:
        raise DomainError(f"There is no question “{key}”. There are: {_keys(definition)}.")
    codes = given.get("codes")
    if question.kind is not QuestionKind.TEXT:
        codes = codes or {code: code for code in question.codes}
        wrong = sorted(set(codes.values()) - question.codes)
        if wrong:
            raise DomainError(f"“{wrong[0]}” is not an answer to “{key}”: {', '.join(sorted(question.codes))}.")
    folded = {fold(words): code for words, code in codes.items()} if codes else None
    return Answer(key, given["column"], folded, folded_set(given.get("blank", ())))


def _keys(definition: Definition) -> str:
    return ", ".join(question.key for question in definition.questions)


def _unit(given: Mapping[str, Any] | None) -> Unit | None:
    if given is None:
        return None
    codes = {fold(words): slug for words, slug in given.get("codes", {}).items()}
    return Unit(given.get("slug", ""), given.get("column", ""), codes or None)


def _consent(given: Any) -> Consent:
    if isinstance(given, bool):
        return Consent(given)
    return Consent(False, given["column"], folded_set(given["yes"]))


def fold(words: str) -> str:
    """Words as they are compared: outer and doubled spaces and letter case do not matter."""
    return " ".join(words.split()).casefold()


def folded_set(words: Iterable[str]) -> frozenset[str]:
    """Each of the words, folded."""
    return frozenset(fold(word) for word in words)
