"""Her original: opened by moderators alone, with who and when; shown again in part; never elsewhere."""

import re
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from surveys.moderation.models import Clearance, Unhidden
from surveys.people import services as people
from surveys.reports import services as reports
from surveys.reports.models import Document
from surveys.responses.models import FreeText
from surveys.themes import queries as themes
from tests.faces.desk.pages import signed_in, words_of
from tests.factories.listening import themed, worked_off
from tests.factories.world import NOW, Place
from tests.house.addresses import PLACE, addresses
from tests.house.belongings import belongings

CHECK = "/desk/leicester-mvp/listen/check/"
SAID = "The midwife Zebedia was rude, ring 07700 900123 about it"
HIDE = ["12-19-name", "35-47-phone"]
RAW = ("Zebedia", "07700 900123")


@pytest.fixture
def text(leicester: Place) -> FreeText:
    """A comment that a moderator has made safe."""
    text = themed(leicester, better=SAID)
    sent = {"save": "1", "hide": HIDE, "theme-KIND": "negative", "theme-CONTACT": "no", "why_not": "word"}
    rows = {f"theme-{row.code}": "no" for row in _rows(text)}
    signed_in(leicester.moderator).post(one(text), rows | sent)
    assert Clearance.objects.get(pk=text.pk).safe_text == "The midwife was rude, ring [phone number] about it"
    return text


def _rows(text: FreeText) -> Any:

    return themes.theme_rows(text.pk)


def one(text: FreeText) -> str:
    return f"{CHECK}{text.pk}/"


def test_a_checked_comment_opens_as_others_read_it_with_who_opened_the_original(
    leicester: Place, text: FreeText
) -> None:
    page = words_of(signed_in(leicester.chair).get(one(text)).content)

    assert not [raw for raw in RAW if raw in page]
    assert "1 person has opened the original Moderator :" in page


def test_opening_the_original_is_written_down_and_shown(leicester: Place, text: FreeText) -> None:
    page = words_of(signed_in(leicester.chair).get(f"{one(text)}?original=1").content)

    assert "The midwife Zebedia (to hide: name) was rude" in page
    assert "2 people have opened the original Chair :" in page


def test_a_moderator_shows_again_what_need_not_be_hidden_and_the_reason_is_kept(
    leicester: Place, text: FreeText
) -> None:
    chair = signed_in(leicester.chair)

    page = words_of(chair.post(f"{one(text)}show-again/", {"show": ["12-19-name"]}).content)
    assert "Choose why it need not be hidden" in page
    page = words_of(chair.post(f"{one(text)}show-again/", {"reason": "place"}).content)
    assert "Choose what others may read again" in page
    assert not Unhidden.objects.exists()

    sent = {"show": ["35-47-phone"], "reason": "place"}
    page = words_of(chair.post(f"{one(text)}show-again/", sent, follow=True).content)
    assert "Your reason is kept" in page
    assert "It is a public place, service or organisation. By Chair" in page
    assert Clearance.objects.get(pk=text.pk).safe_text == "The midwife was rude, ring 07700 900123 about it"


def test_a_moderator_chooses_what_stands_for_a_name(leicester: Place) -> None:
    text = themed(leicester, better="Zebedia shouted at me")
    sent = {"save": "1", "hide": ["0-7-name"], "instead-0-7-name": "the midwife", "why_not": "word"}

    signed_in(leicester.moderator).post(one(text), {f"theme-{r.code}": "no" for r in _rows(text)} | sent)

    assert Clearance.objects.get().safe_text == "The midwife shouted at me"
    assert Clearance.objects.get().redactions == [
        {"start": 0, "end": 7, "kind": "name", "instead": "the midwife"}
    ]


def test_a_stretch_that_does_not_fit_her_words_is_not_taken(leicester: Place) -> None:
    text = themed(leicester, good="Kind")

    for code in ("2-99-name", "3-1-name", "0-2-nonsense", "x"):
        answer = signed_in(leicester.moderator).post(one(text), {"save": "1", "hide": [code]})
        assert answer.status_code == 200
    assert not Clearance.objects.exists()


def test_the_original_lies_encrypted_and_apart(text: FreeText) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
        for (table,) in cursor.fetchall():
            cursor.execute(f'SELECT t::text FROM "{table}" t')  # noqa: S608 - the name of a table of ours
            rows = [row for (row,) in cursor.fetchall() if any(raw in row for raw in RAW)]
            assert rows == [], table


@pytest.mark.parametrize("role", ["chair", "moderator", "trust_staff", "lms_officer", "board_member"])
def test_no_page_but_that_of_checking_ever_shows_it(leicester: Place, text: FreeText, role: str) -> None:
    known = belongings(leicester) | {"text_id": text.pk, "response_id": text.response_id}
    browser = signed_in(getattr(leicester, role))
    browser.raise_request_exception = False
    seen = 0
    for address in addresses():
        if address.is_api:
            continue
        for slug in (leicester.mvp.slug, leicester.lms.slug):
            answer = browser.get(address.filled(known | {PLACE: slug}), {"words": RAW[0], "q": RAW[0]})
            shown = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
            html = re.sub(rb'value="[^"]*"', b"", shown).decode(errors="replace")
            assert not [raw for raw in RAW if raw in html], address.name
            seen += "The midwife was rude" in html
    assert seen or role not in ("chair", "moderator")


def test_no_key_of_the_api_gets_it(leicester: Place, text: FreeText) -> None:
    _key, key = people.make_api_key(leicester.lms, name="Ours", by=leicester.lms_officer, now=NOW)
    system = Client(headers={"authorization": f"Bearer {key}"})
    known, opened = belongings(leicester), 0
    for address in addresses():
        if address.is_api:
            answer = system.get(address.filled(known))
            opened += answer.status_code == 200
            assert not [raw for raw in RAW if raw in answer.content.decode()], address.name
    assert opened


def test_no_report_and_none_of_its_documents_hold_it(leicester: Place, text: FreeText) -> None:
    worked_off()
    report = reports.compile_report(
        leicester.mvp, starts_on=date(2026, 10, 1), ends_on=date(2026, 11, 1), by=leicester.chair, now=NOW
    )
    reports.word_report(report.pk, headline="They feel safe.", ask="Agree.", by=leicester.chair, now=NOW)
    issued = reports.sign_off(report.pk, by=leicester.chair, now=NOW)

    held = [str(issued.dataset), *(bytes(one.content).decode(errors="replace") for one in _documents(issued))]
    assert len(held) > 1
    assert not [raw for raw in RAW for one in held if raw in one]


def _documents(issued: Any) -> list[Any]:
    return list(Document.objects.filter(report=issued))
