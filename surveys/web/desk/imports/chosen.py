"""Makes a mapping of what was chosen on the page of columns; codes are taken over or guessed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from surveys.questionnaires.definition import Definition, Question, QuestionKind
from surveys.responses.imports.guessing import answer_of
from surveys.responses.imports.mapping import Answer, ColumnMapping, Consent, Unit, fold
from surveys.responses.imports.sampling import Sample
from surveys.responses.queries import Channel, Purpose

# What stands before the value of a choice: a column, or one answer for every row.
COLUMN = "column:"
ALWAYS = "always:"
NO, YES = "no", "yes"
# How fields are named.
STAGE = "stage"
QUESTION = "q-"
CONSENT = "consent-"
IDENTITY = "identity-"


@dataclass(frozen=True)
class Chosen:
    """The cleaned data of the page, beside the file and what was known before."""

    given: Mapping[str, Any]
    sample: Sample
    asked: Definition
    known: ColumnMapping

    def mapping(self) -> ColumnMapping:
        """What was chosen, as a mapping."""
        identities = (column for name, column in self.given.items() if name.startswith(IDENTITY) and column)
        return ColumnMapping(
            consent_note=self.given["consent_note"],
            date_column=self.given["date"],
            date_formats=(self.given["date_format"],),
            answers=tuple(self._answers()),
            identity=tuple(dict.fromkeys(identities)),
            channel=Channel(self.given["channel"]),
            language=self.known.language,
            sheet=self.sample.sheet if len(self.sample.sheets) > 1 else "",
            unit=self._unit(self.given["unit"]),
            consents={
                purpose: self._consent(purpose) for purpose in Purpose if CONSENT + purpose in self.given
            },
        )

    def _answers(self) -> Iterator[Answer]:
        stage = self.given[STAGE]
        if stage.startswith(ALWAYS):
            yield Answer(STAGE, always=stage.removeprefix(ALWAYS))
        for question in self.asked.questions:
            column = self.sample.column(self._column_of(question))
            if column is not None:
                before = self._before(question, column.name)
                yield self._worded(question, answer_of(question, column, known=before))

    def _column_of(self, question: Question) -> str:
        if question.key != STAGE:
            return str(self.given[QUESTION + question.key])
        stage = str(self.given[STAGE])
        return stage.removeprefix(COLUMN) if stage.startswith(COLUMN) else ""

    def _before(self, question: Question, column: str) -> Answer | None:
        before = self.known.answer(question.key)
        return before if before and before.column == column else None

    def _worded(self, question: Question, answer: Answer) -> Answer:
        if question.kind is not QuestionKind.TEXT:
            return answer
        lines = (line for line in self.given["blank"].splitlines() if line.strip())
        return Answer(question.key, answer.column, blank=frozenset(fold(line) for line in lines))

    def _unit(self, chosen: str) -> Unit | None:
        if not chosen:
            return None
        if chosen.startswith(ALWAYS):
            return Unit(slug=chosen.removeprefix(ALWAYS))
        column, before = chosen.removeprefix(COLUMN), self.known.unit
        return before if before and before.column == column else Unit(column=column)

    def _consent(self, purpose: Purpose) -> Consent:
        chosen = self.given[CONSENT + purpose]
        if not chosen.startswith(COLUMN):
            return Consent(chosen == YES)
        column, before = chosen.removeprefix(COLUMN), self.known.consents.get(purpose)
        return before if before and before.column == column else Consent(False, column)
