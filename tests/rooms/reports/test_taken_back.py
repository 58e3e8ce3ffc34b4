"""What a woman takes back goes into no report that is signed off afterwards."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from surveys.core.errors import Conflict
from surveys.moderation import queries as moderating
from surveys.moderation import services as moderation
from surveys.reports import services
from surveys.reports.models import Report
from surveys.reports.rollups import recount
from surveys.responses import receipts
from surveys.responses import services as responses
from surveys.responses.models import FreeText
from surveys.themes import services as themes
from tests.factories import consultations
from tests.factories.feedback import prepared, received
from tests.factories.voices import voices
from tests.factories.world import NOW, Place

JULY = datetime(2026, 7, 15, 12, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def quoted(leicester: Place) -> FreeText:
    """A comment that somebody has checked, so that it is quoted."""
    voices(leicester, 40, at=JULY, themes={"KIND": "positive"})
    text = FreeText.objects.order_by("pk")[0]
    themes.settle(text.pk, redactions=[], decisions={"KIND": "positive"}, by=leicester.chair, now=NOW)
    return text


@pytest.fixture
def draft(leicester: Place, quoted: FreeText) -> Report:
    return services.compile_report(
        leicester.mvp, starts_on=date(2026, 7, 1), ends_on=date(2026, 10, 1), by=leicester.chair, now=NOW
    )


def test_a_draft_with_feedback_that_was_taken_back_is_not_signed_off(
    leicester: Place, quoted: FreeText, draft: Report
) -> None:
    responses.withdraw(receipts.code(quoted.response.submission_key), now=LATER)

    with pytest.raises(Conflict, match="taken back or set aside"):
        services.sign_off(draft.pk, by=leicester.chair, now=LATER)


def test_a_draft_with_a_quote_that_waits_to_be_checked_again_is_not_signed_off(
    leicester: Place, quoted: FreeText, draft: Report
) -> None:
    assert "Words about it" in str(draft.dataset["themes"])
    moderation.undo(quoted.pk, by=leicester.chair, now=LATER)

    with pytest.raises(Conflict, match="taken back or set aside"):
        services.sign_off(draft.pk, by=leicester.chair, now=LATER)


def test_a_draft_with_what_is_no_feedback_is_not_signed_off(
    leicester: Place, quoted: FreeText, draft: Report
) -> None:
    moderation.screen([quoted.response_id], now=NOW)
    moderation.set_responses_aside([quoted.response_id], reason="spam", by=leicester.moderator, now=LATER)

    with pytest.raises(Conflict, match="taken back or set aside"):
        services.sign_off(draft.pk, by=leicester.chair, now=LATER)


def test_a_draft_that_holds_nothing_taken_back_is_signed_off(leicester: Place, draft: Report) -> None:
    assert services.sign_off(draft.pk, by=leicester.chair, now=LATER).signed_off_at == LATER


def test_a_risk_in_feedback_that_was_taken_back_is_in_no_figure(leicester: Place) -> None:
    response = received(leicester, good="I want to kill myself")
    moderation.screen([response.pk], now=NOW)
    period = {"start": NOW - timedelta(days=1), "end": NOW + timedelta(days=1)}
    assert sum(level.opened for level in moderating.risk_summary([leicester.mvp.pk], **period)) == 1

    responses.withdraw(receipts.code(response.submission_key), now=LATER)

    assert not any(level.opened for level in moderating.risk_summary([leicester.mvp.pk], **period))


def test_a_later_report_does_not_tell_what_somebody_preferred_who_took_it_back(leicester: Place) -> None:
    asked = consultations.opened(leicester, at=JULY, closes_at=JULY + timedelta(days=60))
    given = [
        replace(prepared(leicester, at=JULY), consultation_id=asked.pk, codes={"preferred": option})
        for option in ["option-1"] * 9 + ["option-2"] * 8
    ]
    stored = responses.receive_many(given, now=JULY)
    recount(stored.values(), now=JULY)
    august = compiled(leicester, date(2026, 8, 1), date(2026, 9, 1))
    services.sign_off(august.pk, by=leicester.chair, now=NOW)
    responses.withdraw(receipts.code(given[0].key), now=NOW)
    recount(stored.values(), now=NOW)

    september = compiled(leicester, date(2026, 9, 1), date(2026, 10, 1)).dataset

    options = [option["count"] for option in august.dataset["consultations"][0]["options"]]
    assert options == [9, 8, 0]
    assert [option["count"] for option in september["consultations"][0]["options"]] == [None] * 3
    assert "August 2026" in september["method"]["withheld"]


def compiled(place: Place, starts_on: date, ends_on: date) -> Report:
    return services.compile_report(place.mvp, starts_on=starts_on, ends_on=ends_on, by=place.chair, now=NOW)
