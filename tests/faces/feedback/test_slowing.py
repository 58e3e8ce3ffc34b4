"""Drafts, more words, answers, wishes to hear, e-mails to herself: over the limit all come, slowly."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client, override_settings

from surveys.core import clock
from surveys.notifications.models import Email, Subscription
from surveys.responses.drafts.models import Draft
from surveys.responses.models import Addition
from tests.faces.feedback.later import STORY, half_told
from tests.faces.feedback.telling import Page
from tests.faces.feedback.test_coming_back import Visitor, ask
from tests.factories.consultations import opened
from tests.factories.feedback import received
from tests.factories.world import Place

MORE = "The night staff never came"
HER = "her@example.org"
HEAR = "/m/leicester-mvp/c/partners-staying-overnight/hear"
LATER = timedelta(seconds=21)

# What is sent, with the fields of a task where there is one.
Sends = Callable[..., Page]
pytestmark = pytest.mark.usefixtures("nobody_more")


@pytest.fixture
def nobody_more() -> Any:
    with override_settings(SENDS_AN_HOUR=0):
        yield


def saves(place: Place) -> Sends:
    woman = half_told()

    def press(**fields: str) -> Page:
        woman.page.fields.update({name: [value] for name, value in fields.items()})
        return woman.press("later", good=STORY)

    return press


def adds(place: Place) -> Sends:
    visitor = Visitor(received(place))
    visitor.does("more")
    return lambda **fields: visitor.does("add", words=MORE, **fields)


def answers(place: Place) -> Sends:
    visitor = Visitor(received(place))
    ask(place, visitor.response)
    visitor.does()
    return lambda **fields: visitor.does("answer", words=MORE, **fields)


def asks_to_hear(place: Place) -> Sends:
    opened(place, at=clock.now())
    wish = {"email": HER, "wants": "result"}
    return lambda **fields: Page(Client().post(HEAR, wish | fields))


def asks_for_her_code(place: Place) -> Sends:
    visitor = Visitor(received(place))
    return lambda **fields: visitor.does("email", email=HER, **fields)


def asks_for_a_link(place: Place) -> Sends:
    with override_settings(SENDS_AN_HOUR=1):
        code = half_told().save(good=STORY)
    wish = {"send-link": "1", "code": code, "email": HER}
    return lambda **fields: Page(Client().post("/leicester", wish | fields))


def stored() -> int:
    return sum(rows.objects.count() for rows in (Draft, Subscription, Addition, Email))


WAYS = pytest.mark.parametrize(
    ("way", "words"),
    [
        (saves, "Many people are saving now. Nothing is lost."),
        (adds, "Many people are sending now. Nothing is lost."),
        (answers, "Many people are sending now. Nothing is lost."),
        (asks_to_hear, "Many people are sending now. Nothing is lost."),
        (asks_for_her_code, "Many people are sending now. Nothing is lost."),
        (asks_for_a_link, "Many people are sending now. Nothing is lost."),
    ],
)


@WAYS
def test_over_the_limit_she_reads_what_to_do_and_all_that_she_wrote_is_there(
    leicester: Place, way: Callable[[Place], Sends], words: str
) -> None:
    send = way(leicester)
    before = stored()
    page = send()

    assert page.answer.status_code == 429
    assert 0 < int(page.answer["Retry-After"]) <= 20
    assert words in page.html
    assert any(text in page.html for text in (STORY, MORE, HER))
    assert stored() == before


@WAYS
def test_work_lets_it_through_at_once(leicester: Place, way: Callable[[Place], Sends], words: str) -> None:
    send = way(leicester)
    before, page = stored(), send()
    again = send(task=page.fields["task"][0], work=page.worked())

    assert again.answer.status_code == 200
    assert words not in again.html
    assert stored() == before + 1


@WAYS
def test_waiting_lets_it_through_and_pressing_too_early_costs_nothing(
    leicester: Place, way: Callable[[Place], Sends], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    send = way(leicester)
    before, task = stored(), send().fields["task"][0]
    assert send(task=task).fields["task"] == [task]
    now = clock.now() + LATER
    monkeypatch.setattr(clock, "now", lambda: now)

    assert send(task=task).answer.status_code == 200
    assert stored() == before + 1


def test_a_task_for_some_words_is_of_no_use_for_others(leicester: Place) -> None:
    visitor = Visitor(received(leicester))
    visitor.does("more")
    page = visitor.does("add", words=MORE)
    done = {"task": page.fields["task"][0], "work": page.worked()}

    assert visitor.does("add", words=MORE, key=str(uuid4()), **done).answer.status_code == 429
    assert Visitor(received(leicester)).does("add", words=MORE, **done).answer.status_code == 429
    assert stored() == 0


def test_a_task_for_one_address_is_of_no_use_for_another(leicester: Place) -> None:
    page = asks_to_hear(leicester)()
    done = {"task": page.fields["task"][0], "work": page.worked()}
    other = Client().post(HEAR, {"email": "eve@example.org", "wants": "result"} | done)

    assert other.status_code == 429
    assert stored() == 0


def test_up_to_the_limit_nothing_is_asked(leicester: Place) -> None:
    with override_settings(SENDS_AN_HOUR=1):
        send = asks_to_hear(leicester)
        assert [send().answer.status_code for _time in range(2)] == [200, 429]
