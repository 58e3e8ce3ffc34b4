"""Which column answers which question: a small TOML file, or the form that writes the same.

```toml
identity = ["Comment ID"]        # the columns that together name a row; without them, its answers do
consent = "Asked on the trust's form: may we share this with the Maternity Voices Partnership?"
channel = "import"               # or paper, group, ward
sheet = "Answers"                # of a workbook; the first that is not hidden, when left out

[date]
column = "Date"
formats = ["%d/%m/%Y"]

[unit]                           # optional; where the care was given
column = "Site"                  # or, for every row alike, slug = "leicester-royal-infirmary"
codes = { "LRI" = "leicester-royal-infirmary" }
blank = ["Other"]                # what stands for "not known"

[answers.stage]
always = "birth"                 # every row is about this

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
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import tomli_w

from surveys.core.errors import DomainError
from surveys.questionnaires.definition import Definition, Question, QuestionKind
from surveys.responses.models import Channel, Purpose

KNOWN = frozenset(
    {"identity", "consent", "channel", "language", "sheet", "date", "unit", "answers", "consents"}
)
DEFAULT_FORMATS = ("%d/%m/%Y",)


@dataclass(frozen=True)
class Answer:
    """The column of one question, the codes that its words stand for, and the words that mean no answer.

    `always` is the code that holds for every row where there is no column.
    """

    question: str
    column: str = ""
    codes: Mapping[str, str] | None = None
    blank: frozenset[str] = frozenset()
    always: str = ""


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
    codes: Mapping[str, str] = field(default_factory=dict)
    blank: frozenset[str] = frozenset()


@dataclass(frozen=True)
class ColumnMapping:
    """How to read the rows of one spreadsheet. All words of cells in it are folded (see `fold`)."""

    consent_note: str
    date_column: str
    answers: tuple[Answer, ...]
    identity: tuple[str, ...] = ()
    channel: Channel = Channel.IMPORT
    language: str = "en"
    sheet: str = ""
    date_formats: tuple[str, ...] = DEFAULT_FORMATS
    unit: Unit | None = None
    consents: Mapping[Purpose, Consent] = field(default_factory=dict)

    def columns(self) -> set[str]:
        """Every column that the mapping names."""
        named = {self.date_column, *self.identity, *(answer.column for answer in self.answers)}
        named |= {consent.column for consent in self.consents.values()}
        return (named | {self.unit.column if self.unit else ""}) - {""}

    def answer(self, question: str) -> Answer | None:
        """How a question is answered, or None where the file does not answer it."""
        return next((answer for answer in self.answers if answer.question == question), None)


def parse(text: str, *, definition: Definition) -> ColumnMapping:
    """The mapping of a TOML text. Raises DomainError saying what to put right."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DomainError(f"The mapping is not valid TOML: {error}.") from error
    try:
        _only(raw, KNOWN)
        return _mapping(raw, definition)
    except KeyError as error:
        raise DomainError(f"The mapping lacks “{error.args[0]}”.") from error
    except (TypeError, ValueError, AttributeError) as error:
        raise DomainError(f"The mapping has something in the wrong form: {error}.") from error


def _mapping(raw: Mapping[str, Any], definition: Definition) -> ColumnMapping:
    answers = tuple(_answer(key, given, definition) for key, given in raw["answers"].items())
    if not any(answer.column for answer in answers):
        raise DomainError("Match at least one column to a question.")
    date = _only(raw["date"], {"column", "formats"})
    return ColumnMapping(
        consent_note=_words(raw["consent"]),
        date_column=_words(date["column"]),
        answers=answers,
        identity=_list(raw.get("identity", [])),
        channel=Channel(raw.get("channel", Channel.IMPORT)),
        language=_words(raw.get("language", "en")),
        sheet=_words(raw.get("sheet", "")),
        date_formats=_list(date.get("formats", list(DEFAULT_FORMATS))),
        unit=_unit(raw["unit"]) if "unit" in raw else None,
        consents={Purpose(name): _consent(given) for name, given in raw.get("consents", {}).items()},
    )


def _answer(key: str, given: Mapping[str, Any], definition: Definition) -> Answer:
    question = definition.question(key)
    if question is None:
        keys = ", ".join(question.key for question in definition.questions)
        raise DomainError(f"There is no question “{key}”. There are: {keys}.")
    _only(given, {"column", "codes", "blank", "always"})
    if "always" in given:
        return Answer(key, always=_one_of(question, given["always"]))
    blank = folded_set(_list(given.get("blank", [])))
    if question.kind is QuestionKind.TEXT:
        return Answer(key, _words(given["column"]), blank=blank)
    codes = given.get("codes", {code: code for code in question.codes})
    folded = {fold(_words(words)): _one_of(question, code) for words, code in codes.items()}
    return Answer(key, _words(given["column"]), folded, blank)


def _one_of(question: Question, code: Any) -> str:
    if code not in question.codes:
        known = ", ".join(sorted(question.codes)) or "none"
        raise DomainError(f"“{code}” is not an answer to “{question.key}”. There are: {known}.")
    return str(code)


def _unit(given: Mapping[str, Any]) -> Unit:
    _only(given, {"slug", "column", "codes", "blank"})
    if ("slug" in given) == ("column" in given):
        raise DomainError("Give the unit either a slug, for every row alike, or a column.")
    codes = {fold(_words(words)): _words(slug) for words, slug in given.get("codes", {}).items()}
    blank = folded_set(_list(given.get("blank", [])))
    return Unit(_words(given.get("slug", "")), _words(given.get("column", "")), codes, blank)


def _consent(given: Any) -> Consent:
    if isinstance(given, bool):
        return Consent(given)
    _only(given, {"column", "yes"})
    return Consent(False, _words(given["column"]), folded_set(_list(given["yes"])))


def _only(given: Mapping[str, Any], keys: Collection[str]) -> Mapping[str, Any]:
    unknown = sorted(set(given) - set(keys))
    if unknown:
        raise DomainError(f"The mapping has parts that mean nothing there: {', '.join(unknown)}.")
    return given


def _words(given: Any) -> str:
    if not isinstance(given, str):
        raise TypeError(f"{given!r} should be text in quotation marks")
    return given


def _list(given: Any) -> tuple[str, ...]:
    if not isinstance(given, list):
        raise TypeError(f"{given!r} should be a list in square brackets")
    return tuple(_words(one) for one in given)


def write(mapping: ColumnMapping) -> str:
    """The TOML that `parse` reads back as this mapping."""
    raw: dict[str, Any] = {
        "identity": list(mapping.identity),
        "consent": mapping.consent_note,
        "channel": str(mapping.channel),
        "language": mapping.language,
        "sheet": mapping.sheet,
        "date": {"column": mapping.date_column, "formats": list(mapping.date_formats)},
        "answers": {answer.question: _answer_as_raw(answer) for answer in mapping.answers},
        "consents": {str(purpose): _consent_as_raw(said) for purpose, said in mapping.consents.items()},
    }
    if mapping.unit:
        raw["unit"] = _unit_as_raw(mapping.unit)
    return tomli_w.dumps(raw)


def _answer_as_raw(answer: Answer) -> dict[str, Any]:
    if answer.always:
        return {"always": answer.always}
    codes = {} if answer.codes is None else {"codes": dict(answer.codes)}
    return {"column": answer.column, **codes, "blank": sorted(answer.blank)}


def _unit_as_raw(unit: Unit) -> dict[str, Any]:
    if unit.slug:
        return {"slug": unit.slug}
    return {"column": unit.column, "codes": dict(unit.codes), "blank": sorted(unit.blank)}


def _consent_as_raw(consent: Consent) -> Any:
    return {"column": consent.column, "yes": sorted(consent.yes)} if consent.column else consent.given


def fold(words: str) -> str:
    """Words as they are compared: outer and doubled spaces and letter case do not matter."""
    return " ".join(words.split()).casefold()


def folded_set(words: Iterable[str]) -> frozenset[str]:
    """Each of the words, folded."""
    return frozenset(fold(word) for word in words)
