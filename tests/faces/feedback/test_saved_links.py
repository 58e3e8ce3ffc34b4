"""The link to what she has saved, which she may send to herself."""

import json
import logging

import pytest
from django.test import Client
from django.utils import timezone

from mvp_feedback.logs import JsonFormatter
from surveys.core.secrets import grouped
from surveys.notifications.models import Email
from surveys.responses.drafts import codes, queries
from surveys.responses.drafts.models import Draft
from surveys.web.journey import saving
from tests.faces.feedback.later import HER, STORY, half_told
from tests.factories.world import Place


def link_of(code: str) -> str:
    kept = queries.by_code(code, now=timezone.now())
    assert kept is not None
    return f"/go-on/{codes.token(kept.unsent.key)}"


def test_a_link_is_sent_once_however_often_she_presses(leicester: Place) -> None:
    woman = half_told()
    code = woman.save(good=STORY)
    ask = {"send-link": "1", "code": code, "email": HER}

    assert "We are sending you the link" in woman.post("/leicester", **ask).html
    assert "We are sending you the link" in woman.post("/leicester", **ask).html
    assert Email.objects.count() == 1


def test_what_is_no_address_is_said_and_her_code_stays_on_the_page(leicester: Place) -> None:
    woman = half_told()
    code = woman.save(good=STORY)
    page = woman.post("/leicester", **{"send-link": "1", "code": code, "email": "her@"})

    assert page.title.startswith("Error:")
    assert 'value="her@"' in page.html
    assert grouped(code).replace("-", "</span><span>") in page.html
    assert not Email.objects.exists()


def test_one_address_is_not_flooded(leicester: Place) -> None:
    for _other_woman in range(4):
        woman = half_told()
        code = woman.save(good=STORY)
        page = woman.post("/leicester", **{"send-link": "1", "code": code, "email": HER})

    assert page.answer.status_code == 429
    assert "Until then you can go on with your code" in page.html
    assert Email.objects.count() == 3


def test_one_code_is_not_sent_all_over_the_world(leicester: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saving, "MOST_LINKS_OF_ONE", 2)
    woman = half_told()
    ask = {"send-link": "1", "code": woman.save(good=STORY)}
    answers = [woman.post("/leicester", **ask, email=f"{name}@example.org").answer for name in "abc"]

    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert Email.objects.count() == 2


def test_a_link_for_nothing_leads_to_the_page_that_asks_for_a_code(leicester: Place) -> None:
    answer = Client().post("/leicester", {"send-link": "1", "code": "0" * 12, "email": HER})

    assert (answer.status_code, answer["Location"]) == (302, "/go-on")
    assert not Email.objects.exists()


def test_the_link_shows_one_button_first_whatever_it_is(client: Client, leicester: Place) -> None:
    link = link_of(half_told().save(good=STORY))

    first, unknown = client.get(link), client.get("/go-on/nothing")
    assert first.content.decode().replace(link, "/go-on/nothing") == unknown.content.decode()
    assert STORY not in first.content.decode()
    assert Draft.objects.exists()


def test_pressed_it_goes_on_and_no_other_site_learns_of_it(client: Client, leicester: Place) -> None:
    link = link_of(half_told().save(good=STORY))

    page = client.post(link)
    assert STORY in page.content.decode()
    assert {page["Referrer-Policy"], client.get(link)["Referrer-Policy"]} == {"no-referrer"}


def test_an_unknown_link_gets_the_answer_of_an_unknown_code(client: Client, leicester: Place) -> None:
    page = client.post("/go-on/nothing")

    assert "We have nothing saved under this" in page.content.decode()
    assert page["Referrer-Policy"] == "no-referrer"


def test_a_log_line_about_the_link_opens_nothing(leicester: Place) -> None:
    link = link_of(half_told().save(good=STORY))
    record = logging.LogRecord("django.request", logging.ERROR, "file.py", 1, "%s: %s", ("Gone", link), None)

    line = json.loads(JsonFormatter().format(record))
    assert line["event"] == "Gone: /go-on/…"
