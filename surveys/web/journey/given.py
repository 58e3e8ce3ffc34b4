"""What she has answered so far, as she typed it; it travels in the page from one to the next."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from surveys.questionnaires.definition import Definition, Question, QuestionKind
from surveys.responses.queries import Purpose

# Whether a page shows the control of this name that sends this value.
Shown = Callable[[str, str], bool]
CONSENTS = "consents"
CONTACT = "contact"


def field_name(key: str) -> str:
    """The name of a question's control."""
    return f"q-{key}"


@dataclass(frozen=True)
class Given:
    """Every answer of one telling, by question key, a list where several can be chosen."""

    answers: Mapping[str, str | list[str]]
    consents: frozenset[str]
    contact: str

    @classmethod
    def read(cls, data: QueryDict, definition: Definition) -> "Given":
        """What a page sent, for the questions of this version."""
        return cls(
            answers={question.key: _answer(data, question) for question in definition.questions},
            consents=frozenset(data.getlist(CONSENTS)),
            contact=data.get(CONTACT, "").strip(),
        )

    def together(self, older: "Given", definition: Definition) -> "Given":
        """Both, where one telling was written on two devices: no word of either is lost.

        What was chosen here stands; where nothing was, what was chosen there.
        """
        answers = {
            question.key: _both(question, self.answers[question.key], older.answers[question.key])
            for question in definition.questions
        }
        return Given(answers, self.consents or older.consents, self.contact or older.contact)

    def without(self, keys: Collection[str]) -> "Given":
        """The same without these answers."""
        return replace(self, answers={key: value for key, value in self.answers.items() if key not in keys})

    def texts(self, definition: Definition) -> list[str]:
        """What she wrote in her own words."""
        asked = (question.key for question in definition.questions if question.kind is QuestionKind.TEXT)
        return [words for key in asked if (words := str(self.answers.get(key, "")).strip())]

    def answers_any(self, shown: Shown) -> bool:
        """Whether she has used any of the controls that are shown."""
        return any(shown(name, value) for name, value in self._pairs())

    def agreed(self, asked: Collection[Purpose]) -> dict[Purpose, bool]:
        """What she agreed to, purpose by purpose; to what she was not asked, no."""
        return {purpose: purpose in asked and purpose.value in self.consents for purpose in Purpose}

    def as_data(self) -> "MultiValueDict[str, str]":
        """Everything, as a form receives it."""
        data = {field_name(key): _listed(value) for key, value in self.answers.items()}
        return MultiValueDict(data | {CONSENTS: sorted(self.consents), CONTACT: _listed(self.contact)})

    def agreeing(self, purposes: Collection[str]) -> "Given":
        """The same with no other consents than these."""
        return replace(self, consents=self.consents & frozenset(purposes))

    def hidden(self, *, shown: Shown) -> SafeString:
        """Everything as hidden inputs but the controls that the page itself shows."""
        return hidden_inputs([pair for pair in self._pairs() if not shown(*pair)])

    def _pairs(self) -> list[tuple[str, str]]:
        return [(name, value) for name, values in self.as_data().lists() for value in values]


def hidden_inputs(pairs: Collection[tuple[str, str]]) -> SafeString:
    """Hidden inputs of these names and values, escaped."""
    return format_html_join("\n", '<input type="hidden" name="{}" value="{}">', pairs)


def _answer(data: QueryDict, question: Question) -> str | list[str]:
    name = field_name(question.key)
    return data.getlist(name) if question.kind is QuestionKind.CHOICES else data.get(name, "")


def _both(question: Question, here: str | list[str], there: str | list[str]) -> str | list[str]:
    if question.kind is not QuestionKind.TEXT or not (here and there):
        return here or there
    mine, other = str(here), str(there)
    if other in mine:
        return mine
    return other if mine in other else f"{other}\n\n{mine}"


def _listed(value: str | list[str]) -> list[str]:
    return value if isinstance(value, list) else [value] if value else []
