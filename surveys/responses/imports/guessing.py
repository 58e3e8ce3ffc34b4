"""A first guess at what a file's columns mean, for somebody to put right."""

import re
from collections.abc import Iterable

from surveys.questionnaires.definition import Definition, Question, QuestionKind
from surveys.responses.imports.mapping import Answer, ColumnMapping, fold
from surveys.responses.imports.reading import parsed_date
from surveys.responses.imports.sampling import Column, Sample

DATE_FORMATS = {
    "%d/%m/%Y": "day/month/year, like 26/11/2026",
    "%m/%d/%Y": "month/day/year, like 11/26/2026",
    "%d/%m/%y": "day/month/year, like 26/11/26",
    "%m/%d/%y": "month/day/year, like 11/26/26",
    "%Y-%m-%d": "year-month-day, like 2026-11-26",
    "%d-%m-%Y": "day-month-year, like 26-11-2026",
    "%d.%m.%Y": "day.month.year, like 26.11.2026",
    "%d %B %Y": "like 26 November 2026",
    "%d %b %Y": "like 26 Nov 2026",
    "%d-%b-%Y": "like 26-Nov-2026",
    "%d-%b-%y": "like 26-Nov-26",
}
# In the order in which they are asked for: the first column that fits is taken.
NAMED = {
    "stage": r"stage|touch ?point|part of (your|her) care",
    "fft": r"fft|friends and family|overall|experience|recommend|rating|score",
    "good": r"what was good|good about|went well|done well|did you like|positive",
    "better": r"better|improve|negative",
    "comment": r"comment|why|free ?text|feedback|remark|answer|words|tell us",
    "age": r"\bage\b|age (group|band)|how old",
    "ethnicity": r"ethnic",
    "disability": r"disab|health condition|illness",
    "interpreter": r"interpret",
}
IDENTITY = r"\b(id|identifier|number|no|ref|reference|code)\b"
DATE = r"\bdate\b|received|submitted|completed|timestamp"
NUMBERED = {"1": "very_good", "2": "good", "3": "neither", "4": "poor", "5": "very_poor", "6": "dont_know"}
WORDED = {
    "y": "yes",
    "n": "no",
    "true": "yes",
    "false": "no",
    "dont know": "dont_know",
    "don't know": "dont_know",
}
NOT_ANSWERED = frozenset(
    {
        "n/a",
        "na",
        "none",
        "null",
        "-",
        "--",
        "missing",
        "blank",
        "not answered",
        "no answer",
        "did not answer",
        "no response",
        "not stated",
        "unknown",
        "no comment",
    }
)


def guess(sample: Sample, *, definition: Definition) -> ColumnMapping:
    """What the names and the codes of the columns suggest; empty where nothing does."""
    day = _date_column(sample)
    taken = {day.name} if day else set()
    answers = []
    for key, pattern in NAMED.items():
        question = definition.question(key)
        column = question and _column_for(question, pattern, sample, taken)
        if question and column:
            taken.add(column.name)
            answers.append(answer_of(question, column))
    return ColumnMapping(
        consent_note="",
        date_column=day.name if day else "",
        date_formats=(date_format(day),) if day else ("%d/%m/%Y",),
        answers=tuple(answers),
        identity=_identity(sample, taken),
        sheet=sample.sheet if len(sample.sheets) > 1 else "",
    )


def answer_of(question: Question, column: Column, *, known: Answer | None = None) -> Answer:
    """How a column answers a question: as before where that is known, else guessed code by code."""
    blank = known.blank if known else frozenset[str]()
    if question.kind is QuestionKind.TEXT:
        return Answer(question.key, column.name, blank=blank)
    codes = dict(known.codes or {}) if known else {}
    for value in column.codes:
        code = code_for(question, value)
        if fold(value) not in codes and fold(value) not in blank and code:
            codes[fold(value)] = code
    found_blank = {fold(value) for value in column.codes if fold(value) in NOT_ANSWERED} - set(codes)
    return Answer(question.key, column.name, codes, blank | found_blank)


def code_for(question: Question, value: str) -> str:
    """The answer that words in a cell probably stand for, or nothing."""
    said = fold(value)
    by_words = {fold(choice.wording["en"]).replace("’", "'"): choice.code for choice in question.choices}
    by_code = {choice.code: choice.code for choice in question.choices}
    numbered = NUMBERED if question.kind is QuestionKind.FFT else {}
    shortened = by_code | WORDED | numbered | by_words
    code = shortened.get(said.replace("’", "'"), "")
    return code if code in question.codes else ""


def date_format(column: Column) -> str:
    """The way of writing dates that reads most of a column's; day before month where both would."""
    return max(DATE_FORMATS, key=lambda form: _readable(column.dates, form))


def _readable(dates: Iterable[str], form: str) -> int:
    return sum(parsed_date(words, (form,)) is not None for words in dates)


def _date_column(sample: Sample) -> Column | None:
    dated = [column for column in sample.columns if column.dates]
    named = [column for column in dated if re.search(DATE, fold(column.name))]
    return next(iter(named or dated), None)


def _column_for(question: Question, pattern: str, sample: Sample, taken: set[str]) -> Column | None:
    wants_codes = question.kind is not QuestionKind.TEXT
    fitting = (
        column
        for column in sample.columns
        if column.name not in taken
        and re.search(pattern, fold(column.name))
        and not re.search(IDENTITY, fold(column.name))
    )
    return next((column for column in fitting if _fits(question, column, wants_codes=wants_codes)), None)


def _fits(question: Question, column: Column, *, wants_codes: bool) -> bool:
    if wants_codes:
        return any(code_for(question, value) for value in column.codes)
    few_and_short = column.codes and not column.unique and max(map(len, column.codes)) < 4
    return column.filled > 0 and not column.dates and not few_and_short


def _identity(sample: Sample, taken: set[str]) -> tuple[str, ...]:
    named = (
        column.name
        for column in sample.columns
        if column.unique and column.name not in taken and re.search(IDENTITY, fold(column.name))
    )
    return tuple(name for name in [next(named, "")] if name)
