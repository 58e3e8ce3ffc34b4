"""Where one woman's feedback is: received, read, in a report, acted on; each asked of the room that knows.

Says what was done with hers and nothing of anybody else's: names of reports and published words only.
"""

from datetime import date, datetime

from django.utils.translation import gettext as _

from surveys.commitments import queries as commitments
from surveys.consultations.queries import Consultation
from surveys.core.clock import local_date
from surveys.moderation import queries as moderation
from surveys.moderation.queries import Reading
from surveys.organisations import queries as organisations
from surveys.reports import queries as reports
from surveys.responses import queries as responses
from surveys.responses.queries import Purpose, Response
from surveys.themes import queries as themes
from surveys.web.journey import words
from surveys.web.journey.afterwards import Happening

MOST_REPORTS = 3
MOST_ACTIONS = 3


def steps(response: Response, *, now: datetime) -> list[Happening]:
    """What has happened to it, with days; and what has not yet, as "later"."""
    reading = moderation.reading_of(response.pk)
    if response.after_loss:
        return _after_loss(response, reading)
    first = [*_came(response), *_read(response, reading)]
    if response.consultation is not None:
        return first + _decided(response.consultation, now=now)
    return first + _reported(response, reading) + _acted_on(response, now=now)


def _after_loss(response: Response, reading: Reading) -> list[Happening]:
    """Said more quietly; of a report only what holds for all, since a small number may not be told."""
    came = Happening(_("We have what you told us, and we keep it safe"), "done", response.received_at)
    told = _(
        "When enough parents have told us, the leaders of maternity care in %(area)s hear what parents said"
    )
    read = [
        Happening(_("Somebody trained for this has read it"), "done", reading.read_at)
        if reading.read_at
        else Happening(_("Somebody trained for this reads it"), "later")
    ]
    later = Happening(told % {"area": response.partnership.name}, "later")
    return [came, *(read if reading.texts else []), later]


def _came(response: Response) -> list[Happening]:
    came = [Happening(_("You sent it, and we have it"), "done", response.received_at)]
    added_at = responses.last_added_at(response.pk)
    return came + ([Happening(_("You added something"), "done", added_at)] if added_at else [])


def _read(response: Response, reading: Reading) -> list[Happening]:
    if not reading.texts:
        return []
    names = {"partnership": response.partnership.name}
    if reading.read_at is None:
        return [Happening(_("A person at %(partnership)s reads it") % names, "later")]
    read = [Happening(_("A person at %(partnership)s has read it") % names, "done", reading.read_at)]
    if reading.waiting:
        read.append(Happening(_("A person at %(partnership)s reads what you added") % names, "later"))
    return read


def _reported(response: Response, reading: Reading) -> list[Happening]:
    later = Happening(
        _("We tell the hospital and its leaders what you and others said, in a report"), "later"
    )
    if reading.texts and reading.read_at is None:
        return [later]
    found = reports.holding(
        response.partnership_id,
        response.unit_id,
        said_on=local_date(response.received_at),
        since=reading.read_at or response.received_at,
    )
    return [_in_report(report) for report in found[:MOST_REPORTS]] or [later]


def _in_report(report: reports.Report) -> Happening:
    names = {
        "organisation": report.organisation.name,
        "period": _months(report.starts_on, reports.ReportPeriod(report.starts_on, report.ends_on).last_day),
    }
    text = _("It is counted in the report of %(organisation)s about %(period)s") % names
    return Happening(text, "done", report.signed_off_at)


def _months(first: date, last: date) -> str:
    begins, ends = words.month(first), words.month(last)
    return begins if begins == ends else _("%(first)s to %(last)s") % {"first": begins, "last": ends}


def _acted_on(response: Response, *, now: datetime) -> list[Happening]:
    """What was done about the themes that a person found in her words, where she agreed to themes."""
    if not responses.has_agreed(response.pk, Purpose.THEMES):
        return []
    today = local_date(now)
    places = {response.partnership_id, response.unit_id or response.partnership_id}
    over = {key for place in places for key in organisations.ids_over(place, on=today)}
    codes = themes.decided_for(response.pk)
    done = commitments.done_about(codes, over, after=local_date(response.received_at))[:MOST_ACTIONS]
    return [
        Happening(
            _("You and others told us about this. Now it is done:"), "done", action.closed_on, action.outcome
        )
        for action in done
    ] or [Happening(_("We tell you here what has been done about it"), "later")]


def _decided(consultation: Consultation, *, now: datetime) -> list[Happening]:
    return [
        _at(_("Everybody’s answers are in"), consultation.closes_at, now=now),
        _at(_("A decision is made"), consultation.decided_at, now=now),
        _at(
            _("We write on this consultation’s page how your views were used"),
            consultation.reported_at,
            now=now,
        ),
    ]


def _at(text: str, moment: datetime | None, *, now: datetime) -> Happening:
    return Happening(text, "done" if moment is not None and moment <= now else "later", moment)
