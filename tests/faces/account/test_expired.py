"""What was typed is not lost when a page has expired; and nobody else's page can make use of that."""

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.faces.desk.pages import words_of
from tests.factories.listening import themed
from tests.factories.world import Place

OURS, THEIRS = "http://testserver", "https://evil.test"
TYPED = {
    "decision": 'She said "no" <b>\nSecond line',
    "told": "Duty midwife",
    "hide": ["1-2-name", "3-9-name"],
}


class Browser(Client):
    """A chair's browser, whose pages are too old to pass the check for forgeries."""

    def __init__(self, place: Place, *, origin: str | None = OURS, **headers: str) -> None:
        super().__init__(enforce_csrf_checks=True, headers=headers | ({"origin": origin} if origin else {}))
        self.force_login(place.chair, backend="allauth.account.auth_backends.AuthenticationBackend")
        self.address = f"/desk/leicester-mvp/risks/{themed(place, better='Good').pk}/decide/?from=list"

    def send(self, **extra: Any) -> Any:
        return self.post(self.address, TYPED | {"csrfmiddlewaretoken": "x" * 64} | extra)


@pytest.fixture
def hers(leicester: Place) -> Browser:
    return Browser(leicester)


def test_all_she_typed_is_shown_and_one_press_away(hers: Browser) -> None:
    answer = hers.send()
    page = answer.content.decode()

    assert answer.status_code == 403
    assert "Nothing you wrote is lost" in page
    assert f'<form method="post" action="{hers.address}"' in page
    assert 'name="decision" value="She said &#34;no&#34; &lt;b&gt;\nSecond line"' in page
    assert page.count('name="hide"') == 2
    assert "She said &#34;no&#34; &lt;b&gt;\nSecond line</dd>" in page
    assert "x" * 64 not in page


def test_pressing_send_does_what_she_wanted(hers: Browser) -> None:
    page = hers.send().content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert token

    assert hers.send(csrfmiddlewaretoken=token[1]).status_code == 404  # there is no risk to decide about


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": THEIRS},
        {"origin": "null"},
        {"origin": "http://testserver.evil.test"},
        {"origin": "http://testserver:8001"},
        {"origin": "https://testserver"},
        {"origin": THEIRS, "referer": f"{OURS}/desk/"},
    ],
)
def test_a_foreign_page_gets_a_plain_refusal(leicester: Place, headers: dict[str, str]) -> None:
    answer = Browser(leicester, **headers).send()

    assert answer.status_code == 403
    assert "You cannot open this page" in words_of(answer.content)
    assert "Duty midwife" not in answer.content.decode()
    assert "csrfmiddlewaretoken" not in answer.content.decode()


@pytest.mark.parametrize(
    ("origin", "headers"),
    [(None, {}), (OURS, {"sec-fetch-site": "cross-site"}), (OURS, {"sec-fetch-site": "same-site"})],
)
def test_without_proof_that_the_page_was_ours_nothing_is_offered(
    leicester: Place, origin: str | None, headers: dict[str, str]
) -> None:
    answer = Browser(leicester, origin=origin, **headers).send()

    assert "Go back, load the page again" in words_of(answer.content)
    assert "Duty midwife" not in answer.content.decode()


def test_a_file_is_never_sent_again(hers: Browser) -> None:
    answer = hers.send(sheet=SimpleUploadedFile("answers.csv", b"1,2"))

    assert "A file has to be chosen again" in words_of(answer.content)
    assert "Duty midwife" not in answer.content.decode()


def test_words_outlive_a_session_that_has_ended(hers: Browser) -> None:
    hers.handler.enforce_csrf_checks = False
    hers.logout()

    answer = hers.send()

    assert answer.status_code == 403
    assert "You have been signed out" in words_of(answer.content)
    assert "Duty midwife" in words_of(answer.content)
    assert 'href="/account/login/" target="_blank"' in answer.content.decode()


def test_a_stranger_whom_a_foreign_page_sends_is_only_asked_to_sign_in(hers: Browser) -> None:
    hers.handler.enforce_csrf_checks = False
    hers.logout()
    hers.defaults["HTTP_ORIGIN"] = THEIRS

    answer = hers.send()

    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/account/login/?next=/desk/")


def test_the_page_is_neither_kept_nor_framed(hers: Browser) -> None:
    answer = hers.send()

    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
