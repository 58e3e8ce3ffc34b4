"""Which issued reports hold what one woman said: her period, her place, and made since somebody read it."""

from datetime import date, timedelta

from surveys.core.clock import local_date
from surveys.organisations.models import Organisation
from surveys.reports import queries, services
from surveys.reports.models import Report
from surveys.responses.models import Response
from tests.factories.feedback import received
from tests.factories.voices import voices
from tests.factories.world import NOW, Place

BEFORE = NOW - timedelta(days=40)
MONTHS = (date(2026, 7, 1), date(2026, 10, 1))


def issued(place: Place, about: Organisation, *, period: tuple[date, date] = MONTHS) -> Report:
    starts_on, ends_on = period
    report = services.compile_report(about, starts_on=starts_on, ends_on=ends_on, by=place.chair, now=NOW)
    services.word_report(report.pk, headline="They feel safe.", ask="", by=place.chair, now=NOW)
    return services.sign_off(report.pk, by=place.chair, now=NOW)


def holding(response: Response, **changed: object) -> list[Report]:
    known = {"said_on": local_date(response.received_at), "since": BEFORE} | changed
    return queries.holding(response.partnership_id, response.unit_id, **known)  # type: ignore[arg-type]


def test_a_report_about_her_mvp_and_days_holds_it(leicester: Place, durham: Place) -> None:
    response = received(leicester, at=BEFORE, good="Kind")
    report, _other = issued(leicester, leicester.mvp), issued(durham, durham.mvp)

    assert holding(response) == [report]
    assert holding(response, said_on=date(2026, 10, 1)) == []
    assert holding(response, since=NOW + timedelta(seconds=1)) == []


def test_a_draft_holds_nothing_for_anybody_outside(leicester: Place) -> None:
    response = received(leicester, at=BEFORE)
    services.compile_report(
        leicester.mvp, starts_on=MONTHS[0], ends_on=MONTHS[1], by=leicester.chair, now=NOW
    )

    assert holding(response) == []


def test_a_report_about_one_unit_holds_what_was_said_of_it_alone(leicester: Place) -> None:
    voices(leicester, 12, at=BEFORE)
    here, elsewhere = received(leicester, at=BEFORE), received(leicester, at=BEFORE)
    elsewhere.unit_id = leicester.service.pk
    report = issued(leicester, leicester.site)

    assert holding(here) == [report]
    assert holding(elsewhere) == []
