"""She comes back with her receipt code: typing it, taking back, guessing."""

from typing import Any

import pytest
from django.test import Client

from surveys.core.secrets import grouped
from surveys.responses import services as responses
from surveys.responses.models import Response
from tests.factories.feedback import prepared
from tests.factories.world import NOW, Place


@pytest.fixture
def code(leicester: Place) -> str:
    return responses.receive(prepared(leicester, good="Kind"), now=NOW).code


def post(client: Client, **data: Any) -> str:
    return client.post("/r", data).content.decode()


def test_however_she_types_her_code_it_is_known(client: Client, code: str) -> None:
    page = post(client, code=grouped(code).lower())

    assert "We have your feedback" in page
    assert "Leicester Hospital" in page


def test_taking_back_is_explained_then_done(client: Client, code: str) -> None:
    assert "Reports that have already gone out" in post(client, code=code, step="ask")
    assert Response.objects.filter(withdrawn_at__isnull=True).exists()

    assert "is taken back" in post(client, code=code, step="take-back")
    assert not Response.objects.filter(withdrawn_at__isnull=True).exists()


def test_pressing_twice_says_the_same(client: Client, code: str) -> None:
    assert post(client, code=code, step="take-back") == post(client, code=code, step="take-back")


@pytest.mark.parametrize("step", ["", "more", "add", "answer", "address", "email", "ask", "take-back"])
def test_a_wrong_code_and_one_taken_back_get_the_same_answer(client: Client, code: str, step: str) -> None:
    post(client, code=code, step="take-back")
    more = {"words": "More words", "email": "ada@example.org", "step": step}
    used = post(client, code=code, **more)
    wrong = post(client, code="0" * 16, **more)

    assert ("We cannot find feedback with this code" in used) == (step != "take-back")
    assert used.replace(code, "") == wrong.replace("0" * 16, "")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Write your code"),
        ("7KQM-4TXP", "A code has 16 letters and numbers. You wrote 8."),
        ("0" * 15 + "1", "One letter or number is not right."),
        ("ж" * 16, "One letter or number is not right."),
    ],
)
def test_a_slip_of_the_pen_is_told_before_anything_is_looked_up(
    client: Client, typed: str, sentence: str
) -> None:
    """There is no database in this test: a look-up would fail it."""
    page = post(client, code=typed)

    assert sentence in page
    assert f'value="{typed}"' in page or not typed
    assert "<title>Error:" in page


def test_the_code_is_never_read_from_the_address(client: Client, code: str) -> None:
    assert "We have your feedback" not in client.get("/r", {"code": code}).content.decode()


@pytest.mark.parametrize("step", ["", "more", "address", "ask", "take-back"])
def test_no_browser_keeps_a_page_that_is_opened_by_a_code(client: Client, code: str, step: str) -> None:
    answer = client.post("/r", {"code": code, "step": step})

    assert answer.headers["Cache-Control"] == "no-store"
    assert not answer.cookies
