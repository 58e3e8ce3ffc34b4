"""A consultation in public: reading it, answering it, hearing about it, and being left alone."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from surveys.consultations import services as consultations
from surveys.consultations.models import Consultation
from surveys.consultations.services import OptionText, Plan
from surveys.notifications import addresses
from surveys.notifications.models import StoppedAddress, Subscription
from surveys.responses.models import Consent, Response
from surveys.web.journey import remembering
from tests.faces.feedback.telling import Woman
from tests.factories.world import Place

HER = "her@example.org"


@pytest.fixture
def open_one(leicester: Place) -> Consultation:
    now = timezone.now()
    plan = Plan(
        title="Where the birth centre should be",
        proposal="Move it <here>",
        reasons="More room",
        closes_at=now + timedelta(days=30),
        options=(OptionText("Stay"), OptionText("Move", "Next to the ward")),
        questions=("What matters to you?", "Anything else?"),
    )
    draft = consultations.draft(leicester.mvp, plan=plan, by=leicester.chair, now=now)
    return consultations.open_(draft.pk, by=leicester.chair, now=now)


@pytest.fixture
def page(open_one: Consultation) -> str:
    return f"/m/leicester-mvp/c/{open_one.slug}/"


def ask(client: Client, page: str, *wants: str, **data: str) -> str:
    return client.post(f"{page}hear", {"email": HER, "wants": wants} | data).content.decode()


def test_a_draft_is_nobodys_business(client: Client, leicester: Place) -> None:
    now = timezone.now()
    plan = Plan(
        title="Secret", proposal="-", reasons="-", closes_at=now + timedelta(days=9), questions=("Why?",)
    )
    consultations.draft(leicester.mvp, plan=plan, by=leicester.chair, now=now)

    assert client.get("/m/leicester-mvp/c/secret/").status_code == 404
    assert client.get("/m/leicester-mvp/c/secret/answer").status_code == 404
    assert "Secret" not in client.get("/m/leicester-mvp/").content.decode()


def test_what_nobody_translated_is_marked_as_english(client: Client, page: str) -> None:
    told = client.get(f"/ar{page}").content.decode()
    woman = Woman(f"/ar{page}answer")

    assert '<span lang="en" dir="ltr">Where the birth centre should be</span></h1>' in told
    assert '<p class="mv-words" dir="auto"><span lang="en" dir="ltr">Move it &lt;here&gt;</span></p>' in told
    assert "<title>Where the birth centre should be – " in told
    assert '<span lang="en" dir="ltr">Stay</span>' in woman.page.html
    assert '<span lang="en" dir="ltr">What matters to you?</span>' in woman.press().html
    woman.to_review()
    assert woman.page.html.count('<span lang="en" dir="ltr">What matters to you?</span>') == 2
    assert '<span lang="en"' not in client.get(page).content.decode()


def test_it_says_what_is_proposed_and_until_when(client: Client, page: str) -> None:
    html = client.get(page).content.decode()

    assert "Move it &lt;here&gt;" in html
    assert "Next to the ward" in html
    assert "Open until" in html
    assert f'href="{page}answer"' in html
    assert page in client.get("/m/leicester-mvp/").content.decode()


def test_an_answer_is_stored_once_under_its_consultation(page: str, open_one: Consultation) -> None:
    woman = Woman(f"{page}answer")
    review = woman.to_review(
        **{"preferred": "option-2", "question-1": "Near home", "question-2": "No", "consents": ["themes"]}
    )
    assert "receipt code" in woman.press("send").html
    woman.page = review
    woman.press("send")

    response = Response.objects.get()
    assert (response.consultation, response.stage, response.unit) == (open_one, "general", None)
    assert response.answers["preferred"] == "option-2"
    assert set(Consent.objects.filter(given=True).values_list("purpose", flat=True)) == {"themes"}


def test_it_asks_only_what_it_needs_agreement_for(page: str) -> None:
    assert Woman(f"{page}answer").to("consents").html.count('type="checkbox"') == 2


def test_after_it_has_closed_nothing_is_taken_and_nothing_lost(
    page: str, leicester: Place, open_one: Consultation
) -> None:
    woman = Woman(f"{page}answer")
    woman.to_review(**{"question-1": "Near home"})
    consultations.close_now(open_one.pk, by=leicester.chair, now=timezone.now())
    remembering.forget()
    answer = woman.press("send")

    assert "This has closed" in answer.html
    assert answer.fields["q-question-1"] == ["Near home"]
    assert Response.objects.count() == 0
    assert woman.client.get(f"{page}answer").url == page  # type: ignore[attr-defined]


def test_what_came_of_it_stands_on_its_page(
    client: Client, page: str, leicester: Place, open_one: Consultation
) -> None:
    chair, now = leicester.chair, timezone.now()
    consultations.close_now(open_one.pk, by=chair, now=now)
    later = now + timedelta(seconds=1)
    consultations.decide(open_one.pk, decision="It moves", by=chair, now=later)
    consultations.report(open_one.pk, views_used="You asked for parking", by=chair, now=later)
    html = client.get(page).content.decode()

    assert "It moves" in html
    assert "You asked for parking" in html
    assert "Give your views" not in html
    assert 'name="email"' not in html


def test_she_may_ask_to_be_reminded_and_to_hear_the_result(client: Client, page: str) -> None:
    assert "We have noted it" in ask(client, page, "reminder", "result")

    wish = Subscription.objects.get()
    assert (wish.wants_reminder, wish.wants_result, wish.answered_at) == (True, True, None)


def test_a_wrong_address_is_kept_to_be_put_right(client: Client, page: str) -> None:
    html = ask(client, page, "result", email="her@")

    assert "Error:" in html
    assert 'value="her@"' in html
    assert Subscription.objects.count() == 0


def test_who_has_answered_is_told_the_result_but_not_reminded(page: str, client: Client) -> None:
    ask(client, page, "reminder")
    woman = Woman(f"{page}answer")
    woman.to_review(**{"question-1": "Near home"})
    thanks = woman.press("send")
    assert f'action="{page}hear"' in thanks.html
    woman.client.post(f"{page}hear", {"answered": "1", "wants": "result", "email": HER})

    wish = Subscription.objects.get()
    assert wish.wants_result
    assert wish.answered_at is not None


def test_who_comes_by_a_reminder_is_not_reminded_again(
    client: Client, page: str, open_one: Consultation
) -> None:
    ask(client, page, "reminder")
    token = addresses.token_of(Subscription.objects.get())
    assert f"answer?k={token}" in client.get(f"{page}?k={token}").content.decode()
    woman = Woman(f"{page}answer?k={token}")
    woman.to_review(**{"question-1": "Near home"})
    woman.press("send")

    assert Subscription.objects.get().answered_at is not None


def test_a_mail_scanner_that_follows_the_link_stops_nothing(client: Client, page: str) -> None:
    ask(client, page, "reminder")
    stop = f"/stop/{addresses.token_of(Subscription.objects.get())}"

    assert "Stop all messages?" in client.get(stop).content.decode()
    assert StoppedAddress.objects.count() == 0


@pytest.mark.parametrize("body", [{}, {"List-Unsubscribe": "One-Click"}])
def test_one_click_stops_every_message(page: str, body: dict[str, str]) -> None:
    client = Client(enforce_csrf_checks=True)
    ask(client, page, "reminder")
    answer = client.post(f"/stop/{addresses.token_of(Subscription.objects.get())}", body)

    assert "We have stopped all messages" in answer.content.decode()
    assert StoppedAddress.objects.count() == 1
    assert not answer.cookies


def kept(client: Client, page: str) -> str:
    ask(client, page, "reminder", "result")
    return f"/kept/{addresses.token_of(Subscription.objects.get())}"


def test_the_link_in_each_mail_shows_what_is_kept_and_one_click_deletes_it(client: Client, page: str) -> None:
    link = kept(client, page)
    assert f'href="{link}"' in client.get(link.replace("/kept/", "/stop/")).content.decode()

    html = client.get(link).content.decode()
    assert "Where the birth centre should be" in html
    assert "You wanted a reminder before it closes." in html
    assert HER not in html
    assert Subscription.objects.exists()

    assert "We have deleted it" in client.post(link).content.decode()
    assert not Subscription.objects.exists()
    assert "We keep nothing that belongs to this link" in client.get(link).content.decode()


def test_its_page_is_kept_nowhere_and_tells_its_address_to_nobody(client: Client, page: str) -> None:
    link = kept(client, page)

    for answer in (client.get(link), client.get("/kept/unknown"), client.post(link)):
        assert answer["Cache-Control"] == "no-store"
        assert answer["Referrer-Policy"] == "no-referrer"
        assert not answer.cookies
