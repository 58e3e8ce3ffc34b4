"""What a short address leads to: a unit, where it went, or how to find one; and whom to ring."""

import time
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from surveys.core.actors import SYSTEM
from surveys.organisations import services as organisations
from surveys.organisations.models import HelpLine, Kind
from surveys.web.journey import remembering
from tests.faces.feedback.telling import Woman
from tests.factories.world import NOW, START, Place, organisation


def triage(place: Place, phone: str) -> None:
    organisations.list_help_line(
        organisation=place.site,
        purpose=HelpLine.Purpose.TRIAGE,
        name="Triage",
        phone=phone,
        checked_on=START,
        by=SYSTEM,
        now=NOW,
    )


def test_an_unknown_address_says_how_to_find_her_unit(leicester: Place, client: Client) -> None:
    answer = client.get("/nowhere")

    assert answer.status_code == 404
    assert 'href="/m/leicester-mvp/"' in answer.content.decode()


def test_wrong_addresses_one_after_the_other_ask_the_database_little(
    leicester: Place, client: Client
) -> None:
    client.get("/nowhere")

    with CaptureQueriesContext(connection) as asked:
        client.get("/nowhere-else")

    assert len(asked) == 2, "whether there is such a unit, and whether there was"


def test_a_unit_that_has_ended_says_where_to_go(leicester: Place, client: Client) -> None:
    new = organisation(Kind.SITE, "New Hospital", parent=leicester.mvp, short_code="new")
    organisations.merge([leicester.site], successor=new, on=date(2022, 4, 1), note="", by=SYSTEM, now=NOW)

    answer = client.get("/leicester")

    assert answer.status_code == 410
    assert 'href="/new"' in answer.content.decode()


def test_a_renamed_unit_shows_within_a_minute(leicester: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Leicester Hospital" in Woman().page.html
    leicester.site.name = "Leicester Royal"
    leicester.site.save()
    in_a_minute = time.monotonic() + remembering.SECONDS
    monkeypatch.setattr(time, "monotonic", lambda: in_a_minute)

    assert "Leicester Royal" in Woman().page.html


def test_every_place_for_words_has_help_above_it(leicester: Place) -> None:
    triage(leicester, "0116 555 0100")
    woman = Woman()
    for step in ("care-3", "care-4"):
        page = woman.to(step).html
        box, words = page.index('class="mv-help"'), page.index("<textarea")
        assert box < words
        for number in ("999", "0116 555 0100", "111"):
            assert number in page[box:words]


def test_help_now_lists_the_units_lines(leicester: Place, client: Client) -> None:
    triage(leicester, "0116 555 0100")

    page = client.get("/leicester/help").content.decode()

    assert "0116 555 0100" in page
    assert "not an official statistic" in page


def test_no_page_of_the_journey_sets_a_cookie_or_may_be_shared(leicester: Place) -> None:
    woman = Woman()
    answers = [woman.page.answer]
    while woman.page.at != "review":
        answers.append(woman.press(**({"good": "Kind"} if woman.page.at == "care-3" else {})).answer)
    answers.append(woman.press("send").answer)

    assert len(answers) == 8
    for answer in answers:
        assert not answer.cookies
        assert answer["Cache-Control"] == "private, no-cache"


def test_two_women_never_get_one_key(leicester: Place) -> None:
    assert Woman().page.fields["ticket"] != Woman().page.fields["ticket"]


def test_the_first_page_asks_the_database_nothing_the_second_time(leicester: Place) -> None:
    Woman()
    with CaptureQueriesContext(connection) as asked:
        Woman()

    assert len(asked) == 0


def test_sending_costs_one_statement(leicester: Place) -> None:
    woman = Woman()
    woman.to_review(good="Kind")
    with CaptureQueriesContext(connection) as asked:
        woman.press("send")

    assert len(asked) == 1


@pytest.mark.parametrize(
    "typed", ["/LEICESTER", "/leicester/", "/Leicester?utm_source=poster", "/pl/Leicester"]
)
def test_capitals_a_slash_and_what_other_sites_add_do_no_harm(
    leicester: Place, client: Client, typed: str
) -> None:
    answer = client.get(typed)

    assert answer.status_code == 200
    assert "Leicester Hospital" in answer.content.decode()
    assert "utm_source" not in answer.content.decode()


@pytest.mark.parametrize("typed", ["/leicester.", "/leicester%20", "/leicester),", "/leicester%E2%80%9D."])
def test_what_a_message_puts_behind_an_address_is_left_out(
    leicester: Place, client: Client, typed: str
) -> None:
    answer = client.get(typed)

    assert answer.status_code == 302
    assert answer.headers["Location"] == "/leicester"
    assert client.get(f"/ur{typed}").headers["Location"] == "/ur/leicester"


def test_a_file_that_is_not_there_is_no_short_address(client: Client, leicester: Place) -> None:
    assert client.get("/favicon.ico").status_code == 404
