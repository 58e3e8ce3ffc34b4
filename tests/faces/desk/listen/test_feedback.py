"""Feedback is read by those who may, once it is safe; nobody else learns that it exists."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from surveys.core import clock
from surveys.core.models import AuditEvent
from surveys.moderation import services as moderation
from surveys.moderation.redaction import Redaction
from surveys.people.models import User
from surveys.responses import services as responses
from surveys.responses.models import Purpose
from surveys.themes import services as themes
from tests.faces.desk.pages import signed_in, words_of
from tests.factories.feedback import prepared
from tests.factories.listening import themed
from tests.factories.world import NOW, Place

LISTEN = "/desk/leicester-mvp/listen/"
RUDE = "The midwife Sarah was rude. The parking was easy"
PAGES = ["", "themes/", "check/"]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("role", ["trust_staff", "lms_officer", "board_member", "loss_moderator"])
def test_who_reads_no_words_finds_nothing_here(leicester: Place, role: str, page: str) -> None:
    assert signed_in(getattr(leicester, role)).get(LISTEN + page).status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_another_tenant_finds_nothing_here(leicester: Place, durham: Place, page: str) -> None:
    text = themed(leicester, better=RUDE)

    for user in (durham.chair, durham.moderator):
        assert signed_in(user).get(LISTEN + page).status_code == 404
        assert signed_in(user).get(f"/desk/durham-mvp/listen/{text.response_id}/").status_code == 404


@pytest.mark.parametrize("role", ["chair", "moderator"])
def test_what_nobody_has_checked_is_not_shown(leicester: Place, role: str) -> None:
    text = themed(leicester, better=RUDE)
    reader = signed_in(getattr(leicester, role))

    for address in (LISTEN, f"{LISTEN}{text.response_id}/", "/desk/leicester-mvp/"):
        page = words_of(reader.get(address).content)
        assert "Not checked yet" in page
        assert "rude" not in page
    assert not AuditEvent.objects.filter(verb="read raw words").exists()


def test_safe_words_are_shown_with_their_themes_and_hidden_details_marked(leicester: Place) -> None:
    text = themed(leicester, better="Ring me on 07700 900123. She was rude")
    moderation.clear(text.pk, redactions=[Redaction(11, 23, "phone")], by=leicester.chair, now=NOW)

    answer = signed_in(leicester.moderator).get(LISTEN)

    assert "Ring me on hidden: [phone number] . She was rude" in words_of(answer.content)
    assert "07700" not in answer.content.decode()
    assert "Kindness and respect: bad (suggested)" in words_of(answer.content)


def test_what_she_agreed_to_is_shown_with_the_words_that_she_saw(leicester: Place) -> None:
    given = replace(
        prepared(leicester), language="pl", consents=dict.fromkeys(Purpose, False) | {Purpose.QUOTE: True}
    )
    (response,) = responses.receive_many([given], now=NOW).values()

    page = words_of(signed_in(leicester.chair).get(f"{LISTEN}{response}/").content)

    assert "Yes: Quoted without her name" in page
    assert "No: Shared with the trust for a reply" in page
    assert "Leicester MVP może się ze mną skontaktować" in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("stage=birth", True),
        ("stage=antenatal", False),
        ("fft=unhappy", True),
        ("theme=KIND&feeling=negative", True),
        ("theme=KIND&feeling=positive", False),
        ("checked=yes", True),
        ("when=2026-10", True),
        ("when=nonsense", True),
        ("unit=not-a-unit&page=99", True),
    ],
)
def test_filters_narrow_the_list(leicester: Place, query: str, found: bool) -> None:
    text = themed(leicester, better=RUDE, fft="poor")
    moderation.clear(text.pk, redactions=[Redaction(12, 17, "name")], by=leicester.chair, now=NOW)

    page = words_of(signed_in(leicester.chair).get(f"{LISTEN}?{query}").content)

    assert ("1 answer" in page, "Nothing found" in page) == (found, not found)


def test_the_next_page_keeps_the_filters(leicester: Place) -> None:
    for _ in range(21):
        themed(leicester, fft="poor", better="Rude")

    first = signed_in(leicester.chair).get(f"{LISTEN}?fft=poor").content.decode()

    assert 'href="?fft=poor&amp;page=2"' in first


def test_the_themes_page_says_what_the_machine_and_what_people_found(leicester: Place) -> None:
    themed(leicester, better=RUDE, at=clock.now())
    checked = themed(leicester, better=RUDE, at=clock.now())
    themes.decide(checked.pk, decisions={"KIND": "negative"}, by=leicester.chair, now=NOW)

    answer = signed_in(leicester.chair).get(f"{LISTEN}themes/")

    assert "A person has checked 1 of 3 mentions" in words_of(answer.content)
    assert f"{LISTEN}?when=quarter&amp;theme=KIND&amp;feeling=negative" in answer.content.decode()


def test_a_long_list_costs_no_more_queries_than_a_short_one(leicester: Place) -> None:
    _cleared(leicester)
    short = _queries(leicester.chair)
    for _ in range(9):
        _cleared(leicester)

    assert _queries(leicester.chair) == short


def _cleared(place: Place) -> None:
    text = themed(place, good="Kind", better=RUDE)
    moderation.clear(text.pk, redactions=[], by=place.chair, now=NOW)


def _queries(user: User) -> int:
    client = signed_in(user)
    with CaptureQueriesContext(connection) as captured:
        client.get(LISTEN)
    return len(captured)
