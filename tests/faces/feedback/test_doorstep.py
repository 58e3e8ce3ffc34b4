"""A first page is one answer for everybody, but for the ticket in it."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from surveys.core import clock
from surveys.organisations.models import Organisation
from surveys.web.journey.remembering import forget
from tests.faces.feedback.telling import Page
from tests.factories.consultations import opened
from tests.factories.world import Place

pytestmark = pytest.mark.django_db
ADDRESSES = ("/leicester", "/ar/leicester", "/en-easy/leicester")


def asked(address: str, **more: Any) -> Any:
    return Client().get(address, **more)


def ticket(answer: Any) -> str:
    return Page(answer).fields["ticket"][0]


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_second_answer_differs_from_the_first_in_its_ticket_alone(leicester: Place, address: str) -> None:
    first, second = asked(address), asked(address)

    assert ticket(first) != ticket(second)
    assert first.content.replace(ticket(first).encode(), b"") == second.content.replace(
        ticket(second).encode(), b""
    )
    assert dict(first.headers) == dict(second.headers)
    assert "sha256-" in second.headers["Content-Security-Policy"]


def test_the_second_answer_asks_the_database_nothing(leicester: Place) -> None:
    asked("/leicester")
    with CaptureQueriesContext(connection) as queries:
        assert asked("/leicester").status_code == 200
    assert list(queries) == []


def test_what_was_sent_with_either_ticket_is_a_response_of_its_own(leicester: Place) -> None:
    sent = [
        Client().post("/leicester", {"ticket": ticket(asked("/leicester")), "at": "review", "q-fft": "good"})
        for _woman in range(2)
    ]

    receipts = {answer.content.split(b"mv-receipt__code")[1][:200] for answer in sent}
    assert len(receipts) == 2


def test_languages_and_what_stands_behind_a_question_mark_are_not_mixed_up(leicester: Place) -> None:
    now = clock.now()
    consultation = opened(leicester, at=now, closes_at=now + timedelta(days=9))
    address = f"/m/{leicester.mvp.slug}/c/{consultation.slug}/answer"
    asked(address)

    assert 'lang="ar"' in asked("/ar" + address).content.decode()
    assert Page(asked(address, data={"k": "a-token"})).fields["k"] == ["a-token"]
    assert "k" not in Page(asked(address)).fields


def test_a_renamed_unit_shows_once_it_is_forgotten(leicester: Place) -> None:
    asked("/leicester")
    Organisation.objects.filter(pk=leicester.site.pk).update(name="Leicester General")
    forget()

    assert "Leicester General" in asked("/leicester").content.decode()


def test_a_wrong_address_is_not_kept(leicester: Place) -> None:
    assert [asked("/nowhere").status_code for _time in range(2)] == [404, 404]
