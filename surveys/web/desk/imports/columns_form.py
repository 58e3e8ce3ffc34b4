"""Which column answers what: one list of columns for each question."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from django.http import QueryDict
from django.utils.translation import gettext as _

from surveys.questionnaires.definition import Definition, Question, QuestionKind
from surveys.responses.imports.guessing import DATE_FORMATS
from surveys.responses.imports.mapping import ColumnMapping, Consent, Unit
from surveys.responses.imports.sampling import MOST_CODES, Sample
from surveys.responses.queries import Channel, Purpose
from surveys.web import nhs_forms as nhs
from surveys.web.desk.imports.chosen import (
    ALWAYS,
    COLUMN,
    CONSENT,
    IDENTITY,
    NO,
    QUESTION,
    STAGE,
    YES,
    Chosen,
)

FEWEST_IDENTITIES = 2
CHANNELS = (Channel.IMPORT, Channel.PAPER, Channel.GROUP, Channel.WARD)
USUAL_BLANKS = ("Did not answer", "Not answered", "No comment", "N/A")
CONSENTS = {
    Purpose.THEMES: "May their words be used in themes and counts of themes?",
    Purpose.QUOTE: "May their words be quoted without their names?",
    Purpose.TRUST: "May their words be shared with the trust for a reply?",
}


class ColumnsForm(nhs.NhsForm):
    """Makes a mapping of a sample's columns; starts from a guess or from the last mapping."""

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
        self.sample, self.asked, self.known = sample, asked, known
        self.columns = [(name, name) for name in sample.names]
        self.fields.update(self._about_rows(units))
        self.fields.update(
            {QUESTION + question.key: self._question(question) for question in self._questions()}
        )
        self.fields.update(self._about_consent())

    def _questions(self) -> list[Question]:
        return [question for question in self.asked.questions if question.key != STAGE]

    def _about_rows(self, units: Mapping[str, str]) -> dict[str, nhs.SelectField | nhs.TextField]:
        in_column = self._in_column()
        stages = cast("Question", self.asked.question(STAGE)).choices
        fields: dict[str, nhs.SelectField | nhs.TextField] = {
            "date": _select(
                _("Which column has the date?"), self.columns, self.known.date_column, required=True
            ),
            "date_format": self._date_format(),
            "stage": _select(
                _("Which part of their care are these answers about?"),
                [*((ALWAYS + stage.code, stage.wording["en"]) for stage in stages), *in_column],
                self._stage(),
                empty=_("All of it, or not known"),
            ),
            "unit": _select(
                _("Where was the care given?"),
                [*((ALWAYS + slug, name) for slug, name in units.items()), *in_column],
                _chosen_unit(self.known.unit),
                empty=_("Not known"),
            ),
            "channel": _select(
                _("How were these answers collected?"),
                [(channel.value, channel.label) for channel in CHANNELS],
                self.known.channel,
                required=True,
            ),
        }
        for place in range(max(FEWEST_IDENTITIES, len(self.known.identity))):
            fields[f"{IDENTITY}{place}"] = self._identity(place)
        return fields

    def _in_column(self) -> list[tuple[str, str]]:
        words = _("It is in the column “%(name)s”")
        return [(COLUMN + name, words % {"name": name}) for name in self.sample.names]

    def _date_format(self) -> nhs.SelectField:
        named = self.sample.column(self.known.date_column)
        shown = ", ".join(named.dates[:3]) if named else ""
        forms = dict.fromkeys(self.known.date_formats, "") | DATE_FORMATS
        return _select(
            _("How are dates written?"),
            [(form, words or form) for form, words in forms.items()],
            next(iter(self.known.date_formats), ""),
            required=True,
            hint=_("In “%(column)s”: %(dates)s") % {"column": self.known.date_column, "dates": shown}
            if shown
            else "",
        )

    def _identity(self, place: int) -> nhs.SelectField:
        labels = (
            _("Which column gives each row a number or code of its own?"),
            _("And which second column, if one is not enough?"),
        )
        return _select(
            labels[min(place, 1)],
            self.columns,
            self.known.identity[place] if place < len(self.known.identity) else "",
            empty=_("None") if place else _("None: its answers tell a row from others"),
            hint="" if place else _("So a row that you bring in again is known. It is not kept."),
        )

    def _question(self, question: Question) -> nhs.SelectField:
        known = self.known.answer(question.key)
        return _select(
            question.says("en"), self.columns, known.column if known else "", empty=_("Not in this file")
        )

    def _about_consent(self) -> dict[str, nhs.SelectField | nhs.TextField]:
        blanks = {word for answer in self.known.answers if answer.codes is None for word in answer.blank}
        fields: dict[str, nhs.SelectField | nhs.TextField] = {
            "blank": nhs.TextField(
                label=_("Comments that only mean “not answered”"),
                label_size="s",
                help_text=_("Start a new line for each."),
                rows=4,
                required=False,
                initial="\n".join(sorted(blanks) or USUAL_BLANKS),
            ),
            "consent_note": nhs.TextField(
                label=_("How did they agree that you may have their answers?"),
                label_size="s",
                help_text=_("For example: asked on the hospital’s Friends and Family Test form."),
                rows=2,
                max_length=500,
                initial=self.known.consent_note,
                error_messages={"required": _("Say how they agreed that you may have their answers")},
            ),
        }
        return fields | {
            CONSENT + purpose: self._consent(purpose, words) for purpose, words in CONSENTS.items()
        }

    def _consent(self, purpose: Purpose, words: str) -> nhs.SelectField:
        said = self.known.consents.get(purpose, Consent(False))
        return _select(
            _(words),
            [
                (NO, _("No, or we do not know")),
                (YES, _("Yes, all of them agreed")),
                *self._in_column(),
            ],
            COLUMN + said.column if said.column else YES if said.given else NO,
            required=True,
        )

    def _stage(self) -> str:
        known = self.known.answer(STAGE)
        if known is None:
            return ""
        return ALWAYS + known.always if known.always else COLUMN + known.column

    def groups(self, *names: str) -> list[Any]:
        """These questions as HTML."""
        return [self[name].as_field_group() for name in names]

    def question_groups(self, *, about_her: bool) -> list[Any]:
        """The questions about care, or those about the woman herself, as HTML."""
        wanted = (question for question in self._questions() if question.about_her == about_her)
        return [self[QUESTION + question.key].as_field_group() for question in wanted]

    def identity_groups(self) -> list[Any]:
        """The columns that name a row, as HTML."""
        return [self[name].as_field_group() for name in self.fields if name.startswith(IDENTITY)]

    def consent_groups(self) -> list[Any]:
        """The consents as HTML."""
        return [self[CONSENT + purpose].as_field_group() for purpose in CONSENTS]

    def clean(self) -> dict[str, Any]:
        """Refuse a mapping without answers, a column chosen twice, and words where codes should be."""
        cleaned = super().clean() or {}
        chosen = {name: cleaned.get(name, "") for name in self.fields if name.startswith(QUESTION)}
        if not any(chosen.values()):
            self.add_error(f"{QUESTION}comment", _("Choose a column for at least one question"))
        for name, column in chosen.items():
            if column and list(chosen.values()).count(column) > 1:
                self.add_error(name, _("“%(column)s” is chosen twice") % {"column": column})
        for name, column in self._coded(cleaned):
            self._refuse_words(name, column)
        return cleaned

    def _coded(self, cleaned: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
        for name in self.fields:
            value = str(cleaned.get(name) or "")
            question = self.asked.question(name.removeprefix(QUESTION)) if name.startswith(QUESTION) else None
            if question and question.kind is not QuestionKind.TEXT and value:
                yield name, value
            elif value.startswith(COLUMN):
                yield name, value.removeprefix(COLUMN)

    def _refuse_words(self, name: str, column: str) -> None:
        found = self.sample.column(column)
        if found and found.filled and not found.codes:
            sentence = _(
                "“%(column)s” has more than %(most)s different answers, or long ones. Choose another."
            )
            self.add_error(name, sentence % {"column": column, "most": MOST_CODES})

    def mapping(self) -> ColumnMapping:
        """What was chosen, with codes as they were known or can be guessed."""
        return Chosen(self.cleaned_data, self.sample, self.asked, self.known).mapping()


def _chosen_unit(unit: Unit | None) -> str:
    if unit is None:
        return ""
    return ALWAYS + unit.slug if unit.slug else COLUMN + unit.column


def _select(
    label: str,
    choices: list[tuple[str, str]],
    initial: str,
    *,
    required: bool = False,
    empty: str | None = None,
    hint: str = "",
) -> nhs.SelectField:
    return nhs.SelectField(
        label=label,
        label_size="s",
        choices=choices,
        initial=initial,
        required=required,
        empty=_("Choose") if required and not initial else empty,
        help_text=hint,
        error_messages={"required": _("Choose from the list: %(question)s") % {"question": label}},
    )
