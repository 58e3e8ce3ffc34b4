"""What the last look shows: every question with her answer in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.html import format_html_join
from django.utils.translation import gettext as _

from surveys.questionnaires.definition import Definition, Question, QuestionKind
from surveys.web.journey import consents, words
from surveys.web.journey.given import CONSENTS, Given, field_name
from surveys.web.journey.occasion import Occasion
from surveys.web.journey.route import FIRST_CONSENTS, Kind, Step
from surveys.web.journey.visit import Visit


@dataclass(frozen=True)
class Row:
    """One question, her answer in words (empty where she gave none), and the page that asks it.

    `controls` are those that it is answered with; `nothing` stands there where she gave no answer.
    """

    question: str
    answer: str
    step: str
    controls: tuple[str, ...]
    nothing: str


def rows(visit: Visit) -> list[Row]:
    """Every question of the telling in order, with what she answered; those about her together."""
    found: list[Row] = []
    for step in visit.occasion.route:
        if step.name == FIRST_CONSENTS:
            found.append(_consents(visit.occasion, visit.given))
        elif step.kind is Kind.ABOUT_HER and len(step.questions) > 1:
            found.append(_about_her(step, visit.given))
        elif step.kind is not Kind.CONSENTS:
            found += _asked(step, visit.given)
    return found


def answered(definition: Definition, given: Given) -> list[Row]:
    """What she answered, for a page that leads nowhere."""
    rows = [row for page in definition.pages for row in _rows(page, given)]
    return [row for row in rows if row.answer]


def _asked(step: Step, given: Given) -> list[Row]:
    return _rows(step.questions, given, step.name)


def _rows(questions: Iterable[Question], given: Given, step: str = "") -> list[Row]:
    return [
        Row(
            question=words.said(question.wording),
            answer=_in_words(question, given),
            step=step,
            controls=(field_name(question.key),),
            nothing=_("Not answered"),
        )
        for question in questions
    ]


def _about_her(step: Step, given: Given) -> Row:
    said = [(words.said(question.wording), _in_words(question, given)) for question in step.questions]
    answer = format_html_join("\n", "{} {}", (row for row in said if row[1]))
    controls = tuple(field_name(question.key) for question in step.questions)
    return Row(_("About you"), answer, step.name, controls, nothing=_("Not answered"))


def _consents(occasion: Occasion, given: Given) -> Row:
    agreed = [consents.short(purpose) for purpose in occasion.purposes if purpose.value in given.consents]
    return Row(
        question=_("What we may do with your words"),
        answer="\n".join(agreed),
        step=FIRST_CONSENTS,
        controls=(CONSENTS,),
        nothing=_("Nothing more than reading them"),
    )


def _in_words(question: Question, given: Given) -> str:
    answer = given.answers.get(question.key, "")
    if question.kind is QuestionKind.TEXT:
        return str(answer).strip()
    chosen = _chosen(question, [answer] if isinstance(answer, str) else answer)
    return format_html_join("\n", "{}", ((choice,) for choice in chosen))


def _chosen(question: Question, codes: list[str]) -> Iterator[str]:
    for choice in question.choices:
        if choice.code in codes:
            yield words.said(choice.wording)
