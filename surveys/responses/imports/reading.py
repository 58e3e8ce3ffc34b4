"""Turns one row into a submission, or says why not."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID, uuid5

from surveys.core.clock import LONDON, local_date
from surveys.core.errors import DomainError
from surveys.core.secrets import digest
from surveys.questionnaires.definition import Definition
from surveys.responses.imports.mapping import ColumnMapping, fold
from surveys.responses.imports.sheets import Cells
from surveys.responses.models import Purpose
from surveys.responses.submission import Submission, submission

EARLIEST_YEAR = 1990
ISO_DATE = "%Y-%m-%d"


@dataclass(frozen=True)
class Reader:
    """What is the same for every row: where answers go, how to read them, which units there are."""

    partnership_id: UUID
    version_id: UUID
    definition: Definition
    mapping: ColumnMapping
    units: Mapping[str, UUID]
    now: datetime

    def submission(self, cells: Cells) -> Submission:
        """The row as a submission. Raises DomainError with what to put right, never quoting free text."""
        if not cells:
            raise DomainError("The row is empty.")
        return submission(
            key=self._key(cells),
            partnership_id=self.partnership_id,
            unit_id=self._unit(cells),
            version_id=self.version_id,
            definition=self.definition,
            answers=self._answers(cells),
            consents=self._consents(cells),
            channel=self.mapping.channel,
            language=self.mapping.language,
            received_at=self._date(cells),
        )

    def _key(self, cells: Cells) -> UUID:
        naming = [cells[column] for column in self.mapping.identity]
        if self.mapping.identity and not any(naming):
            raise DomainError(f"The row has no “{self.mapping.identity[0]}”, so it cannot be told from others.")
        return uuid5(self.partnership_id, "\x1f".join(naming or _flat(cells)))

    def _unit(self, cells: Cells) -> UUID | None:
        unit = self.mapping.unit
        if unit is None:
            return None
        slug = unit.slug
        if unit.column:
            words = cells[unit.column]
            if not words:
                return None
            slug = (unit.codes or {}).get(fold(words), words)
        if slug not in self.units:
            raise DomainError(f"“{slug}” is not a unit of this partnership.")
        return self.units[slug]

    def _answers(self, cells: Cells) -> dict[str, str]:
        answers = {}
        for answer in self.mapping.answers:
            words = cells[answer.column]
            if not words or fold(words) in answer.blank:
                continue
            if answer.codes is not None and fold(words) not in answer.codes:
                raise DomainError(f"“{words[:40]}” is not one of the codes for “{answer.column}”.")
            answers[answer.question] = answer.codes[fold(words)] if answer.codes is not None else words
        if not set(answers) - {"stage"}:
            raise DomainError("The row has no answers.")
        return answers

    def _consents(self, cells: Cells) -> dict[Purpose, bool]:
        return {
            purpose: fold(cells[consent.column]) in consent.yes if consent.column else consent.given
            for purpose, consent in self.mapping.consents.items()
        }

    def _date(self, cells: Cells) -> datetime:
        words = cells[self.mapping.date_column]
        if not words:
            raise DomainError(f"The row has no “{self.mapping.date_column}”.")
        day = next(filter(None, (_parsed(words, form) for form in (*self.mapping.date_formats, ISO_DATE))), None)
        if day is None:
            raise DomainError(f"“{words[:40]}” is not a date that exists, written as the mapping says.")
        if day.date() > local_date(self.now) or day.year < EARLIEST_YEAR:
            raise DomainError(f"The date “{words[:40]}” cannot be right.")
        return day



def _parsed(words: str, form: str) -> datetime | None:
    try:
        # Midday in London: whatever the zone of a later reader, the day stays the day.
        return datetime.combine(datetime.strptime(words, form).date(), time(12), tzinfo=LONDON)  # noqa: DTZ007
    except ValueError:
        return None


def content_digest(cells: Cells) -> str:
    """A keyed fingerprint of a whole row."""
    return digest("imported row", "\x1f".join(_flat(cells)))


def _flat(cells: Cells) -> list[str]:
    return [f"{name}\x1e{value}" for name, value in cells.items()]
