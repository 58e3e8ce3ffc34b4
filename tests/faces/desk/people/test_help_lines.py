"""An officer keeps the help lines right, and sees which have not been checked for long."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from surveys.core import clock
from surveys.core.actors import SYSTEM
from surveys.core.models import AuditEvent
from surveys.organisations import queries, services
from surveys.organisations.models import HelpLine, Organisation
from tests.faces.desk.pages import signed_in, words_of
from tests.factories.world import NOW, Place

LINES = "/desk/leicester-lms/people/help-lines/"
TRIAGE = {
    "purpose": "triage",
    "name": "Triage",
    "phone": "0116 496 0123",
    "url": "",
    "hours": "Day and night",
}


@pytest.fixture
def officer(leicester: Place) -> Client:
    return signed_in(leicester.lms_officer)


def line(place: Organisation | None, name: str = "Old line", **fields: Any) -> HelpLine:
    """A line that nobody has checked for years."""
    known: dict[str, Any] = {
        "purpose": HelpLine.Purpose.TRIAGE,
        "phone": "0116 496 0000",
        "checked_on": date(2024, 1, 1),
    }
    return services.list_help_line(organisation=place, name=name, by=SYSTEM, now=NOW, **known | fields)


def test_a_new_line_is_what_women_are_shown(officer: Client, leicester: Place) -> None:
    officer.post(f"{LINES}new/", TRIAGE | {"place": "leicester-site"})

    today = clock.local_date(clock.now())
    shown = queries.triage_line(leicester.site, on=today)
    assert shown is not None
    assert (shown.name, shown.phone, shown.checked_on) == ("Triage", "0116 496 0123", today)


def test_what_is_long_unchecked_stands_first_and_says_so(officer: Client, leicester: Place) -> None:
    line(leicester.mvp, "Fresh line", checked_on=clock.local_date(clock.now()))
    line(leicester.site)

    page = words_of(officer.get(LINES).content)

    assert page.index("Old line") < page.index("Fresh line")
    assert page.count("Check it again") == 1


def test_checking_takes_one_press(officer: Client, leicester: Place) -> None:
    old = line(leicester.site)

    officer.post(f"{LINES}{old.pk}/checked/")

    old.refresh_from_db()
    assert old.checked_on == clock.local_date(clock.now())
    event = AuditEvent.objects.get(verb="check help line")
    assert (event.actor_id, event.subject_id) == (leicester.lms_officer.pk, old.pk)


def test_a_changed_line_keeps_its_place_and_counts_as_checked(officer: Client, leicester: Place) -> None:
    old = line(leicester.site)
    assert 'value="0116 496 0000"' in officer.get(f"{LINES}{old.pk}/").content.decode()

    officer.post(f"{LINES}{old.pk}/", TRIAGE)

    old.refresh_from_db()
    assert (old.phone, old.organisation) == ("0116 496 0123", leicester.site)
    assert old.checked_on == clock.local_date(clock.now())
    assert AuditEvent.objects.filter(verb="change help line", subject_id=old.pk).exists()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"phone": ""}, "Enter a phone number or a web page"),
        ({"url": "javascript:alert(1)"}, "it starts with https://"),
        ({"url": "www.nhs.uk"}, "it starts with https://"),
        ({"purpose": ""}, "Choose what it is for"),
        ({"place": "durham-site"}, "Select a valid choice"),
    ],
)
def test_what_would_not_help_is_refused_in_words(
    officer: Client, durham: Place, changes: dict[str, str], said: str
) -> None:
    page = officer.post(f"{LINES}new/", TRIAGE | {"place": "leicester-site"} | changes)

    assert said in words_of(page.content)
    assert not HelpLine.objects.exists()


def test_lines_of_all_england_can_be_read_but_not_changed_here(officer: Client) -> None:
    everybodys = line(None, "Emergency")

    assert "Emergency" in words_of(officer.get(LINES).content)
    assert officer.get(f"{LINES}{everybodys.pk}/").status_code == 404
    assert officer.post(f"{LINES}{everybodys.pk}/checked/").status_code == 404
