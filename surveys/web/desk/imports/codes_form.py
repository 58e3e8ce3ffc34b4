"""What the codes in the chosen columns stand for: one list for each code that stands in the file."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from surveys.questionnaires.definition import Definition
from surveys.responses.imports.guessing import NOT_ANSWERED
from surveys.responses.imports.mapping import Answer, ColumnMapping, Consent, Unit, fold
from surveys.responses.imports.sampling import Sample
from surveys.responses.queries import Purpose
from surveys.web import nhs_forms as nhs
from surveys.web.desk.imports.chosen import NO, YES
from surveys.web.desk.imports.columns_form import CONSENTS

BLANK, REFUSE = "=blank", "=refuse"
UNIT = "unit"


@dataclass(frozen=True)
class Part:
    """One column with codes: what it answers, and the fields for its codes by the code."""

    key: str
    title: str
    column: str
    fields: Mapping[str, str]


class CodesForm(nhs.NhsForm):
    """Completes a mapping with what each code means."""

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        sample: Sample,
        asked: Definition,
        units: Mapping[str, str],
        known: ColumnMapping,
    ) -> None:
        super().__init__(data)
        self.sample, self.known = sample, known
        self.parts = [
            *(self._answer(answer, asked) for answer in known.answers if answer.codes is not None),
            *([self._unit(known.unit, units)] if known.unit and known.unit.column else []),
            *(self._consent(purpose, said) for purpose, said in known.consents.items() if said.column),
        ]

    def _answer(self, answer: Answer, asked: Definition) -> Part:
        question = asked.question(answer.question)
        title = question.says("en") if question else answer.question
        choices = [(choice.code, choice.wording["en"]) for choice in question.choices] if question else []
        before = dict(answer.codes or {}) | dict.fromkeys(answer.blank, BLANK)
        return self._part(
            answer.question, title, answer.column, [*choices, *_others(_("Not answered"))], before
        )

    def _unit(self, unit: Unit, units: Mapping[str, str]) -> Part:
        by_name = {fold(name): slug for slug, name in units.items()} | {fold(slug): slug for slug in units}
        before = by_name | dict(unit.codes) | dict.fromkeys(unit.blank, BLANK)
        choices = [*units.items(), *_others(_("Not known, or another place"))]
        return self._part(UNIT, _("Where was the care given?"), unit.column, choices, before)

    def _consent(self, purpose: Purpose, said: Consent) -> Part:
        usual = dict.fromkeys(("yes", "y", "true", "1", "agree", "agreed", "i agree"), YES)
        before = (dict.fromkeys(said.yes, YES)) if said.yes else usual
        codes = self._codes(said.column)
        known = {fold(code): before.get(fold(code), NO) for code in codes}
        return self._part(purpose, _(CONSENTS[purpose]), said.column, [(YES, _("Yes")), (NO, _("No"))], known)

    def _codes(self, column: str) -> tuple[str, ...]:
        """Each code once, however its case and spaces vary, in the order of the alphabet."""
        found = self.sample.column(column)
        folded = {fold(code): code for code in reversed(found.codes)} if found else {}
        return tuple(sorted(folded.values()))

    def _part(
        self, key: str, title: str, column: str, choices: list[tuple[str, str]], before: Mapping[str, str]
    ) -> Part:
        fields = {code: f"{key}-{place}" for place, code in enumerate(self._codes(column))}
        for code, name in fields.items():
            guessed = BLANK if fold(code) in NOT_ANSWERED else ""
            self.fields[name] = nhs.SelectField(
                label=_("“%(code)s” means") % {"code": code},
                choices=choices,
                initial=before.get(fold(code), guessed),
                empty=_("Choose"),
                error_messages={"required": _("Say what “%(code)s” means") % {"code": code}},
            )
        return Part(key, title, column, fields)

    def groups(self, part: Part) -> list[Any]:
        """The codes of one column as HTML."""
        return [self[name].as_field_group() for name in part.fields.values()]

    def mapping(self) -> ColumnMapping:
        """The mapping with its codes; those that stood in earlier files only are kept."""
        unit = self.known.unit
        return replace(
            self.known,
            answers=tuple(self._coded(answer) for answer in self.known.answers),
            unit=self._located(unit) if unit and unit.column else unit,
            consents={purpose: self._agreed(purpose, said) for purpose, said in self.known.consents.items()},
        )

    def _coded(self, answer: Answer) -> Answer:
        if answer.codes is None:
            return answer
        codes, blank = self._sorted(answer.question, answer.codes, answer.blank)
        return replace(answer, codes=codes, blank=blank)

    def _located(self, unit: Unit) -> Unit:
        codes, blank = self._sorted(UNIT, unit.codes, unit.blank)
        return replace(unit, codes=codes, blank=blank)

    def _agreed(self, purpose: Purpose, said: Consent) -> Consent:
        if not said.column:
            return said
        meant = self._meant(purpose)
        kept = said.yes - set(meant)
        return replace(said, yes=kept | {code for code, answer in meant.items() if answer == YES})

    def _sorted(
        self, key: str, codes: Mapping[str, str], blank: frozenset[str]
    ) -> tuple[dict[str, str], frozenset[str]]:
        meant = self._meant(key)
        kept = {code: answer for code, answer in codes.items() if code not in meant}
        said = {code: answer for code, answer in meant.items() if answer not in (BLANK, REFUSE)}
        empty = {code for code, answer in meant.items() if answer == BLANK}
        return kept | said, (blank - set(meant)) | empty

    def _meant(self, key: str) -> dict[str, str]:
        part = next(part for part in self.parts if part.key == key)
        return {fold(code): self.cleaned_data[name] for code, name in part.fields.items()}


def _others(nothing: str) -> list[tuple[str, str]]:
    return [(BLANK, nothing), (REFUSE, _("Refuse these rows"))]
