"""Codes that open something: a guesser gets nowhere, and nobody is refused because of where she is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from surveys.core import clock, secrets
from surveys.responses import services as responses
from surveys.responses.drafts import codes
from surveys.responses.drafts import queries as drafts
from surveys.responses.drafts.models import Draft
from surveys.responses.models import Response
from surveys.web.journey import slowing
from tests.faces.feedback.later import STORY, half_told
from tests.faces.feedback.telling import Page
from tests.factories.feedback import prepared
from tests.factories.world import NOW, Place

MORE = "The night staff never came"
DANGER = "I want to kill myself"
LATER = timedelta(seconds=21)
WAIT = "Too many codes were tried. Please wait a minute and press the button again."


@dataclass(frozen=True)
class Door:
    """Where codes of one kind are asked for: one that opens it, what shows then, and nobody's."""

    code: str
    opened: str
    nobodys: Callable[[int], str]
    at: str = ""

    def typed(self, code: str, **fields: str) -> Page:
        """What is answered; each time from another browser, at one address."""
        sent = fields if self.at.endswith("/") else {"code": code} | fields
        return Page(Client().post(self.at + (code if self.at.endswith("/") else ""), sent))

    def try_wrong_ones(self, many: int) -> None:
        for number in range(many):
            self.typed(self.nobodys(number))


def _receipts(place: Place) -> Door:
    code = responses.receive(prepared(place, good="Kind"), now=NOW).code
    return Door(code, "We have your feedback", lambda number: secrets.code_for("test", str(number)), "/r")


def _drafts(place: Place) -> Door:
    def nobodys(number: int) -> str:
        return secrets.code_for("test", str(number), letters=codes.LETTERS)

    return Door(half_told().save(good=STORY), STORY, nobodys, "/go-on")


def _links(place: Place) -> Door:
    kept = drafts.by_code(half_told().save(good=STORY), now=timezone.now())
    assert kept is not None
    token = codes.token(kept.unsent.key)
    return Door(token, STORY, lambda number: secrets.token_for("test", str(number)), "/go-on/")


@pytest.fixture(params=[_receipts, _drafts, _links], ids=["receipts", "drafts", "links"])
def door(request: pytest.FixtureRequest, leicester: Place, monkeypatch: pytest.MonkeyPatch) -> Door:
    """Behind which three wrong codes an hour are taken as mistyped."""
    monkeypatch.setattr(slowing, "MOST_WRONG_AN_HOUR", 3)
    made: Door = request.param(leicester)
    return made


def _work(page: Page) -> dict[str, str]:
    return {"task": page.fields["task"][0], "work": page.worked()}


def test_a_ward_that_shares_an_address_opens_what_is_its_own_as_often_as_it_likes(door: Door) -> None:
    door.try_wrong_ones(2)
    for _woman in range(9):
        assert door.opened in door.typed(door.code).html


def test_after_many_wrong_codes_a_right_one_waits_and_goes_through_at_once_by_a_little_work(
    door: Door,
) -> None:
    door.try_wrong_ones(3)
    page = door.typed(door.code)
    assert (page.answer.status_code, WAIT in page.html) == (429, True)
    assert 0 < int(page.answer["Retry-After"]) <= 20
    assert door.opened not in page.html

    assert door.opened in door.typed(door.code, **_work(page)).html


def test_without_a_script_waiting_is_enough(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    door.try_wrong_ones(3)
    task = door.typed(door.code).fields["task"][0]
    assert door.opened not in door.typed(door.code, task=task).html
    now = clock.now() + LATER
    monkeypatch.setattr(clock, "now", lambda: now)

    assert door.opened in door.typed(door.code, task=task).html


def test_what_was_opened_opens_again_without_another_wait(door: Door) -> None:
    door.typed(door.code)
    door.try_wrong_ones(3)

    assert door.opened in door.typed(door.code).html


def test_a_guesser_learns_nothing_before_the_work_is_done(door: Door, django_assert_num_queries: Any) -> None:
    door.try_wrong_ones(3)
    with django_assert_num_queries(0):
        right, wrong = door.typed(door.code), door.typed(door.nobodys(4))

    assert _same(right, door.code) == _same(wrong, door.nobodys(4))


def test_each_guess_is_work_of_its_own(door: Door) -> None:
    door.try_wrong_ones(3)
    done = _work(door.typed(door.nobodys(5)))
    assert door.typed(door.nobodys(5), **done).answer.status_code == 200

    page = door.typed(door.code, **done)
    assert (page.answer.status_code, door.opened in page.html) == (429, False)
    assert page.fields["task"] != [done["task"]]


def test_more_guesses_ask_for_more(door: Door) -> None:
    door.try_wrong_ones(3)
    for number in range(3, 6):
        first = door.typed(door.nobodys(number))
        door.typed(door.nobodys(number), **_work(first))
    later = door.typed(door.nobodys(6))

    assert _bits(later) > _bits(first)


def test_what_opens_nothing_still_says_nothing_after_the_work(door: Door) -> None:
    door.try_wrong_ones(3)
    page = door.typed(door.nobodys(7))
    answer = door.typed(door.nobodys(7), **_work(page))

    assert answer.answer.status_code == 200
    assert door.opened not in answer.html
    assert "We cannot find feedback" in answer.html or "We have nothing saved" in answer.html


@pytest.mark.parametrize(
    ("make", "step"), [(_receipts, "take-back"), (_drafts, "forget")], ids=["take back", "forget"]
)
def test_guessing_to_destroy_is_no_quicker(
    leicester: Place, monkeypatch: pytest.MonkeyPatch, make: Callable[[Place], Door], step: str
) -> None:
    monkeypatch.setattr(slowing, "MOST_WRONG_AN_HOUR", 1)
    door = make(leicester)
    door.typed(door.nobodys(0), step=step)

    assert door.typed(door.code, step=step).answer.status_code == 429
    assert Response.objects.filter(withdrawn_at__isnull=True).count() + Draft.objects.count() == 1


def test_what_she_was_about_to_do_is_done_after_the_wait(
    leicester: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slowing, "MOST_WRONG_AN_HOUR", 1)
    door = _receipts(leicester)
    door.try_wrong_ones(1)
    page = door.typed(door.code, step="add", words=MORE)
    assert (page.fields["words"], page.fields["step"]) == ([MORE], ["add"])
    assert "You can get help now" in door.typed(door.code, step="add", words=DANGER).html

    sent = {name: values[-1] for name, values in page.fields.items()} | _work(page)
    assert "We have what you added." in door.typed(**sent).html


def _same(page: Page, code: str) -> str:
    """Everything but the code itself and its task."""
    return str(page.html).replace(code, "").replace(page.fields["task"][0], "")


def _bits(page: Page) -> int:
    return int(page.fields["task"][0].split(".")[1])
