"""An officer makes keys for other systems, sees each once, and revokes them."""

from django.test import Client

from surveys.core.models import AuditEvent
from surveys.people import services
from surveys.people.models import ApiKey
from tests.faces.desk.pages import signed_in, words_of
from tests.factories.world import NOW, Place

KEYS = "/desk/leicester-lms/people/keys/"
NEW = {"name": "Trust system", "place": "leicester-trust"}


def shown_key(page: bytes) -> str:
    return page.decode().split('<p class="mv-key" dir="ltr">')[1].split("<")[0]


def opens(text: str) -> int:
    return Client(headers={"authorization": f"Bearer {text}"}).get("/api/v1/consultations").status_code


def test_a_new_key_is_shown_once_and_works(leicester: Place) -> None:
    officer = signed_in(leicester.lms_officer)

    answer = officer.post(KEYS, NEW)
    text = shown_key(answer.content)

    assert opens(text) == 200
    assert "no-store" in answer.headers["Cache-Control"]
    assert text not in officer.get(KEYS).content.decode()
    assert text not in str(ApiKey.objects.values())
    assert AuditEvent.objects.filter(verb="make API key").count() == 1


def test_pressing_twice_makes_one_key(leicester: Place) -> None:
    officer = signed_in(leicester.lms_officer)
    officer.post(KEYS, NEW)

    answer = officer.post(KEYS, NEW)

    assert "There is already a key “Trust system”" in words_of(answer.content)
    assert ApiKey.objects.count() == 1


def test_a_revoked_key_opens_nothing_and_its_name_is_free(leicester: Place) -> None:
    officer = signed_in(leicester.lms_officer)
    text = shown_key(officer.post(KEYS, NEW).content)
    key = ApiKey.objects.get()

    page = officer.post(f"{KEYS}{key.pk}/revoke/", follow=True)
    officer.post(f"{KEYS}{key.pk}/revoke/")

    assert opens(text) == 401
    assert "no longer opens anything" in words_of(page.content)
    assert AuditEvent.objects.filter(verb="revoke API key").count() == 1
    assert opens(shown_key(officer.post(KEYS, NEW).content)) == 200


def test_no_key_is_made_for_another_tenant(leicester: Place, durham: Place) -> None:
    page = signed_in(leicester.lms_officer).post(KEYS, NEW | {"place": "durham-trust"})

    assert "Select a valid choice" in words_of(page.content)
    assert not ApiKey.objects.exists()


def test_another_tenants_keys_are_not_listed(leicester: Place, durham: Place) -> None:
    services.make_api_key(durham.lms, name="Theirs", by=durham.lms_officer, now=NOW)

    assert "Theirs" not in words_of(signed_in(leicester.lms_officer).get(KEYS).content)
