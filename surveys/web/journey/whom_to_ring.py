"""Help lines as the pages show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_noop as _

from surveys.organisations import queries as organisations
from surveys.organisations.queries import HelpLine, Organisation

# What most lines say of their hours, so that it can be translated; others stand as an officer wrote them.
HOURS = (_("day and night"), _("every day"), _("weekdays"))
# 999, the triage line and 111 stand on every page by themselves.
SHOWN_APART = (HelpLine.Purpose.EMERGENCY, HelpLine.Purpose.TRIAGE, HelpLine.Purpose.URGENT)


@dataclass(frozen=True)
class Line:
    """One line to ring or page to open; `phone` or `url` may be empty, not both."""

    name: str
    phone: str
    url: str
    when: str


@dataclass(frozen=True)
class Help:
    """Whom to ring from a unit; `lines` are those to ring, `pages` those with an address only."""

    unit: str = ""
    triage_phone: str = ""
    lines: tuple[Line, ...] = ()
    pages: tuple[Line, ...] = ()


def from_unit(unit: Organisation, *, on: date) -> Help:
    """The help lines of a unit and of all that it is part of, most urgent first."""
    known = organisations.help_lines(unit, on=on)
    triage = next((line for line in known if line.purpose == HelpLine.Purpose.TRIAGE), None)
    others = list(_others(known))
    return Help(
        unit=unit.name,
        triage_phone=triage.phone if triage else "",
        lines=tuple(line for line in others if line.phone),
        pages=tuple(line for line in others if not line.phone),
    )


def _others(known: Iterable[HelpLine]) -> Iterable[Line]:
    for line in known:
        if line.purpose not in SHOWN_APART:
            yield Line(name=line.name, phone=line.phone, url=line.url, when=line.hours)
