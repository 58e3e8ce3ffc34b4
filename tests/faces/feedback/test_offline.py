"""What the worker in her browser gets: the whole telling on one page, keys, answers that a program reads."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from surveys.core import clock
from surveys.core.languages import LANGUAGES, Language
from surveys.questionnaires import standard
from surveys.responses import receipts
from surveys.responses import services as responses
from surveys.responses.models import Response
from surveys.web.journey import remembering
from tests.faces.feedback.telling import Woman
from tests.faces.feedback.test_tickets import a_day_passes, publish
from tests.factories.consultations import opened
from tests.factories.world import NOW, Place

OFFLINE = "/leicester?offline=1"
PROGRAM = {"accept": "application/json"}


def sheets(html: str) -> list[str]:
    return re.findall(r'<template data-sheet="([^"]+)"', html)


def send(ticket: str, address: str = "/leicester", **fields: Any) -> Any:
    told = {"q-good": "Kind"} | fields
    return Client().post(address, told | {"ticket": ticket, "at": "review", "send": "1"}, headers=PROGRAM)


def key(address: str = "/leicester", version: str = "") -> str:
    return str(Client().get(address, {"version": version}, headers=PROGRAM).json()["ticket"])


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_the_page_holds_every_step_in_every_language(leicester: Place, language: Language) -> None:
    prefix = "" if language.code == "en-gb" else f"/{language.code}"
    woman = Woman(f"{prefix}/leicester")
    html = Client().get(f"{prefix}{OFFLINE}").content.decode()

    seen = [woman.page.at]
    while seen[-1] != "review":
        seen.append(woman.press().at)
    assert sheets(html) == seen
    assert f'<html lang="{language.tag}"' in html


def test_the_page_holds_no_key_and_nothing_of_anybody(leicester: Place) -> None:
    answer = Client().get(OFFLINE)

    assert 'name="ticket"' not in answer.content.decode()
    assert not answer.cookies
    assert answer.content == Client().get(OFFLINE).content


def test_the_page_is_fetched_anew_only_when_it_has_changed(leicester: Place) -> None:
    first = Client().get(OFFLINE)
    again = {"if-none-match": first.headers["ETag"]}
    assert Client().get(OFFLINE, headers=again).status_code == 304

    publish(leicester, standard.STAGE, standard.BETTER)
    remembering.forget()
    assert Client().get(OFFLINE, headers=again).status_code == 200


def test_without_scripts_the_page_is_an_ordinary_first_page(leicester: Place) -> None:
    woman = Woman(OFFLINE)
    woman.to_review(stage="birth", good="Kind")
    woman.press("send")

    assert Response.objects.get().stage == "birth"


def test_a_program_is_told_stored_then_known_with_one_receipt(leicester: Place) -> None:
    ticket = key()
    first, again = send(ticket), send(ticket)

    assert (first.json()["status"], again.json()["status"]) == ("stored", "known")
    assert first.json()["receipt"] == again.json()["receipt"]
    assert Response.objects.count() == 1
    assert first.headers["Cache-Control"] == "no-store"


def test_what_she_changed_after_it_was_stored_can_go_under_the_new_key(leicester: Place) -> None:
    ticket = key()
    send(ticket)
    renewed = send(ticket).json()["ticket"]

    assert send(renewed).json()["status"] == "stored"
    assert Response.objects.count() == 2


def test_a_key_that_became_too_old_while_it_waited_is_replaced(
    leicester: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticket, sent = key(), key()
    send(sent)
    a_day_passes(monkeypatch)

    late = send(ticket).json()
    assert late["status"] == "late"
    assert Response.objects.count() == 1
    assert send(late["ticket"]).json()["status"] == "stored"
    assert send(sent).json()["status"] == "known"


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"q-good": ""}, "Please answer at least one question"),
        ({"q-good": "ä" * 5001}, "5001 letters long"),
        ({"consents": "contact", "contact": "a@b"}, "e-mail address"),
    ],
)
def test_a_refusal_says_what_to_do(leicester: Place, fields: dict[str, str], sentence: str) -> None:
    answer = send(key(), **fields).json()

    assert answer["status"] == "refused"
    assert sentence in answer["message"]
    assert Response.objects.count() == 0
    assert send(answer["ticket"]).json()["status"] == "stored"


def test_words_that_sound_like_danger_are_answered_with_help(leicester: Place) -> None:
    assert send(key(), **{"q-good": "I want to kill myself"}).json()["serious"] is True
    assert send(key()).json()["serious"] is False


def test_what_was_taken_back_is_not_stored_again_unasked(leicester: Place) -> None:
    ticket = key()
    send(ticket)
    responses.withdraw(receipts.code(Response.objects.get().submission_key), now=NOW)

    answer = send(ticket).json()
    assert answer["status"] == "refused"
    assert "You took this feedback back" in answer["message"]


def test_what_was_answered_offline_goes_to_the_version_that_asked_it(leicester: Place) -> None:
    mark = re.search(r'data-version="([^"]+)"', Client().get(OFFLINE).content.decode())
    assert mark
    publish(leicester, standard.STAGE, standard.BETTER)
    remembering.forget()

    send(key(version=mark[1]))
    assert Response.objects.get().version == leicester.version


def test_a_version_that_nobody_here_named_is_not_asked(leicester: Place, durham: Place) -> None:
    mark = re.search(r'data-version="([^"]+)"', Client().get("/durham?offline=1").content.decode())
    assert mark
    for forged in (mark[1], "nonsense", ""):
        send(key(version=forged))

    assert set(Response.objects.values_list("version", flat=True)) == {leicester.version.pk}


def test_a_consultation_that_closed_meanwhile_says_so(
    leicester: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = clock.now()
    consultation = opened(leicester, at=now)
    address = f"/m/{leicester.mvp.slug}/c/{consultation.slug}/answer"
    assert sheets(Client().get(f"{address}?offline=1").content.decode())[-1] == "review"
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(days=22))
    remembering.forget()

    answer = send(key(address), address).json()
    assert answer["status"] == "refused"
    assert "This has closed" in answer["message"]


def test_the_worker_stands_at_the_root_and_is_never_kept_unasked(leicester: Place) -> None:
    answer = Client().get("/sw.js")

    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert answer.headers["Cache-Control"] == "no-cache"
    assert not answer.cookies
    again = Client().get("/sw.js", headers={"if-none-match": answer.headers["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize(
    ("prefix", "says"),
    [
        ("", "It is not sent yet."),
        ("/en-easy", "They are not sent yet."),
        ("/pl", "Nie jest jeszcze wysłany."),
    ],
)
def test_what_her_phone_keeps_is_said_by_an_answer_that_may_be_kept_for_good(
    leicester: Place, prefix: str, says: str
) -> None:
    (address,) = re.findall(r'data-words="([^"]+)"', Client().get(f"{prefix}/leicester").content.decode())
    answer = Client().get(address)

    assert says in answer.content.decode()
    assert "immutable" in answer.headers["Cache-Control"]
    assert not answer.cookies
    assert address in Client().get(f"{prefix}/leicester?offline=1").content.decode()
    old = Client().get(address.partition("?")[0], {"v": "of-another-day"})
    assert old.headers["Cache-Control"] == "no-cache"
