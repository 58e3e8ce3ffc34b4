"""Whoever runs the server can make the first officer and a key from the command line."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from surveys.people.models import ApiKey, User
from tests.faces.desk.pages import signed_in
from tests.factories.world import Place


def told(*command: str) -> str:
    out = StringIO()
    call_command(*command, stdout=out)
    return out.getvalue()


def test_the_first_officer_can_sign_in(leicester: Place) -> None:
    said = told("give_role", "new@officer.test", "lms_officer", "leicester-lms", "--name", "Jo Lee")

    assert said == "Jo Lee (new@officer.test) is LMS officer at Leicester LMS.\n"
    officer = User.objects.get(email="new@officer.test")
    assert signed_in(officer).get("/desk/leicester-lms/people/").status_code == 200


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("new@officer.test", "lms_officer", "nowhere"), "no organisation with the address “nowhere”"),
        (("officer", "lms_officer", "leicester-lms"), "“officer” is not an e-mail address"),
        (("new@officer.test", "empress", "leicester-lms"), "invalid choice"),
    ],
)
def test_a_slip_is_named_and_changes_nothing(leicester: Place, words: tuple[str, ...], said: str) -> None:
    before = User.objects.count()

    with pytest.raises(CommandError, match=said):
        told("give_role", *words)
    assert User.objects.count() == before


def test_a_key_is_printed_and_works(leicester: Place) -> None:
    key = told("make_api_key", "leicester-lms", "--name", "Trust system").strip()

    answer = Client(headers={"authorization": f"Bearer {key}"}).get("/api/v1/consultations")
    assert answer.status_code == 200
    assert ApiKey.objects.get().made_by is None


def test_a_second_key_of_the_same_name_is_refused(leicester: Place) -> None:
    told("make_api_key", "leicester-lms", "--name", "Trust system")

    with pytest.raises(CommandError, match="already a key"):
        told("make_api_key", "leicester-lms", "--name", "Trust system")
