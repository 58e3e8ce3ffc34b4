"""Help lines as the pages show them."""

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
    purpose: str = ""


@dataclass(frozen=True)
class Help:
    """Whom to ring from a unit; `lines` are those to ring, `pages` those with an address only.

    `bereavement` are those of either kind that are there after a loss; with `after_loss` no word of a page
    asks after a baby. Where a device is not to dial (a ward's tablet), numbers and pages are no links.
    """

    unit: str = ""
    triage_phone: str = ""
    lines: tuple[Line, ...] = ()
    pages: tuple[Line, ...] = ()
    bereavement: tuple[Line, ...] = ()
    after_loss: bool = False
    dials: bool = True


def from_unit(unit: Organisation, *, on: date, after_loss: bool = False) -> Help:
    """The help lines of a unit and of all that it is part of, most urgent first, or those after a loss."""
    known = organisations.help_lines(unit, on=on)
    if after_loss:
        known.sort(key=lambda line: line.purpose != HelpLine.Purpose.BEREAVEMENT)
    triage = next((line for line in known if line.purpose == HelpLine.Purpose.TRIAGE), None)
    others = [_line(line) for line in known if line.purpose not in SHOWN_APART]
    return Help(
        unit=unit.name,
        triage_phone=triage.phone if triage else "",
        lines=tuple(line for line in others if line.phone),
        pages=tuple(line for line in others if not line.phone),
        bereavement=tuple(_line(line) for line in known if line.purpose == HelpLine.Purpose.BEREAVEMENT),
        after_loss=after_loss,
    )


def _line(line: HelpLine) -> Line:
    return Line(line.name, line.phone, line.url, line.hours, line.purpose)
