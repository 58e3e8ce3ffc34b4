"""The pages of a telling, in order: about her care, what we may do with it, about her, and a last look."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from surveys.questionnaires.definition import Definition, Question, QuestionKind
from surveys.web.journey.given import CONSENTS, CONTACT, field_name


class Kind(StrEnum):
    CARE = "care"
    CONSENTS = "consents"
    ABOUT_HER = "about_her"
    REVIEW = "review"


@dataclass(frozen=True)
class Step:
    """One page. `number` counts the pages about her care from 1; it is 0 on the others."""

    name: str
    kind: Kind
    questions: tuple[Question, ...] = ()
    number: int = 0

    @property
    def controls(self) -> frozenset[str]:
        """The names of the controls that the page shows."""
        if self.kind is Kind.CONSENTS:
            return frozenset({CONSENTS, CONTACT})
        return frozenset(field_name(question.key) for question in self.questions)

    @property
    def choices(self) -> frozenset[str]:
        """The questions of the page that are answered by choosing."""
        return frozenset(q.key for q in self.questions if q.kind is not QuestionKind.TEXT)


CONSENTS_STEP = Step("consents", Kind.CONSENTS)
REVIEW = Step("review", Kind.REVIEW)


class Route:
    """The pages of one version."""

    def __init__(self, definition: Definition) -> None:
        care = [page for page in definition.pages if not _about_her(page)]
        about_her = [page for page in definition.pages if _about_her(page)]
        self.care = tuple(Step(f"care-{at}", Kind.CARE, page, at) for at, page in enumerate(care, start=1))
        others = (Step(f"about-{at}", Kind.ABOUT_HER, page) for at, page in enumerate(about_her, start=1))
        self.steps = (*self.care, CONSENTS_STEP, *others, REVIEW)

    def __iter__(self) -> Iterator[Step]:
        return iter(self.steps)

    @property
    def first(self) -> Step:
        return self.steps[0]

    def at(self, name: str) -> Step:
        """The page of this name; the first where a changed version no longer has it."""
        return next((step for step in self.steps if step.name == name), self.first)

    def after(self, step: Step) -> Step:
        return self.steps[min(self.steps.index(step) + 1, len(self.steps) - 1)]

    def before(self, step: Step) -> Step:
        return self.steps[max(self.steps.index(step) - 1, 0)]


def _about_her(page: tuple[Question, ...]) -> bool:
    return all(question.about_her for question in page)
