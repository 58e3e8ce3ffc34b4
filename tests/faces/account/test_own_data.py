"""An account holder sees, downloads and deletes what is held about her; nobody sees it of another."""

import json

from django.contrib.sessions.models import Session
from django.test import Client

from surveys.notifications import services as notifications
from surveys.people.models import User
from tests.faces.desk.pages import signed_in, words_of
from tests.factories.consultations import opened
from tests.factories.world import NOW, Place

DATA, DELETE = "/account/data/", "/account/data/delete"


def test_her_page_shows_who_she_is_her_roles_and_what_she_did(leicester: Place) -> None:
    opened(leicester)
    page = words_of(signed_in(leicester.chair).get(DATA).content)

    for words in (
        leicester.chair.email,
        "Chair Leicester MVP 1 April 2021 You hold it now",
        "open consultation",
    ):
        assert words in page
    assert leicester.moderator.email not in page


def test_it_says_where_she_is_signed_in_and_signs_her_out_there(leicester: Place) -> None:
    here, elsewhere, other = (
        signed_in(user) for user in (leicester.chair, leicester.chair, leicester.moderator)
    )
    assert "In 2 browsers." in words_of(here.get(DATA).content)

    here.post("/account/data/sign-out")

    assert here.get(DATA).status_code == elsewhere.get(DATA).status_code == 302
    assert other.get(DATA).status_code == 200
    assert Session.objects.filter(expire_date__gt=NOW).count() == 1


def test_all_of_it_comes_as_a_file(leicester: Place) -> None:
    consultation = opened(leicester)
    notifications.subscribe(
        consultation.pk,
        address=leicester.chair.email,
        wants_reminder=True,
        wants_result=False,
        answered=False,
        now=NOW,
    )

    answer = signed_in(leicester.chair).get("/account/data/download")

    assert answer["Content-Disposition"] == 'attachment; filename="what-we-keep-about-you.json"'
    assert "no-store" in answer["Cache-Control"]
    held = json.loads(answer.content)
    assert held["account"]["email"] == leicester.chair.email
    assert held["roles"] == [
        {"role": "Chair", "organisation": "Leicester MVP", "from": "2021-04-01", "until": None}
    ]
    assert {"verb": "open consultation", "organisation": "Leicester MVP"}.items() <= held["what_you_did"][
        0
    ].items()
    assert held["e_mails_that_you_asked_for"][0]["consultation"] == consultation.title


def test_before_deleting_it_says_what_goes_and_what_stays(leicester: Place) -> None:
    page = words_of(signed_in(leicester.chair).get(DELETE).content)

    assert "Your name and your e-mail address" in page
    assert "The record of who did what" in page


def test_another_address_deletes_nothing(leicester: Place) -> None:
    for typed in ("", "nonsense", leicester.moderator.email):
        answer = signed_in(leicester.chair).post(DELETE, {"email": typed})
        assert "Error:" in answer.content.decode()

    assert User.objects.filter(is_active=False).count() == 0


def test_her_own_address_deletes_her_account_and_signs_her_out_everywhere(leicester: Place) -> None:
    here, elsewhere = signed_in(leicester.chair), signed_in(leicester.chair)

    answer = here.post(DELETE, {"email": leicester.chair.email.upper()})

    assert "Your account is deleted" in words_of(answer.content)
    assert here.get(DATA).status_code == elsewhere.get(DATA).status_code == 302
    assert not User.objects.get(pk=leicester.chair.pk).is_active


def test_the_only_officer_is_told_whom_to_ask_first_and_gets_no_button(leicester: Place) -> None:
    officer = signed_in(leicester.lms_officer)

    page = officer.get(DELETE).content
    assert "You are the only officer here: Leicester LMS" in words_of(page)
    assert b"<form" not in page
    answer = officer.post(DELETE, {"email": leicester.lms_officer.email})
    assert "You are the only officer of Leicester LMS." in words_of(answer.content)
    assert User.objects.get(pk=leicester.lms_officer.pk).is_active


def test_it_is_found_from_every_desk_and_board(leicester: Place) -> None:
    for user, page in (
        (leicester.chair, "/desk/leicester-mvp/"),
        (leicester.board_member, "/board/"),
        (leicester.trust_staff, "/board/"),
    ):
        assert f'href="{DATA}"' in signed_in(user).get(page).content.decode()


def test_a_stranger_is_sent_to_sign_in(client: Client) -> None:
    for address in (DATA, DELETE, "/account/data/download"):
        assert client.get(address).headers["Location"].startswith("/account/login/")
