"""She comes back with her receipt code."""

import pytest
from django.test import Client

from surveys.core.secrets import grouped
from surveys.responses import services as responses
from surveys.responses.models import Response
from surveys.web.feedback import receipts
from tests.factories.feedback import prepared
from tests.factories.world import NOW, Place


@pytest.fixture
def code(leicester: Place) -> str:
    return responses.receive(prepared(leicester, good="Kind"), now=NOW).code


def post(client: Client, **data: str) -> str:
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


def test_a_wrong_code_and_one_taken_back_get_the_same_answer(client: Client, code: str) -> None:
    post(client, code=code, step="take-back")
    used = post(client, code=code)
    wrong = post(client, code="0" * 16)

    assert "We cannot find feedback with this code" in used
    assert used.replace(code, "") == wrong.replace("0" * 16, "")


def test_guessing_is_stopped(client: Client, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receipts, "MOST_AN_HOUR", 0)

    answer = client.post("/r", {"code": code})

    assert answer.status_code == 429
    assert "We have your feedback" not in answer.content.decode()


def test_the_code_is_never_read_from_the_address(client: Client, code: str) -> None:
    assert "We have your feedback" not in client.get("/r", {"code": code}).content.decode()
