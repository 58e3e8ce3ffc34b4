"""Whose comments are whose to check: those of an MVP, and those after a loss; the pages are the same."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from surveys.people.roles import Permission
from surveys.web.desk import wording


@dataclass(frozen=True)
class Queue:
    """Comments that wait for the same people.

    `checks` is what somebody needs to check them, `reads` to read them when they are safe, `risks` to see
    which risks wait, and `leads` to say who is on call; `pages` is what the names of their pages begin with,
    and `home` the page that lists them all.
    """

    checks: Permission
    reads: Permission
    risks: Permission
    leads: Permission
    pages: str
    home: str
    stages: Mapping[str, str]
    after_loss: bool = False

    def page(self, name: str) -> str:
        """The whole name of one of their pages."""
        return self.pages + name

    def address(self, name: str, *parts: object) -> str:
        """Where one of their pages is; the first part is the organisation's slug."""
        return reverse(self.page(name), args=parts)


ORDINARY = Queue(
    checks=Permission.MODERATE,
    reads=Permission.READ_WORDS,
    risks=Permission.SEE_RISKS,
    leads=Permission.LEAD_ON_RISKS,
    pages="desk:",
    home="feedback",
    stages=wording.STAGES,
)
AFTER_LOSS = Queue(
    checks=Permission.MODERATE_LOSS,
    reads=Permission.MODERATE_LOSS,
    risks=Permission.MODERATE_LOSS,
    leads=Permission.MODERATE_LOSS,
    pages="desk:loss:",
    home="home",
    stages=wording.AFTER_LOSS,
    after_loss=True,
)
