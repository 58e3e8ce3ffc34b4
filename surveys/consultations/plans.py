"""What a chair writes before she opens a consultation, and the questions that come of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_noop as _

from surveys.questionnaires.definition import Choice, Definition, Question, QuestionKind
from surveys.questionnaires.standard import ABOUT_HER
from surveys.questionnaires.wordings import in_every_language

PREFERRED = "preferred"


@dataclass(frozen=True)
class OptionText:
    """One thing that could be done, in words."""

    title: str
    detail: str = ""


@dataclass(frozen=True)
class Plan:
    """What is proposed and why, until when, what could be done, and what is asked."""

    title: str
    proposal: str
    reasons: str
    closes_at: datetime
    options: tuple[OptionText, ...] = ()
    # Free-text questions, in order.
    questions: tuple[str, ...] = ()


def definition(plan: Plan) -> Definition | None:
    """Which option she prefers, the free questions, those about her; None when nothing is asked."""
    asked = _choice_between(plan.options) + _free_texts(plan.questions)
    return in_every_language(Definition((*asked, *ABOUT_HER))) if asked else None


def option_code(position: int) -> str:
    """The code of the option at a position, counted from 1."""
    return f"option-{position}"


def _choice_between(options: Sequence[OptionText]) -> tuple[Question, ...]:
    if len(options) < 2:
        return ()
    choices = tuple(Choice(option_code(at), {"en": text.title}) for at, text in enumerate(options, start=1))
    none = Choice("none", {"en": _("None of these")})
    unsure = Choice("unsure", {"en": _("I am not sure")})
    return (
        Question(
            key=PREFERRED,
            kind=QuestionKind.CHOICE,
            wording={"en": _("Which do you think would be best?")},
            hint={},
            choices=(*choices, none, unsure),
            page=1,
        ),
    )


def _free_texts(wordings: Sequence[str]) -> tuple[Question, ...]:
    return tuple(
        Question(
            key=f"question-{at}",
            kind=QuestionKind.TEXT,
            wording={"en": wording},
            hint={},
            choices=(),
            page=2,
        )
        for at, wording in enumerate(wordings, start=1)
    )
