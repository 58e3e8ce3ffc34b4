"""The form of each page: its questions as NHS fields."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.forms import Field
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from surveys.questionnaires.definition import LONGEST_TEXT, Question, QuestionKind
from surveys.responses.queries import Purpose
from surveys.web import nhs_forms as nhs
from surveys.web.journey import consents, words
from surveys.web.journey.given import CONTACT, Given
from surveys.web.journey.occasion import Occasion
from surveys.web.journey.route import Kind, Step
from surveys.web.nhs_forms.bound import NhsBoundField
from surveys.web.nhs_forms.rendering import Params

# More choices than this are a list that opens, not a page of radios.
MANY = 10


class WordsField(nhs.TextField):
    """Words in her own length, with a box above them that says whom to ring in an emergency."""

    def __init__(self, *, above: SafeString, **kwargs: Any) -> None:
        self.above = above
        super().__init__(**kwargs)

    def own(self, bound: NhsBoundField) -> Params:
        # Browsers give back what was typed when she comes by their Back button, unless autocomplete is "off".
        room = f"{bound.auto_id}-room"
        return super().own(bound) | {
            "formGroup": {"beforeInput": {"html": self.above}, "afterInput": {"html": words.room(room)}},
            "attributes": {"data-most": str(self.max_length), "data-room": room},
            "autocomplete": None,
        }

    def to_python(self, value: Any) -> str:
        # Browsers send each line break as two letters.
        return str(super().to_python(value)).replace("\r\n", "\n")


class QuestionsForm(nhs.NhsForm):
    """The questions of one page."""

    def __init__(self, step: Step, occasion: Occasion, **kwargs: Any) -> None:
        super().__init__(prefix="q", **kwargs)
        alone = len(step.questions) == 1
        for question in step.questions:
            self.fields[question.key] = _field(question, occasion, alone=alone)


class ConsentsField(nhs.MultipleChoiceField):
    """The four boxes; where to write to her opens under the last."""

    def items(self, bound: NhsBoundField) -> Iterator[Params]:
        for item in super().items(bound):
            if item["value"] == Purpose.CONTACT.value:
                item["conditional"] = {"html": bound.form[CONTACT].as_field_group()}
            yield item


class ConsentsForm(nhs.NhsForm):
    """What we may do with her words: none is ticked beforehand, none is needed."""

    def __init__(self, step: Step, occasion: Occasion, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        purposes = step.purposes
        self.fields["consents"] = ConsentsField(
            label_size="l",
            page_heading=True,
            required=False,
            **(_one_consent(*purposes, occasion) if len(purposes) == 1 else _consents(purposes, occasion)),
        )
        if Purpose.CONTACT in purposes:
            self.fields[CONTACT] = nhs.EmailField(
                label=_("Your e-mail address"), help_text=_("Only if you ticked this box"), required=False
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if Purpose.CONTACT.value not in cleaned.get("consents", ()):
            # Without the tick the address is not used, and with scripts its box is not even shown.
            self.errors.pop(CONTACT, None)
        elif not cleaned.get(CONTACT) and CONTACT not in self.errors:
            self.add_error(CONTACT, _("Write your e-mail address, or take the tick away above it"))
        return cleaned


Form = QuestionsForm | ConsentsForm


def shown(step: Step, occasion: Occasion, given: Given) -> Form:
    """The page's form with what she has answered, not checked."""
    if step.kind is Kind.CONSENTS:
        return ConsentsForm(step, occasion, initial={"consents": given.consents, CONTACT: given.contact})
    return QuestionsForm(step, occasion, initial=dict(given.answers))


def checked(step: Step, occasion: Occasion, given: Given) -> Form:
    """The page's form with what she has answered, ready to say what is wrong."""
    if step.kind is Kind.CONSENTS:
        return ConsentsForm(step, occasion, data=given.agreeing(step.purposes).as_data())
    return QuestionsForm(step, occasion, data=given.as_data())


def _field(question: Question, occasion: Occasion, *, alone: bool) -> Field:
    common: dict[str, Any] = {
        "label": words.said(question.wording),
        "label_size": "l" if alone else "m",
        "page_heading": alone,
        "help_text": words.said(question.hint),
        "required": question.required,
    }
    if question.kind is QuestionKind.TEXT:
        return _words(words.help_box(occasion.help), common)
    choices = [(choice.code, words.said(choice.wording)) for choice in question.choices]
    if question.kind is QuestionKind.CHOICES:
        return nhs.MultipleChoiceField(choices=choices, **common)
    if len(choices) > MANY:
        return nhs.SelectField(choices=choices, empty=_("Choose, or leave it"), **common)
    return nhs.RadioField(choices=choices, **common)


def _consents(purposes: Sequence[Purpose], occasion: Occasion) -> dict[str, Any]:
    return {
        "label": consents.question(),
        "help_text": consents.how_to_answer(),
        "choices": [(purpose.value, _beside(purpose, occasion)) for purpose in purposes],
        "hints": {purpose.value: _under(purpose, occasion) for purpose in purposes},
    }


def _one_consent(purpose: Purpose, occasion: Occasion) -> dict[str, Any]:
    return {
        "label": _beside(purpose, occasion),
        "help_text": _under(purpose, occasion),
        "choices": [(purpose.value, consents.yes())],
    }


def _beside(purpose: Purpose, occasion: Occasion) -> str:
    return consents.label(purpose, partnership=occasion.partnership)


def _under(purpose: Purpose, occasion: Occasion) -> str:
    return consents.hint(purpose, after_loss=occasion.after_loss)


def _words(help_box: SafeString, common: dict[str, Any]) -> Field:
    too_long = _("Your words are %(has)s letters long. Please shorten them to %(most)s.")
    return WordsField(
        above=help_box,
        rows=6,
        max_length=LONGEST_TEXT,
        error_messages={
            "required": _("Write a few words here"),
            "max_length": too_long % {"most": "%(limit_value)d", "has": "%(show_value)d"},
        },
        **common,
    )
