"""Two moderators in two browsers never have the same comment open, and each sees who has which."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from surveys.moderation import queries as moderation
from surveys.moderation.models import Claim, Clearance
from surveys.responses.models import FreeText
from tests.faces.desk.pages import signed_in, words_of
from tests.factories.listening import themed
from tests.factories.world import NOW, Place

CHECK = "/desk/leicester-mvp/listen/check/"
LIST = f"{CHECK}list/"


def one(text: FreeText) -> str:
    return f"{CHECK}{text.pk}/"


@pytest.fixture
def first(leicester: Place) -> FreeText:
    return themed(leicester, good="First here", at=NOW - timedelta(days=3))


@pytest.fixture
def second(leicester: Place) -> FreeText:
    return themed(leicester, good="Second here")


def test_each_gets_another_comment_and_sees_who_has_one(
    leicester: Place, first: FreeText, second: FreeText
) -> None:
    chair, moderator = signed_in(leicester.chair), signed_in(leicester.moderator)

    hers, his = words_of(chair.get(CHECK).content), words_of(moderator.get(CHECK).content)

    assert "First here" in hers
    assert "Second here" in his
    assert "Open with others now: Chair" in his
    assert {claim.free_text_id for claim in Claim.objects.all()} == {first.pk, second.pk}


def test_opening_what_somebody_has_shows_no_words_and_reads_none(leicester: Place, first: FreeText) -> None:
    signed_in(leicester.chair).get(CHECK)

    page = words_of(signed_in(leicester.moderator).get(one(first)).content)

    assert "Chair has had it open for 1 minute" in page
    assert "First here" not in page
    assert [opening.who for opening in moderation.openings_of(first.pk)] == ["Chair"]


def test_when_everything_is_open_with_others_it_says_so(leicester: Place, first: FreeText) -> None:
    signed_in(leicester.chair).get(CHECK)

    page = words_of(signed_in(leicester.moderator).get(CHECK).content)

    assert "1 comment waits, and it is open with somebody now: Chair, until" in page
    assert "Every comment has been checked" not in page


def test_deciding_about_what_somebody_else_has_open_keeps_what_was_chosen(
    leicester: Place, first: FreeText
) -> None:
    moderator = signed_in(leicester.moderator)
    moderator.get(one(first))
    _expire(first)
    signed_in(leicester.chair).get(one(first))

    answer = moderator.post(one(first), {"save": "1", "hide": ["0-5-name"], "instead-0-5-name": "my baby"})

    page = words_of(answer.content)
    assert "Chair has this comment open now" in page
    assert 'name="hide" type="checkbox" value="0-5-name" checked' in answer.content.decode()
    assert not Clearance.objects.exists()


def test_leaving_lets_it_go(leicester: Place, first: FreeText) -> None:
    chair = signed_in(leicester.chair)
    until = _until(chair.get(CHECK))

    answer = chair.post(f"{one(first)}let-go/", {"until": until})

    assert answer.headers["Location"] == LIST
    assert not Claim.objects.exists()


def test_a_late_or_senseless_message_lets_nothing_go(leicester: Place, first: FreeText) -> None:
    chair = signed_in(leicester.chair)
    chair.get(CHECK)

    for until in ("", "yesterday", "2026-02-31T00:00", "2026-10-14T10:00:00+00:00"):
        assert chair.post(f"{one(first)}let-go/", {"until": until}).status_code == 302
    assert Claim.objects.exists()


def test_going_to_the_list_lets_it_go(leicester: Place, first: FreeText) -> None:
    chair = signed_in(leicester.chair)
    chair.get(CHECK)
    chair.get(LIST)

    assert not Claim.objects.exists()


def test_who_works_on_holds_it_longer_until_somebody_else_has_it(leicester: Place, first: FreeText) -> None:
    chair, moderator = signed_in(leicester.chair), signed_in(leicester.moderator)
    before = _until(chair.get(CHECK))

    longer = chair.post(f"{one(first)}hold/")
    assert longer.status_code == 200
    assert longer.content.decode() > before

    refused = moderator.post(f"{one(first)}hold/")
    assert (refused.status_code, refused.content) == (409, b"Chair")


def test_what_waits_longest_comes_first_with_its_age(
    leicester: Place, second: FreeText, first: FreeText
) -> None:
    page = words_of(signed_in(leicester.chair).get(CHECK).content)

    age = (timezone.now() - (NOW - timedelta(days=3))).days
    assert f"2 comments wait, the longest for {age} days" in page
    assert f"has waited {age} days" in page
    assert "First here" in page


def test_today_says_how_many_wait_since_when_and_who_is_at_it(leicester: Place, first: FreeText) -> None:
    signed_in(leicester.moderator).get(CHECK)

    page = words_of(signed_in(leicester.chair).get("/desk/leicester-mvp/").content)

    age = (timezone.now() - (NOW - timedelta(days=3))).days
    assert f"Waiting for {age} days. Open now with Moderator" in page


def _until(answer: Any) -> str:
    html = answer.content.decode()
    return str(html.split('name="until" value="')[1].split('"')[0])


def _expire(text: FreeText) -> None:
    Claim.objects.filter(pk=text.pk).update(held_until=NOW)
