"""The pages of a telling, in order: about her care, what we may do with it, about her, and a last look.

In Easy Read every page has one idea: each question and each consent stands on a page of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from surveys.questionnaires.definition import Definition, Question, QuestionKind
from surveys.responses.queries import Purpose
from surveys.web.journey.given import CONSENTS, CONTACT, field_name


class Kind(StrEnum):
    WELCOME = "welcome"
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
    purposes: tuple[Purpose, ...] = ()
    number: int = 0

    def shows(self, name: str, value: str) -> bool:
        """Whether the page shows the control of this name that sends this value."""
        if self.kind is Kind.CONSENTS:
            return (name == CONSENTS and value in self.purposes) or (
                name == CONTACT and Purpose.CONTACT in self.purposes
            )
        return name in {field_name(question.key) for question in self.questions}

    @property
    def picture(self) -> str:
        """What its picture shows in Easy Read: a question's key, a purpose, or the kind of page."""
        if len(self.questions) == 1:
            return self.questions[0].key
        return str(self.purposes[0]) if len(self.purposes) == 1 else str(self.kind)

    @property
    def choices(self) -> frozenset[str]:
        """The questions of the page that are answered by choosing."""
        return frozenset(q.key for q in self.questions if q.kind is not QuestionKind.TEXT)


WELCOME_STEP = Step("welcome", Kind.WELCOME)
REVIEW = Step("review", Kind.REVIEW)
FIRST_CONSENTS = "consents"


class Route:
    """The pages of one version, where she is asked to agree to these purposes.

    `welcome`: a page that asks nothing comes first.
    """

    def __init__(
        self,
        definition: Definition,
        purposes: Sequence[Purpose],
        *,
        easy: bool = False,
        welcome: bool = False,
    ) -> None:
        pages = definition.pages
        if easy:
            pages = [(question,) for page in pages for question in page]
        care = [page for page in pages if not _about_her(page)]
        about_her = [page for page in pages if _about_her(page)]
        agreed = [(purpose,) for purpose in purposes] if easy else [tuple(purposes)]
        self.care = tuple(
            Step(f"care-{at}", Kind.CARE, page, number=at) for at, page in enumerate(care, start=1)
        )
        self.steps: tuple[Step, ...] = (
            *((WELCOME_STEP,) if welcome else ()),
            *self.care,
            *_consents(agreed),
            *(Step(f"about-{at}", Kind.ABOUT_HER, page) for at, page in enumerate(about_her, start=1)),
            REVIEW,
        )

    def __iter__(self) -> Iterator[Step]:
        return iter(self.steps)

    @property
    def first(self) -> Step:
        return self.steps[0]

    def at(self, name: str) -> Step:
        """The page of this name; where this route lacks it, the first of its kind, or the first of all.

        A changed version, or another language with fewer pages, may lack it.
        """
        kind = name.partition("-")[0]
        alike = [step for step in self.steps if step.name.partition("-")[0] == kind]
        return next((step for step in alike if step.name == name), (alike or [self.first])[0])

    def after(self, step: Step) -> Step:
        return self.steps[min(self.steps.index(step) + 1, len(self.steps) - 1)]

    def before(self, step: Step) -> Step:
        return self.steps[max(self.steps.index(step) - 1, 0)]


def _consents(agreed: Sequence[tuple[Purpose, ...]]) -> Iterator[Step]:
    names = [FIRST_CONSENTS, *(f"{FIRST_CONSENTS}-{at}" for at in range(2, len(agreed) + 1))]
    for name, purposes in zip(names, agreed, strict=False):
        yield Step(name, Kind.CONSENTS, purposes=purposes)


def _about_her(page: tuple[Question, ...]) -> bool:
    return all(question.about_her for question in page)
