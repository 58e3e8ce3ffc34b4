"""Turns one row into a submission, or says why not. A reason quotes codes and dates, never free text."""

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from uuid import UUID, uuid5

from surveys.core.clock import LONDON, local_date
from surveys.core.errors import DomainError
from surveys.core.secrets import digest
from surveys.questionnaires.definition import LONGEST_TEXT, Definition
from surveys.responses.imports.mapping import Answer, ColumnMapping, fold
from surveys.responses.imports.sheets.rows import SheetRow
from surveys.responses.models import Purpose
from surveys.responses.submission import Submission, submission

EARLIEST_YEAR = 1990
ISO_DATE = "%Y-%m-%d"
TIME_OF_DAY = re.compile(r"[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[AaPp][Mm])?(Z|[+-]\d{2}:?\d{2})?$")
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
A_DATE = re.compile(rf"\d{{1,4}}([/. -])(\d{{1,2}}|{MONTH})\1\d{{1,4}}", re.IGNORECASE)
A_CODE = re.compile(r"[\d.,+/-]{1,6}")
# What spreadsheet programs show where a formula failed; often somebody's words that began with “=” or “-”.
SHEET_ERRORS = frozenset(
    {"#n/a", "#ref!", "#name?", "#div/0!", "#value!", "#null!", "#num!", "#spill!", "#calc!", "#getting_data"}
)


@dataclass(frozen=True)
class ReadRow:
    """A row that can be stored, with a keyed fingerprint of what it says."""

    number: int
    submission: Submission
    digest: str


@dataclass(frozen=True)
class Reader:
    """Reads the rows of one file, from the first on."""

    partnership_id: UUID
    version_id: UUID
    definition: Definition
    mapping: ColumnMapping
    units: Mapping[str, UUID]
    now: datetime
    # How often each answer without an identity has come in this file.
    _times: Counter[str] = field(default_factory=Counter)

    def read(self, row: SheetRow) -> ReadRow:
        """The row as a submission. Raises DomainError with what to put right."""
        if row.fault:
            raise DomainError(row.fault)
        if not row.cells:
            raise DomainError("The row is empty.")
        day, unit_id, answers = self._date(row.cells), self._unit(row.cells), self._answers(row.cells)
        consents = self._consents(row.cells)
        said = json.dumps([day.isoformat(), str(unit_id), answers], sort_keys=True)
        read = submission(
            key=self._key(row.cells, said),
            partnership_id=self.partnership_id,
            unit_id=unit_id,
            version_id=self.version_id,
            definition=self.definition,
            answers=answers,
            consents=consents,
            channel=self.mapping.channel,
            language=self.mapping.language,
            # Midday in London: whatever the zone of a later reader, the day stays the day.
            received_at=datetime.combine(day, time(12), tzinfo=LONDON),
        )
        return ReadRow(row.number, read, digest("imported row", said + json.dumps(consents, sort_keys=True)))

    def _key(self, cells: Mapping[str, str], said: str) -> UUID:
        """The same for the same row of the same source, whatever the kind of file.

        Two women may have given the same short answer on one day, so without an identity the second of two
        equal rows is another answer than the first.
        """
        naming = [fold(cells[column]) for column in self.mapping.identity]
        if any(naming):
            return uuid5(self.partnership_id, "\x1f".join(("import", *naming)))
        if naming:
            column = self.mapping.identity[0]
            raise DomainError(f"The row has no “{column}”, so it cannot be told from others.")
        answer = digest("imported answer", said)
        self._times[answer] += 1
        return uuid5(self.partnership_id, f"import\x1f{answer}\x1f{self._times[answer]}")

    def _unit(self, cells: Mapping[str, str]) -> UUID | None:
        unit = self.mapping.unit
        if unit is None:
            return None
        slug = unit.slug
        if unit.column:
            words = cells[unit.column]
            if not words or fold(words) in unit.blank:
                return None
            slug = unit.codes.get(fold(words), words)
        if slug not in self.units:
            where = f"What stands in “{unit.column}”" if unit.column else f"“{slug}”"
            raise DomainError(f"{where} is not one of this partnership's units.")
        return self.units[slug]

    def _answers(self, cells: Mapping[str, str]) -> dict[str, str]:
        found = {answer.question: _found(answer, cells) for answer in self.mapping.answers}
        answers = {question: words for question, words in found.items() if words}
        about_care = {q.key for q in self.definition.questions if not q.about_her} - {"stage"}
        if not about_care & set(answers):
            raise DomainError("The row has no answers.")
        return answers

    def _consents(self, cells: Mapping[str, str]) -> dict[Purpose, bool]:
        return {
            purpose: fold(cells[consent.column]) in consent.yes if consent.column else consent.given
            for purpose, consent in self.mapping.consents.items()
        }

    def _date(self, cells: Mapping[str, str]) -> date:
        words = cells[self.mapping.date_column]
        if not words:
            raise DomainError(f"The row has no “{self.mapping.date_column}”.")
        day = parsed_date(words, self.mapping.date_formats)
        shown = f"The date “{words}”" if looks_like_a_date(words) else "The date"
        if day is None:
            raise DomainError(f"{shown} does not exist, or is not written in the chosen way.")
        if day > local_date(self.now):
            raise DomainError(f"{shown} is in the future.")
        if day.year < EARLIEST_YEAR:
            raise DomainError(f"{shown} is before {EARLIEST_YEAR}.")
        return day


def _found(answer: Answer, cells: Mapping[str, str]) -> str:
    """The code or words that a row gives for one question; nothing where it was not answered."""
    if answer.always:
        return answer.always
    words = cells[answer.column].replace("\r\n", "\n")
    if not words or fold(words) in answer.blank:
        return ""
    if fold(words) in SHEET_ERRORS:
        raise DomainError(f"“{answer.column}” holds a spreadsheet error ({words.upper()}), not an answer.")
    if answer.codes is None:
        return _text(answer, words)
    if fold(words) not in answer.codes:
        shown = f"“{words}”" if A_CODE.fullmatch(words) else "What stands"
        raise DomainError(f"{shown} in “{answer.column}” is not one of its codes.")
    return answer.codes[fold(words)]


def _text(answer: Answer, words: str) -> str:
    if len(words) > LONGEST_TEXT:
        raise DomainError(
            f"“{answer.column}” has {len(words):,} letters. At most {LONGEST_TEXT:,} can be kept: shorten it."
        )
    return words


def looks_like_a_date(words: str) -> bool:
    """Whether words are in the form of a date, real or not, and nothing else."""
    return A_DATE.fullmatch(TIME_OF_DAY.sub("", words)) is not None


def parsed_date(words: str, formats: tuple[str, ...]) -> date | None:
    """The day that words name in one of the formats, or as 2026-11-26; a time of day after it is left out."""
    day = TIME_OF_DAY.sub("", words.strip())
    for form in (*formats, ISO_DATE):
        try:
            return datetime.strptime(day, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None
