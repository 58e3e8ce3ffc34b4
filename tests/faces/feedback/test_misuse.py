"""Floods and machines are slowed and marked; whoever is genuine gets through, wherever she sends from."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.test import override_settings
from redis import Redis

from surveys.responses.models import Doubt, Response
from surveys.web.journey import doubting, tasks
from tests.faces.feedback.telling import Woman
from tests.factories.world import Place

STORY = "The midwife stayed with me all night and explained everything to us twice."
LINKS = "See https://a.test and https://b.test and www.c.test"
LATER = timedelta(seconds=21)
NOBODY_MORE = override_settings(SENDS_AN_HOUR=0)

pytestmark = pytest.mark.usefixtures("leicester")


def doubts() -> list[str]:
    return list(Response.objects.order_by("created_at").values_list("doubts", flat=True))


def sent(**answers: str) -> Woman:
    woman = Woman()
    woman.to_review(**answers)
    woman.press("send")
    return woman


def has_receipt(woman: Woman) -> bool:
    return "This is your receipt code" in woman.page.html


def press_send(woman: Woman, **fields: str) -> None:
    woman.page.fields.update({name: [value] for name, value in fields.items()})
    woman.press("send")


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Moves the clock of those who judge what is sent."""
    real = doubting.judge

    def move(by: timedelta) -> None:
        moved = datetime.now(UTC) + by
        monkeypatch.setattr(
            doubting, "judge", lambda request, visit, given, now: real(request, visit, given, now=moved)
        )

    return move


def test_up_to_the_limit_nothing_is_asked() -> None:
    with override_settings(SENDS_AN_HOUR=1):
        assert has_receipt(sent(good=STORY))
        assert not has_receipt(sent(good=STORY))


@NOBODY_MORE
def test_over_it_she_sees_her_words_again_and_what_to_do() -> None:
    woman = sent(good=STORY)

    assert woman.page.answer.status_code == 429
    assert 0 < int(woman.page.answer["Retry-After"]) <= 20
    assert "Many people are sending now. Nothing is lost." in woman.page.html
    assert re.search(r"Please wait \d+ seconds, then press Send again", woman.page.html)
    assert STORY in woman.page.html
    assert not Response.objects.exists()


@NOBODY_MORE
def test_work_lets_her_through_at_once() -> None:
    woman = sent(good=STORY)
    press_send(woman, work=woman.page.worked())

    assert has_receipt(woman)
    assert doubts() == ["flood"]


@NOBODY_MORE
def test_waiting_lets_her_through_without_a_script(later: Any) -> None:
    woman = sent(good=STORY)
    later(LATER)
    woman.press("send")

    assert has_receipt(woman)
    assert doubts() == ["flood"]


@NOBODY_MORE
def test_pressing_too_early_asks_for_no_more_than_before() -> None:
    woman = sent(good=STORY)
    before = woman.page.fields["task"]
    woman.press("send")

    assert woman.page.fields["task"] == before
    assert STORY in woman.page.html


@NOBODY_MORE
@pytest.mark.parametrize("work", ["", "1", "x" * 10_000, "0;"])
def test_work_that_is_wrong_leaves_her_where_she_was(work: str) -> None:
    woman = sent(good=STORY)
    press_send(woman, work=work)

    assert not has_receipt(woman)
    assert STORY in woman.page.html


@NOBODY_MORE
def test_work_for_another_telling_is_of_no_use(later: Any) -> None:
    other, woman = sent(good="Something else"), sent(good=STORY)
    theirs = other.page.fields["task"][0]
    press_send(woman, task=theirs, work=other.page.worked())
    assert not has_receipt(woman)
    later(LATER)
    press_send(woman, task=theirs)

    assert not has_receipt(woman)
    assert STORY in woman.page.html


@NOBODY_MORE
def test_a_task_made_elsewhere_is_of_no_use(later: Any) -> None:
    woman = sent(good=STORY)
    forged = woman.page.fields["task"][0].rpartition(":")[0] + ":" + "a" * 43
    later(LATER)
    press_send(woman, task=forged)

    assert not has_receipt(woman)


@NOBODY_MORE
def test_a_task_of_yesterday_is_asked_anew_and_nothing_is_lost(later: Any) -> None:
    woman = sent(good=STORY)
    before = woman.page.fields["task"]
    later(timedelta(hours=2))
    woman.press("send")

    assert woman.page.fields["task"] != before
    assert STORY in woman.page.html


@NOBODY_MORE
def test_sent_twice_over_the_limit_shows_the_same_receipt() -> None:
    woman = sent(good=STORY)
    review = woman.page
    press_send(woman, work=woman.page.worked())
    woman.page = review
    for name in ("task", "work"):
        del woman.page.fields[name]
    woman.press("send")

    assert "You had sent this before" in woman.page.html
    assert Response.objects.count() == 1


def test_more_of_a_flood_asks_for_more() -> None:
    key, now = uuid4(), datetime.now(UTC)
    asked = [tasks.ask(key, (Doubt.FLOOD,), excess=excess, now=now) for excess in (1, 2, 4, 8, 1000)]

    assert [task.bits for task in asked] == [15, 16, 17, 18, 18]
    assert [task.seconds_left(now) for task in asked] == sorted(task.seconds_left(now) for task in asked)


def test_the_box_that_nobody_sees_is_empty_and_out_of_reach() -> None:
    woman = Woman()
    woman.to_review()

    (box,) = re.findall(r'<div class="mv-apart".*?</div>', woman.page.html, re.DOTALL)
    assert 'aria-hidden="true"' in box
    assert 'tabindex="-1"' in box
    assert 'autocomplete="off"' in box
    assert "Leave this empty" in box
    assert woman.page.fields["website"] == [""]


def test_what_fills_in_every_box_works_for_it_and_is_stored_with_a_mark() -> None:
    woman = Woman()
    woman.to_review(good=STORY)
    press_send(woman, website="https://spam.test")
    assert "We check that a person is sending this." in woman.page.html
    press_send(woman, work=woman.page.worked())

    assert has_receipt(woman)
    assert doubts() == ["honeypot"]


def test_many_web_addresses_are_asked_for_work_too_and_marked() -> None:
    woman = sent(good=LINKS)
    press_send(woman, work=woman.page.worked())

    assert has_receipt(woman)
    assert doubts() == ["links"]


def test_one_web_address_raises_no_doubt() -> None:
    assert has_receipt(sent(good="I read about it at www.nhs.uk"))
    assert doubts() == [""]


def test_the_same_words_from_many_are_marked_from_the_sixth_on() -> None:
    same = f"{STORY} {uuid4().hex}"
    for number in range(6):
        assert has_receipt(sent(good=same.upper() if number % 2 else f"  {same}!"))

    assert doubts() == ["", "", "", "", "", "repeated"]


def test_short_words_may_be_said_by_everybody() -> None:
    for _ in range(7):
        sent(good="Everything was fine, thank you")

    assert set(doubts()) == {""}


def test_the_words_are_not_kept_where_they_are_counted() -> None:
    counters = Redis.from_url(settings.CACHES["default"]["LOCATION"], decode_responses=True)
    before = set(counters.scan_iter("said:*"))
    same = f"{STORY} {uuid4().hex}"
    sent(good=same)

    (key,) = set(counters.scan_iter("said:*")) - before
    assert re.fullmatch(r"said:[0-9a-f]{64}", key)
    assert 0 < counters.ttl(key) <= 86_400


@pytest.mark.parametrize(("seconds", "doubt"), [(2, "hurried"), (60, "")])
def test_two_texts_within_seconds_are_marked_as_hurried(
    monkeypatch: pytest.MonkeyPatch, seconds: int, doubt: str
) -> None:
    real = doubting.judge

    def judged_at(request: Any, visit: Any, given: Any, now: datetime) -> Any:
        return real(request, visit, given, now=visit.ticket.begun_at + timedelta(seconds=seconds))

    monkeypatch.setattr(doubting, "judge", judged_at)

    assert has_receipt(sent(good="Kind", better="Faster"))
    assert doubts() == [doubt]


def test_a_key_that_came_later_says_nothing_about_hurry() -> None:
    woman = Woman()
    woman.to_review(good="Kind", better="Faster")
    press_send(woman, ticket="made up")
    woman.press("send")

    assert has_receipt(woman)
    assert doubts() == [""]


def test_after_a_loss_words_are_not_weighed(leicester: Place) -> None:
    woman = Woman("/leicester/loss")
    woman.to_review(different=LINKS)
    woman.press("send")

    response = Response.objects.get()
    assert response.after_loss
    assert response.texts.count() == 1
    assert doubts() == [""]


@NOBODY_MORE
def test_the_worker_that_sends_later_is_told_how_long_to_wait_and_gets_through(later: Any) -> None:
    woman = Woman()
    fields = woman.to_review(good=STORY).fields | {"send": ["1"]}
    asked = woman.client.post(woman.page.action, fields, headers={"accept": "application/json"})
    answer = asked.json()
    assert (asked.status_code, answer["status"]) == (429, "wait")
    assert 0 < answer["seconds"] <= 20
    assert not Response.objects.exists()

    later(LATER)
    whole = fields | {"task": [answer["task"]]}
    stored = woman.client.post(woman.page.action, whole, headers={"accept": "application/json"})

    assert stored.json()["status"] == "stored"
    assert doubts() == ["flood"]


def test_a_key_that_the_worker_asks_for_says_nothing_about_hurry() -> None:
    woman = Woman()
    fields = woman.to_review(good="Kind", better="Faster").fields
    key = woman.client.get("/leicester?version=", headers={"accept": "application/json"}).json()["ticket"]
    woman.client.post(woman.page.action, fields | {"ticket": [key]}, headers={"accept": "application/json"})

    assert doubts() == [""]
