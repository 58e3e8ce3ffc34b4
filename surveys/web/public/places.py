"""Where one can go from a public page."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from surveys.organisations import queries as organisations
from surveys.organisations.queries import Kind, Organisation
from surveys.web.places import Place


@dataclass(frozen=True)
class System:
    """An LMS and the MVPs that are part of it."""

    lms: Organisation
    partnerships: list[Organisation]


def partnerships_by_lms(on: date) -> list[System]:
    """Every LMS that has an MVP on a day, with its MVPs, by name."""
    systems = [
        System(lms, list(organisations.under(lms, kind=Kind.MVP, on=on)))
        for lms in organisations.existing(on).filter(kind=Kind.LMS)
    ]
    return [system for system in systems if system.partnerships]


def foot_links() -> list[Place]:
    """The links at the end of every public page."""
    return [
        Place(_("Find your hospital"), reverse("public:home")),
        Place(_("I have a receipt code"), reverse("feedback:receipt")),
        Place(_("Go on with what I saved"), reverse("feedback:go-on")),
        Place(_("Privacy"), reverse("public:privacy")),
        Place(_("Accessibility"), reverse("public:accessibility")),
        Place(_("Staff sign in"), reverse("account_login")),
    ]
