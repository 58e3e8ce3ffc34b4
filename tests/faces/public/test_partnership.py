"""An MVP's own page, its open data and its card for other sites: what was heard, nothing small."""

import csv
import io
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client

from surveys.commitments import services as commitments
from surveys.commitments.queries import State
from surveys.commitments.services import ActionPlan
from surveys.organisations.models import Organisation
from surveys.reports import services as reports
from surveys.themes import services as themes
from surveys.themes.codeframe import Words
from tests.faces.desk.pages import words_of
from tests.factories.voices import voices
from tests.factories.world import NOW, Place

JULY = datetime(2026, 7, 8, 10, 0, tzinfo=UTC)
MEASURES = {"people", "stage", "channel", "place", "fft_answers", "fft", "fft_share", "comments", "theme"} | {
    "theme_feeling"
}
SECRET = "Only Parisa from Leicester would say this"


def issued(place: Place, about: Organisation | None = None) -> None:
    """A report on July to September 2026, signed off."""
    report = reports.compile_report(
        about or place.mvp, starts_on=date(2026, 7, 1), ends_on=date(2026, 10, 1), by=place.chair, now=NOW
    )
    reports.word_report(report.pk, headline="They feel safe.", ask="Agree.", by=place.chair, now=NOW)
    reports.sign_off(report.pk, by=place.chair, now=NOW)


def heard(place: Place) -> None:
    """Forty women spoke of kindness; three of waiting, at another place: too few to be shown."""
    voices(place, 40, at=JULY, themes={"KIND": "positive"}, fft="very_good", good=SECRET)
    voices(place, 3, at=JULY, unit=place.service, themes={"PAIN": "negative"}, fft="poor", better=SECRET)


def action(place: Place, you_said: str) -> Any:
    plan = ActionPlan(
        you_said=you_said, we_do="Partners may stay.", owner="The ward", due_on=date(2026, 12, 1)
    )
    return commitments.open_action(place.mvp, action=plan, opened_on=NOW.date(), by=place.chair, now=NOW).pk


def closed(place: Place, you_said: str, state: State, outcome: str) -> None:
    commitments.close_action(
        action(place, you_said), state=state, outcome=outcome, closed_on=NOW.date(), by=place.chair, now=NOW
    )


def page(client: Client, address: str = "/m/leicester-mvp/") -> str:
    return words_of(client.get(address).content)


def rows(client: Client) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(client.get("/m/leicester-mvp/data.csv").content.decode())))


def test_before_the_first_report_the_page_says_so(client: Client, leicester: Place) -> None:
    heard(leicester)
    said = page(client)

    assert "We are part of Leicester LMS." in said
    assert "We have not published a report yet." in said
    assert "Nothing has been published yet." in said
    assert "open data" not in said


def test_a_draft_is_not_published(client: Client, leicester: Place) -> None:
    heard(leicester)
    reports.compile_report(
        leicester.mvp, starts_on=date(2026, 7, 1), ends_on=date(2026, 10, 1), by=leicester.chair, now=NOW
    )

    assert "We have not published a report yet." in page(client)
    assert rows(client) == []


def test_what_was_heard_stands_there_in_figures(client: Client, leicester: Place) -> None:
    voices(leicester, 40, at=JULY, themes={"KIND": "positive"}, fft="very_good")
    voices(leicester, 10, at=JULY, themes={"PAIN": "negative"}, fft="poor")
    issued(leicester)
    said = page(client)

    assert "From 1 July 2026 to 30 September 2026: 50 people told us about their care." in said
    assert "80.0% of 50 answers said the care was good or very good." in said
    assert "not an official statistic" in said
    assert "Kindness and respect: 40 people Pain relief: 10 people" in said


def test_themes_are_named_in_her_language_and_a_chairs_own_as_she_wrote_them(
    client: Client, leicester: Place
) -> None:
    own = Words("Nights alone", "Being alone on the ward at night.")
    code = themes.add_code(leicester.mvp, words=own, why="Many said so", by=leicester.chair, now=NOW)
    voices(leicester, 40, at=JULY, themes={"KIND": "positive"}, fft="very_good")
    voices(leicester, 20, at=JULY, themes={code: "negative"}, fft="poor")
    issued(leicester)

    for language, kindness in (("pl", "Życzliwość i szacunek"), ("ar", "اللطف والاحترام")):
        html = client.get(f"/{language}/m/leicester-mvp/").content.decode()
        assert f"<li>{kindness}: " in html
        assert '<li><span lang="en" dir="ltr">Nights alone</span>: ' in html
        assert "Kindness and respect" not in html


def test_small_numbers_and_words_are_nowhere(client: Client, leicester: Place) -> None:
    heard(leicester)
    issued(leicester)
    told = page(client) + str(rows(client)) + str(client.get("/m/leicester-mvp/data.json").json())

    assert SECRET not in told
    assert "They feel safe." not in told
    small = [row for row in rows(client) if row["count"] and 0 < int(row["count"]) < 5]
    assert small == []
    by_place = {row["label"]: row for row in rows(client) if row["measure"] == "place"}
    assert by_place["Leicester Home Birth Team"]["count"] == ""
    assert by_place["Leicester Home Birth Team"]["hidden"] == "yes"
    # Forty beside 43 in all would give the three away.
    assert by_place["Leicester Hospital"]["count"] == ""


def test_the_two_files_say_the_same(client: Client, leicester: Place) -> None:
    heard(leicester)
    issued(leicester)
    (report,) = client.get("/m/leicester-mvp/data.json").json()["reports"]

    def plain(value: Any) -> str:
        return "" if value is None else str(value)

    same = ("measure", "key", "label", "count", "percent")
    figures = [[plain(each[column]) for column in same] for each in report["figures"]]
    assert [[row[column] for column in same] for row in rows(client)] == figures
    assert ["people", "all", "People who answered", "43", ""] in figures
    assert {(row["period_starts"], row["period_ends"]) for row in rows(client)} == {
        ("2026-07-01", "2026-09-30")
    }


def test_no_group_of_women_is_told_apart_in_public(client: Client, leicester: Place) -> None:
    voices(leicester, 40, at=JULY, fft="good", ethnicity="pakistani", age="25_29")
    issued(leicester)

    assert {row["measure"] for row in rows(client)} == MEASURES


def test_reports_about_others_do_not_stand_on_an_mvps_page(
    client: Client, leicester: Place, durham: Place
) -> None:
    for place in (durham, leicester):
        heard(place)
    issued(durham)
    issued(leicester, leicester.site)

    assert "We have not published a report yet." in page(client)
    assert rows(client) == []


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_open_data_may_be_read_by_any_page_and_comes_without_a_cookie(
    client: Client, leicester: Place, kind: str
) -> None:
    answer = client.get(f"/m/leicester-mvp/data.{kind}")

    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert not answer.cookies


def test_the_licence_is_what_was_decided(client: Client, leicester: Place, settings: Any) -> None:
    heard(leicester)
    issued(leicester)
    assert "No licence has been chosen yet." in page(client)

    settings.OPEN_DATA_LICENCE = "Open Government Licence v3.0"
    assert "Licence: Open Government Licence v3.0" in page(client)
    assert client.get("/m/leicester-mvp/data.json").json()["licence"] == "Open Government Licence v3.0"


def test_what_changed_is_told_whatever_came_of_it(client: Client, leicester: Place) -> None:
    action(leicester, "Nights alone are hard.")
    closed(leicester, "Nobody explains.", State.DONE, "There is a leaflet in eleven languages.")
    closed(leicester, "The ward is hot.", State.CANNOT, "The building is listed.")
    said = page(client)

    assert "You said: Nights alone are hard. Still waiting: Partners may stay." in said
    assert "The ward, by 1 December 2026" in said
    assert "You said: Nobody explains. We did: There is a leaflet in eleven languages." in said
    assert "We cannot, because: The building is listed." in said


def test_the_card_shows_the_latest_and_leads_to_the_page(client: Client, leicester: Place) -> None:
    closed(leicester, "Nobody explains.", State.DONE, "There is a leaflet.")
    answer = client.get("/m/leicester-mvp/embed")

    assert "There is a leaflet." in words_of(answer.content)
    assert 'href="/m/leicester-mvp/"' in answer.content.decode()
