"""Pages that were open for long, keys that were changed, pages that were sent before: no word is lost."""

import time
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.cache import cache
from redis.exceptions import ConnectionError as NoCache

from surveys.core.actors import SYSTEM
from surveys.questionnaires import services as questionnaires
from surveys.questionnaires import standard
from surveys.questionnaires.definition import Definition
from surveys.questionnaires.models import Questionnaire
from surveys.responses import receipts
from surveys.responses import services as responses
from surveys.responses.models import Response
from surveys.web.journey import limits, remembering
from tests.faces.feedback.telling import Woman
from tests.faces.feedback.test_journey import receipt
from tests.factories.world import NOW, Place


def a_day_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    later = time.time() + timedelta(hours=25).total_seconds()
    monkeypatch.setattr("django.core.signing.time.time", lambda: later)


def test_a_page_that_was_open_for_a_day_keeps_everything(
    leicester: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    woman = Woman()
    woman.to_review(good="Kind", fft="good")
    old = woman.page.fields["ticket"]
    a_day_passes(monkeypatch)

    page = woman.press("send")
    assert "open for a long time" in page.html
    assert page.fields["q-good"] == ["Kind"]
    assert page.fields["ticket"] != old
    assert Response.objects.count() == 0

    woman.press("send")
    assert Response.objects.count() == 1


def test_a_day_old_page_that_had_been_sent_shows_its_receipt(
    leicester: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    woman = Woman()
    review = woman.to_review(good="Kind")
    first = woman.press("send")
    a_day_passes(monkeypatch)
    woman.page = review

    assert receipt(woman.press("send").html) == receipt(first.html)
    assert Response.objects.count() == 1


@pytest.mark.parametrize("ticket", ["", "nonsense", f"{uuid4().hex}.{uuid4().hex}:1abcde:forged"])
def test_a_key_that_was_not_made_here_sends_nothing_and_loses_nothing(leicester: Place, ticket: str) -> None:
    woman = Woman()
    woman.to_review(good="Kind")

    page = woman.press("send", ticket=ticket)
    assert Response.objects.count() == 0
    assert page.fields["q-good"] == ["Kind"]

    woman.press("send")
    assert Response.objects.count() == 1


def test_another_mvps_key_is_no_key_here(leicester: Place, durham: Place) -> None:
    elsewhere = Woman("/durham").page.fields["ticket"]
    woman = Woman()
    woman.to_review(good="Kind")
    woman.press("send", ticket=elsewhere[0])

    assert Response.objects.count() == 0


def test_a_page_made_for_the_version_before_is_answered_as_it_was_asked(leicester: Place) -> None:
    woman = Woman()
    woman.press(stage="birth")
    publish(leicester, standard.STAGE, standard.BETTER)
    remembering.forget()
    woman.to_review(good="Kind", better="Loud")
    woman.press("send")

    assert Response.objects.get().version == leicester.version
    assert Woman().to_review().html.count("nhsuk-summary-list__row") == 3


def test_feedback_that_was_taken_back_is_not_called_received(leicester: Place) -> None:
    woman = Woman()
    review = woman.to_review(good="Kind")
    woman.press("send")
    key = Response.objects.get().submission_key
    responses.withdraw(receipts.code(key), now=NOW)
    woman.page = review

    assert "You took this feedback back" in woman.press("send").html


def test_without_a_cache_she_is_let_through(leicester: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*args: object, **kwargs: object) -> None:
        raise NoCache

    monkeypatch.setattr(limits, "_salt", gone)
    monkeypatch.setattr(cache, "add", gone, raising=False)
    woman = Woman()
    woman.to_review(good="Kind")

    assert "receipt code" in woman.press("send").html


def publish(place: Place, *questions: object) -> None:
    version = questionnaires.draft(
        place.mvp,
        purpose=Questionnaire.Purpose.FEEDBACK,
        title="New",
        definition=Definition(tuple(questions)),  # type: ignore[arg-type]
        by=SYSTEM,
        now=NOW,
    )
    questionnaires.publish(version, by=SYSTEM, now=NOW + timedelta(days=1))
