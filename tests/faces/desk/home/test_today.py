"""The way in leads everybody to her own place, and Today shows what she may act on."""

from datetime import timedelta

import pytest
from django.test import Client

from surveys.commitments import services as commitments
from surveys.commitments.services import ActionPlan
from surveys.core import clock
from surveys.core.actors import SYSTEM
from surveys.people import services as people
from surveys.people.roles import CHAIR, TRUST
from surveys.web.desk.home.ages import age
from surveys.web.desk.home.unheard import Unheard, unheard
from tests.faces.desk.pages import signed_in, words_of
from tests.factories.consultations import opened
from tests.factories.feedback import received
from tests.factories.listening import screened
from tests.factories.world import NOW, START, Place

TODAY = "/desk/leicester-mvp/"
DANGER = "I can't go on, I want to kill myself"


@pytest.mark.parametrize(
    ("role", "place"),
    [
        ("chair", "/desk/leicester-mvp/"),
        ("moderator", "/desk/leicester-mvp/"),
        ("trust_staff", "/desk/leicester-trust/"),
        ("lms_officer", "/desk/leicester-lms/"),
        ("board_member", "/board/"),
    ],
)
def test_who_has_one_place_is_taken_there(leicester: Place, role: str, place: str) -> None:
    answer = signed_in(getattr(leicester, role)).get("/desk/")

    assert (answer.status_code, answer.headers["Location"]) == (302, place)


def test_who_has_several_places_chooses(leicester: Place, durham: Place) -> None:
    people.give_role(
        leicester.chair, role=CHAIR, organisation=durham.mvp, valid_from=START, by=SYSTEM, now=NOW
    )

    page = words_of(signed_in(leicester.chair).get("/desk/").content)

    assert "Leicester MVP" in page
    assert "Durham MVP" in page


def test_who_has_no_place_is_told_kindly(leicester: Place) -> None:
    nobody = people.register(email="new@example.test", name="New", by=SYSTEM, now=NOW)

    answer = signed_in(nobody).get("/desk/")

    assert answer.status_code == 200
    assert "nobody has given you a role yet" in words_of(answer.content)


def test_a_stranger_must_sign_in(leicester: Place) -> None:
    assert "/account/login/" in Client().get(TODAY).headers["Location"]


@pytest.mark.parametrize("role", ["chair", "moderator", "lms_officer"])
def test_another_tenants_day_does_not_exist(leicester: Place, durham: Place, role: str) -> None:
    assert signed_in(getattr(durham, role)).get(TODAY).status_code == 404


def test_an_empty_day_says_what_will_be_here(leicester: Place) -> None:
    page = words_of(signed_in(leicester.chair).get(TODAY).content)

    assert "No feedback yet" in page
    assert "Nobody has told us about herself yet" in page


def test_the_chair_sees_danger_and_comments_first(leicester: Place) -> None:
    screened(leicester, better=DANGER, at=clock.now())
    screened(leicester, good="Kind", at=clock.now())

    page = words_of(signed_in(leicester.chair).get(TODAY).content)

    assert "1 risk to decide Urgent" in page
    assert "1 comment to check" in page
    assert "1 MVP with nobody on call for risks" in page
    assert "2 answers in the last 7 days" in page
    assert "kill" not in page


def test_what_other_rooms_wait_for_is_counted(leicester: Place) -> None:
    now = clock.now()
    opened(leicester, at=now - timedelta(days=30), closes_at=now + timedelta(days=2))
    opened(leicester, at=now - timedelta(days=30), closes_at=now - timedelta(days=2))
    yesterday = clock.local_date(now) - timedelta(days=1)
    promised = ActionPlan(you_said="Bells ring long", we_do="More staff", owner="Ward", due_on=yesterday)
    commitments.open_action(leicester.mvp, action=promised, opened_on=yesterday, by=leicester.chair, now=now)

    page = words_of(signed_in(leicester.chair).get(TODAY).content)

    assert "1 consultation closing this week" in page
    assert "1 closed consultation to decide" in page
    assert "1 action overdue" in page


def test_a_small_group_is_named_in_words_and_never_by_its_number(leicester: Place) -> None:
    for _ in range(2):
        received(leicester, at=clock.now() - timedelta(days=2), ethnicity="roma", age="30_34")

    page = words_of(signed_in(leicester.chair).get(TODAY).content)

    assert "Gypsy, Irish Traveller and Roma women: fewer than five" in page
    assert "Women under 20: nobody yet" in page


def test_who_reads_no_words_sees_no_counts_of_them(leicester: Place) -> None:
    screened(leicester, better=DANGER, at=clock.now())
    people.give_role(
        leicester.trust_staff, role=TRUST, organisation=leicester.mvp, valid_from=START, by=SYSTEM, now=NOW
    )

    for user, slug in ((leicester.lms_officer, "leicester-lms"), (leicester.trust_staff, "leicester-mvp")):
        page = words_of(signed_in(user).get(f"/desk/{slug}/").content)
        assert "answers in the last" not in page
        assert "to check" not in page
        assert "heard" not in page


def test_the_navigation_offers_only_what_opens(leicester: Place) -> None:
    chair = signed_in(leicester.chair).get(TODAY).content.decode()
    officer = signed_in(leicester.lms_officer).get("/desk/leicester-lms/").content.decode()

    assert f'href="{TODAY}listen/"' in chair
    assert "/listen/" not in officer


def test_groups_heard_five_times_are_not_listed() -> None:
    heard = unheard({"ethnicity": {"indian": 3, "pakistani": 2, "african": 4}})

    assert Unheard("Black, Black British, Caribbean and African women", "Fewer than five") in heard
    assert not [group for group in heard if group.title.startswith("Asian")]


@pytest.mark.parametrize(
    ("waited", "words"),
    [
        (timedelta(seconds=5), "1 minute"),
        (timedelta(minutes=59), "59 minutes"),
        (timedelta(hours=1), "1 hour"),
        (timedelta(hours=47), "1 day"),
        (timedelta(days=9), "9 days"),
    ],
)
def test_ages_are_said_in_their_largest_unit(waited: timedelta, words: str) -> None:
    assert age(NOW - waited, now=NOW) == words
