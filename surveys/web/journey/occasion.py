"""What one woman is asked, by whom and about what: all that her pages need to know."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from uuid import UUID

from django.urls import reverse

from surveys.questionnaires import queries as questionnaires
from surveys.questionnaires.definition import Definition
from surveys.responses.queries import Purpose
from surveys.web.journey import words
from surveys.web.journey.route import Route
from surveys.web.journey.whom_to_ring import Help


@dataclass(frozen=True)
class Page:
    """A page by its name: its address is that of the language in which it is asked for."""

    name: str
    arguments: tuple[str, ...]

    @property
    def address(self) -> str:
        return reverse(self.name, args=self.arguments)


@dataclass(frozen=True)
class Occasion:
    """A questionnaire at a place, looked up at most once a minute in each process.

    `start` is where its pages are posted, `place` what stands in their header, `purposes` what she may
    agree to. A consultation has its key, its own page (`home_page`) and its closing time. `after_loss` opens
    gently, shows no progress, and is for specialists to read; `other_road` leads from the ordinary questions
    to those after a loss, and back. `kiosk`: on a tablet that many share. `rendered` holds pages that nobody
    has answered yet, by language and name: they live as long as the occasion is remembered.
    """

    start: Page
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
    home_page: Page | None = None
    more_help: Page | None = None
    after_loss: bool = False
    other_road: Page | None = None
    kiosk: bool = False
    rendered: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    @property
    def address(self) -> str:
        """Where its pages are posted, in the language spoken now."""
        return self.start.address

    @property
    def home(self) -> str:
        """A consultation's own page; empty for feedback."""
        return self.home_page.address if self.home_page else ""

    @property
    def help_page(self) -> str:
        """All help lines of the unit; empty where there is no such page."""
        return self.more_help.address if self.more_help else ""

    def is_closed(self, now: datetime) -> bool:
        """Whether it is a consultation that can no longer be answered."""
        return self.closes_at is not None and self.closes_at <= now

    @property
    def route(self) -> Route:
        """The pages of its questionnaire, in Easy Read with one idea on each."""
        return self._easy_route if words.is_easy() else self._route

    @cached_property
    def _route(self) -> Route:
        return Route(self.definition, self.purposes, welcome=self.after_loss)

    @cached_property
    def _easy_route(self) -> Route:
        return Route(self.definition, self.purposes, easy=True, welcome=self.after_loss)

    @property
    def subject_id(self) -> UUID:
        """What a ticket for this occasion is good for: this consultation, or what this organisation hears."""
        return self.consultation_id or self.partnership_id

    @property
    def about(self) -> str:
        """What a telling is about, the same in every language: half its id: a unit, MVP or consultation."""
        return (self.consultation_id or self.unit_id or self.partnership_id).hex[-16:]

    def asking(self, version_id: UUID) -> "Occasion":
        """The same occasion with the version that a page was made for, which may have been replaced since."""
        if version_id == self.version_id:
            return self
        asked = questionnaires.definition(questionnaires.by_id(version_id))
        return replace(self, version_id=version_id, definition=asked, rendered={})
