"""What may be a theme that the list lacks: prompts to a person, never counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from surveys.moderation import queries as moderation
from surveys.responses import queries as responses
from surveys.responses.models import FreeText, Purpose
from surveys.themes.models import EmergingPrompt

WOMEN = 5
"""The least number of women who must have said it, when it is found and whenever it is shown."""
EXAMPLES = 3


@dataclass(frozen=True)
class Prompt:
    """One question, with safe texts as examples."""

    prompt: EmergingPrompt
    examples: Sequence[FreeText]


def prompts(organisation_id: UUID) -> list[Prompt]:
    """The open questions of a partnership, what is unexplained first.

    Only while at least `WOMEN` women stand by words that are safe to read and may be used: who takes hers
    back takes them out of here too.
    """
    opened = EmergingPrompt.objects.filter(organisation_id=organisation_id, answer="")
    found = [Prompt(each, _examples(each)) for each in opened.order_by("-kind", "found_at", "id")]
    return [each for each in found if each.examples]


def open_prompt(organisation_id: UUID, prompt_id: UUID) -> Prompt | None:
    """One of them."""
    return next((each for each in prompts(organisation_id) if each.prompt.pk == prompt_id), None)


def answered_prompts(organisation_id: UUID) -> QuerySet[EmergingPrompt]:
    """What people have answered, the newest first."""
    answered = EmergingPrompt.objects.filter(organisation_id=organisation_id).exclude(answer="")
    return answered.select_related("answered_by").order_by("-answered_at", "-id")


def _examples(prompt: EmergingPrompt) -> list[FreeText]:
    """A few of the texts, one a woman; none where too few women are left."""
    texts = (
        moderation.cleared([prompt.organisation_id])
        .filter(responses.agreed_to(Purpose.THEMES), pk__in=prompt.texts.values("free_text_id"))
        .order_by(responses.SAID_AT.desc(), "id")
    )
    by_woman = {text.response_id: text for text in texts}
    return list(by_woman.values())[:EXAMPLES] if len(by_woman) >= WOMEN else []
