"""An officer sees who has which role, gives and ends roles, and signs people out."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from surveys.core import clock
from surveys.core.actors import SYSTEM
from surveys.core.errors import NotAllowed
from surveys.core.models import AuditEvent
from surveys.people import services
from surveys.people.models import Membership, User
from surveys.people.roles import CHAIR, MODERATOR
from tests.faces.desk.pages import signed_in, words_of
from tests.factories.world import NOW, START, Place

PEOPLE = "/desk/leicester-lms/people/"
NEW = {"email": "Sana@leicester.test", "name": "Sana Malik", "role": "moderator", "place": "leicester-mvp"}


@pytest.fixture
def officer(leicester: Place) -> Client:
    return signed_in(leicester.lms_officer)


def held(user: User) -> Membership:
    """The role that one of the world's people has."""
    return Membership.objects.get(user=user)


def test_everybody_is_listed_in_a_sentence(officer: Client, leicester: Place, durham: Place) -> None:
    page = words_of(officer.get(PEOPLE).content)

    assert "Chair has been Chair here since 1 April 2021." in page
    assert leicester.chair.email in page
    assert "Leads an MVP: asks, listens, makes safe, themes, reports." in page
    assert durham.chair.email not in page


def test_a_role_opens_the_desk_at_once(officer: Client, leicester: Place) -> None:
    answer = officer.post(f"{PEOPLE}give/", NEW, follow=True)

    sana = User.objects.get(email="sana@leicester.test")
    assert "Sana Malik is now Moderator at Leicester MVP" in words_of(answer.content)
    assert signed_in(sana).get("/desk/leicester-mvp/listen/").status_code == 200
    event = AuditEvent.objects.get(verb="give role", subject_id=held(sana).pk)
    assert event.actor_id == leicester.lms_officer.pk


def test_an_account_is_made_once_whatever_the_capitals(officer: Client, leicester: Place) -> None:
    for address in (" SANA@leicester.test", "sana@leicester.test"):
        officer.post(f"{PEOPLE}give/", NEW | {"email": address})

    assert Membership.objects.filter(user__email="sana@leicester.test").count() == 1


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("email", "sana", "Enter an e-mail address in the right form"),
        ("name", "", "Enter a name"),
        ("role", "empress", "Select a valid choice"),
        ("place", "durham-mvp", "Select a valid choice"),
        ("place", "leicester-site", "Select a valid choice"),
    ],
)
def test_what_does_not_fit_is_said_and_kept(
    officer: Client, durham: Place, field: str, value: str, said: str
) -> None:
    page = officer.post(f"{PEOPLE}give/", NEW | {field: value})

    assert said in words_of(page.content)
    assert not User.objects.filter(name="Sana Malik").exists()


def test_a_role_ends_at_once_and_can_be_given_back(officer: Client, leicester: Place) -> None:
    role = held(leicester.chair)

    ended = officer.post(f"{PEOPLE}{role.pk}/end/", follow=True)
    assert "Chair is no longer Chair at Leicester MVP." in words_of(ended.content)
    assert signed_in(leicester.chair).get("/desk/leicester-mvp/").status_code == 404

    officer.post(f"{PEOPLE}{role.pk}/resume/")
    assert signed_in(leicester.chair).get("/desk/leicester-mvp/").status_code == 200
    assert list(AuditEvent.objects.filter(subject_id=role.pk).values_list("verb", flat=True)) == [
        "give role",
        "end role",
        "resume role",
    ]


def test_what_ended_long_ago_cannot_be_taken_back(officer: Client, leicester: Place) -> None:
    role = held(leicester.chair)
    yesterday = clock.local_date(clock.now()) - timedelta(days=1)
    services.end_role(role, on=yesterday, by=SYSTEM, now=NOW)

    answer = officer.post(f"{PEOPLE}{role.pk}/resume/", follow=True)
    officer.post(f"{PEOPLE}{role.pk}/end/")

    role.refresh_from_db()
    assert "Give it again instead" in words_of(answer.content)
    assert role.valid_to == yesterday


def test_a_role_given_again_meanwhile_is_not_given_twice(officer: Client, leicester: Place) -> None:
    role = held(leicester.chair)
    officer.post(f"{PEOPLE}{role.pk}/end/")
    same = {"email": leicester.chair.email, "name": "Chair", "role": "chair", "place": "leicester-mvp"}
    officer.post(f"{PEOPLE}give/", same)

    answer = officer.post(f"{PEOPLE}{role.pk}/resume/", follow=True)

    assert "given this role again since" in words_of(answer.content)


def test_no_officer_can_let_herself_read_words(officer: Client, leicester: Place) -> None:
    mine = NEW | {"email": leicester.lms_officer.email, "role": "chair"}

    answer = officer.post(f"{PEOPLE}give/", mine)

    assert answer.status_code == 403
    assert "Ask another officer" in words_of(answer.content)
    assert Membership.objects.filter(user=leicester.lms_officer).count() == 1


def test_no_officer_can_lock_herself_out(officer: Client, leicester: Place) -> None:
    assert officer.post(f"{PEOPLE}{held(leicester.lms_officer).pk}/end/").status_code == 403


def test_signing_somebody_out_ends_her_sessions_and_nobody_elses(officer: Client, leicester: Place) -> None:
    phone, laptop, other = (
        signed_in(leicester.chair),
        signed_in(leicester.chair),
        signed_in(leicester.moderator),
    )

    officer.post(f"{PEOPLE}{held(leicester.chair).pk}/sign-out/")

    codes = [browser.get("/desk/leicester-mvp/").status_code for browser in (phone, laptop, other, officer)]
    assert codes == [302, 302, 200, 200]
    assert AuditEvent.objects.get(verb="sign out everywhere").subject_id == leicester.chair.pk


def test_whoever_has_left_is_not_signed_out_from_here(
    officer: Client, leicester: Place, durham: Place
) -> None:
    yesterday = clock.local_date(clock.now()) - timedelta(days=1)
    left = services.give_role(
        durham.chair, role=MODERATOR, organisation=leicester.mvp, valid_from=START, by=SYSTEM, now=NOW
    )
    services.end_role(left, on=yesterday, by=SYSTEM, now=NOW)
    elsewhere = signed_in(durham.chair)

    answer = officer.post(f"{PEOPLE}{left.pk}/sign-out/", follow=True)

    assert "no longer has this role" in words_of(answer.content)
    assert elsewhere.get("/desk/durham-mvp/").status_code == 200


def test_a_closed_account_gets_no_role(officer: Client, leicester: Place) -> None:
    User.objects.filter(pk=leicester.chair.pk).update(is_active=False)

    page = officer.post(f"{PEOPLE}give/", NEW | {"email": leicester.chair.email})

    assert "This account has been closed" in words_of(page.content)


@pytest.mark.parametrize("who", ["chair", "moderator", "trust_staff", "board_member"])
def test_the_services_refuse_whoever_keeps_no_people_right(leicester: Place, who: str) -> None:
    by: Any = getattr(leicester, who)
    with pytest.raises(NotAllowed):
        services.give_role(
            leicester.loss_moderator,
            role=CHAIR,
            organisation=leicester.mvp,
            valid_from=NOW.date(),
            by=by,
            now=NOW,
        )
    with pytest.raises(NotAllowed):
        services.end_role(held(leicester.loss_moderator), on=NOW.date(), by=by, now=NOW)
    with pytest.raises(NotAllowed):
        services.sign_out_everywhere(held(leicester.loss_moderator), by=by, now=NOW)


def test_an_officer_of_elsewhere_gives_no_role_here(leicester: Place, durham: Place) -> None:
    with pytest.raises(NotAllowed):
        services.give_role(
            durham.chair,
            role=MODERATOR,
            organisation=leicester.mvp,
            valid_from=NOW.date(),
            by=durham.lms_officer,
            now=NOW,
        )
