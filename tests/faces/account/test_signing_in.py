"""Somebody with a role signs in by a code from her e-mail; nobody else gets further, or learns anything."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import NoReverseMatch, reverse
from pytest_django import Settings

from surveys.core.actors import SYSTEM
from surveys.core.secrets import decrypt
from surveys.notifications.models import Email
from surveys.people import queries as people
from surveys.people import services
from surveys.people.models import User
from tests.faces.desk.pages import signed_in, words_of
from tests.factories.world import NOW, Place

SIGN_IN, CODE, SIGN_OUT = "/account/login/", "/account/login/code/", "/account/logout/"
STRANGER = "stranger@nowhere.test"


@pytest.fixture(autouse=True)
def _real_queue_and_fresh_counts(settings: Settings) -> Iterator[None]:
    settings.EMAIL_BACKEND = "surveys.notifications.backend.QueuedEmailBackend"
    cache.clear()
    yield
    cache.clear()


def ask(browser: Client, address: str, **data: str) -> Any:
    return browser.post(SIGN_IN, {"email": address} | data, follow=True)


def mailed_code() -> str:
    """The code in the newest e-mail of the queue."""
    email = Email.objects.order_by("-created_at")[0]
    found = re.search(r"^([A-Z0-9]{4}-[A-Z0-9]{4})$", decrypt(email.text.encode()), re.MULTILINE)
    assert found
    return found[1]


def sign_in(browser: Client, address: str, **data: str) -> Any:
    ask(browser, address, **data)
    return browser.post(CODE, {"code": mailed_code()} | data)


def close(user: User) -> None:
    """There is no page for this yet: whoever runs the server does it."""
    User.objects.filter(pk=user.pk).update(is_active=False)


def is_signed_in(browser: Client) -> bool:
    return (
        browser.get("/desk/").status_code != 302 or SIGN_IN not in browser.get("/desk/").headers["Location"]
    )


def test_a_code_by_e_mail_leads_a_chair_to_her_desk(leicester: Place) -> None:
    browser = Client()

    asked = ask(browser, leicester.chair.email.upper())
    entered = browser.post(CODE, {"code": mailed_code().lower().replace("-", " ")}, follow=True)

    assert "Enter your code" in words_of(asked.content)
    assert entered.redirect_chain[0][0] == "/desk/"
    assert entered.redirect_chain[-1][0] == "/desk/leicester-mvp/"
    assert Email.objects.get().recipient == leicester.chair


def test_a_board_member_lands_at_the_reports(leicester: Place) -> None:
    browser = Client()
    sign_in(browser, leicester.board_member.email)

    assert browser.get("/desk/").headers["Location"] == "/board/"


def test_a_stranger_is_told_the_same_and_gets_no_e_mail(leicester: Place) -> None:
    known, unknown = ask(Client(), leicester.chair.email), ask(Client(), STRANGER)

    said = words_of(known.content).replace(leicester.chair.email, STRANGER)
    assert words_of(unknown.content) == said
    assert (known.status_code, known.redirect_chain) == (unknown.status_code, unknown.redirect_chain)
    assert Email.objects.get().recipient == leicester.chair


def test_a_strangers_address_costs_the_work_of_an_e_mail(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    rendered = []
    monkeypatch.setattr(
        "surveys.people.adapter.AccountAdapter.render_mail",
        lambda _self, template, address, _context: rendered.append((template, address)),
    )

    ask(Client(), STRANGER)

    assert rendered == [("account/email/login_code", STRANGER)]


def test_three_wrong_codes_end_it_even_for_the_right_one(leicester: Place) -> None:
    browser = Client()
    ask(browser, leicester.chair.email)

    first = browser.post(CODE, {"code": "WRONG"})
    browser.post(CODE, {"code": "WRONG"})
    third = browser.post(CODE, {"code": "WRONG"}, follow=True)
    browser.post(CODE, {"code": mailed_code()})

    assert "This is not the code" in words_of(first.content)
    assert third.redirect_chain[-1][0] == SIGN_IN
    assert "Too many tries" in words_of(third.content)
    assert not is_signed_in(browser)


def test_three_wrong_codes_tell_a_stranger_the_same(leicester: Place) -> None:
    told = []
    for address in (leicester.chair.email, STRANGER):
        browser = Client()
        ask(browser, address)
        answers = [browser.post(CODE, {"code": "WRONG"}, follow=True) for _ in range(3)]
        told.append([words_of(answer.content).replace(address, "") for answer in answers])

    assert told[0] == told[1]


def test_a_code_expires(leicester: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = Client()
    ask(browser, leicester.chair.email)
    later = NOW + timedelta(days=36500)
    monkeypatch.setattr("allauth.account.internal.flows.code_verification.time.time", later.timestamp)

    answer = browser.post(CODE, {"code": mailed_code()})

    assert answer.headers["Location"] == SIGN_IN
    assert not is_signed_in(browser)


def test_a_code_works_once_and_only_where_it_was_asked_for(leicester: Place) -> None:
    hers, another = Client(), Client()
    ask(hers, leicester.chair.email)
    code = mailed_code()
    ask(another, leicester.chair.email)
    another.post(CODE, {"code": code})
    hers.post(CODE, {"code": code})

    assert not is_signed_in(another)
    assert is_signed_in(hers)
    hers.post(SIGN_OUT)
    hers.post(CODE, {"code": code})
    assert not is_signed_in(hers)


def test_a_code_can_be_sent_again_and_the_old_one_opens_nothing(leicester: Place) -> None:
    browser = Client()
    ask(browser, leicester.chair.email)
    old = mailed_code()
    browser.post(CODE, {"action": "resend"})

    assert Email.objects.count() == 2
    browser.post(CODE, {"code": old})
    assert not is_signed_in(browser)
    browser.post(CODE, {"code": mailed_code()})
    assert is_signed_in(browser)


def test_a_mistyped_address_can_be_put_right(leicester: Place) -> None:
    browser = Client()
    ask(browser, STRANGER)

    answer = browser.post(SIGN_OUT, follow=True)

    assert answer.redirect_chain[-1] == (SIGN_IN, 302)
    assert "Send me a code" in words_of(answer.content)


def test_codes_cannot_be_asked_for_without_end(leicester: Place) -> None:
    answers = [words_of(ask(Client(), leicester.chair.email).content) for _ in range(6)]

    assert Email.objects.count() == 5
    assert "Too many tries" in answers[-1]


def test_one_network_address_cannot_ask_without_end(db: None, settings: Settings) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    settings.ACCOUNT_RATE_LIMITS = {"request_login_code": "2/m/ip"}

    def asked(claimed: str, seen_by_our_proxy: str) -> str:
        browser = Client(headers={"x-forwarded-for": f"{claimed}, {seen_by_our_proxy}"})
        return words_of(ask(browser, STRANGER).content)

    asked("10.0.0.1", "192.0.2.1")
    asked("10.0.0.2", "192.0.2.1")

    assert "Too many tries" in asked("10.0.0.3", "192.0.2.1")
    assert "Enter your code" in asked("10.0.0.4", "192.0.2.2")


def test_signing_out_ends_the_session_on_the_server(leicester: Place) -> None:
    browser = Client()
    sign_in(browser, leicester.chair.email)
    copied = Client()
    copied.cookies["session"] = browser.cookies["session"].value
    assert is_signed_in(copied)

    browser.post(SIGN_OUT)

    assert not is_signed_in(copied)


def test_a_link_cannot_sign_anybody_out(leicester: Place) -> None:
    browser = signed_in(leicester.chair)

    assert "Sign out?" in words_of(browser.get(SIGN_OUT).content)
    assert is_signed_in(browser)


def test_after_signing_in_she_is_where_she_wanted_to_go(leicester: Place) -> None:
    wanted = "/desk/leicester-mvp/listen/"
    sent = Client().get(wanted)

    assert sent.headers["Location"] == f"{SIGN_IN}?next={wanted}"
    assert sign_in(Client(), leicester.chair.email, next=wanted).headers["Location"] == wanted


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.test/", "//evil.test", "/\\evil.test", "javascript:alert(1)"]
)
def test_nobody_is_led_off_our_site(leicester: Place, elsewhere: str) -> None:
    assert sign_in(Client(), leicester.chair.email, next=elsewhere).headers["Location"] == "/desk/"


def test_a_closed_account_gets_no_code(leicester: Place) -> None:
    close(leicester.chair)

    answer = ask(Client(), leicester.chair.email)

    assert "Enter your code" in words_of(answer.content)
    assert not Email.objects.exists()


def test_an_account_closed_meanwhile_is_signed_out_and_its_code_refused(leicester: Place) -> None:
    inside, waiting = signed_in(leicester.chair), Client()
    ask(waiting, leicester.chair.email)
    close(leicester.chair)

    waiting.post(CODE, {"code": mailed_code()})

    assert not is_signed_in(waiting)
    assert not is_signed_in(inside)


def test_somebody_whose_roles_have_ended_is_told_kindly(leicester: Place) -> None:
    (membership,) = people.memberships(leicester.chair)
    services.end_role(membership, on=date(2026, 1, 1), by=SYSTEM, now=NOW)
    browser = Client()
    sign_in(browser, leicester.chair.email)

    page = browser.get("/desk/")

    assert page.status_code == 200
    assert "There is nothing here for you yet" in words_of(page.content)
    assert browser.get("/desk/leicester-mvp/").status_code == 404


@pytest.mark.parametrize(
    "page",
    ["signup/", "email/", "confirm-email/", "password/change/", "password/set/", "password/reset/", "2fa/",
     "reauthenticate/", "3rdparty/", "password/reset/key/1-a/"],
)  # fmt: skip
def test_what_allauth_offers_and_we_do_not_use_does_not_exist(leicester: Place, page: str) -> None:
    for browser in (Client(), signed_in(leicester.chair)):
        for answer in (browser.get(f"/account/{page}"), browser.post(f"/account/{page}")):
            assert answer.status_code == 404


@pytest.mark.parametrize("name", ["account_signup", "account_email", "account_change_password", "mfa_index"])
def test_no_page_can_link_to_them(name: str) -> None:
    with pytest.raises(NoReverseMatch):
        reverse(name)
