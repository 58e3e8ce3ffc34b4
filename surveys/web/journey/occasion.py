"""What one woman is asked, by whom and about what: all that her pages need to know."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from uuid import UUID

from surveys.questionnaires import queries as questionnaires
from surveys.questionnaires.definition import Definition
from surveys.responses.queries import Purpose
from surveys.web.journey.route import Route
from surveys.web.journey.whom_to_ring import Help


@dataclass(frozen=True)
class Occasion:
    """A questionnaire at a place, looked up at most once a minute in each process.

    `address` is where its pages are posted, `place` what stands in their header, `purposes` what she may
    agree to. A consultation has its key, its own page (`home`) and its closing time. `rendered` holds pages
    that nobody has answered yet, by name: they live as long as the occasion is remembered.
    """

    address: str
    place: str
    partnership: str
    partnership_id: UUID
    version_id: UUID
    definition: Definition
    help: Help
    purposes: tuple[Purpose, ...]
    unit_id: UUID | None = None
    consultation_id: UUID | None = None
    closes_at: datetime | None = None
    home: str = ""
    help_page: str = ""
    rendered: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def route(self) -> Route:
        """The pages of its questionnaire."""
        return Route(self.definition)

    @property
    def subject_id(self) -> UUID:
        """What a ticket for this occasion is good for: this consultation, or this MVP's feedback."""
        return self.consultation_id or self.partnership_id

    def asking(self, version_id: UUID) -> "Occasion":
        """The same occasion with the version that a page was made for, which may have been replaced since."""
        if version_id == self.version_id:
            return self
        asked = questionnaires.definition(questionnaires.by_id(version_id))
        return replace(self, version_id=version_id, definition=asked, rendered={})
