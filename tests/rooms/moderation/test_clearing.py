"""A named person makes a text safe, sets it aside or decides about danger: once, here, and reversibly."""

from datetime import timedelta
from uuid import uuid4

import pytest

from surveys.core.errors import Conflict, DomainError, NotAllowed
from surveys.core.models import AuditEvent
from surveys.moderation import queries, services
from surveys.moderation.models import Clearance, RiskCase
from surveys.moderation.redaction import Redaction
from surveys.responses import services as responses
from surveys.responses.models import FreeText
from tests.factories.feedback import prepared
from tests.factories.listening import decided, put_on_call, screened
from tests.factories.world import NOW, Place

DANGER = "I can't go on, I want to kill myself"
SARAH = Redaction(11, 16, "name")


def test_clearing_keeps_the_text_that_others_may_read(leicester: Place) -> None:
    text = screened(leicester, good="My midwife Sarah was lovely")

    services.clear(text.pk, redactions=[SARAH], by=leicester.moderator, now=NOW)

    assert queries.safe_texts([text.pk]) == {text.pk: "My midwife was lovely"}
    assert AuditEvent.objects.get(verb="clear").facts == {"hidden": 1}


def test_a_detail_without_a_job_title_becomes_a_bracket(leicester: Place) -> None:
    text = screened(leicester, good="Ring me on 07700 900123 please")

    services.clear(text.pk, redactions=[Redaction(11, 23, "phone")], by=leicester.moderator, now=NOW)

    assert queries.safe_texts([text.pk]) == {text.pk: "Ring me on [phone number] please"}


def test_what_does_not_fit_the_text_is_refused(leicester: Place) -> None:
    text = screened(leicester, good="Kind")

    with pytest.raises(DomainError):
        services.clear(text.pk, redactions=[Redaction(2, 99, "name")], by=leicester.chair, now=NOW)

    assert not Clearance.objects.exists()


@pytest.mark.parametrize("role", ["trust_staff", "lms_officer", "board_member", "loss_moderator"])
def test_only_who_moderates_here_may_clear(leicester: Place, role: str) -> None:
    text = screened(leicester, good="Kind")

    with pytest.raises(NotAllowed):
        services.clear(text.pk, redactions=[], by=getattr(leicester, role), now=NOW)


def test_a_moderator_of_another_mvp_may_do_nothing(leicester: Place, durham: Place) -> None:
    text = screened(leicester, better=DANGER)
    case = RiskCase.objects.get()

    with pytest.raises(NotAllowed):
        services.set_aside(text.pk, reason="Spam", by=durham.moderator, now=NOW)
    with pytest.raises(NotAllowed):
        decided(case, by=durham.chair)
    with pytest.raises(NotAllowed):
        queries.to_check(text, by=durham.moderator, now=NOW)


def test_the_second_of_two_people_changes_nothing(leicester: Place) -> None:
    text = screened(leicester, good="My midwife Sarah was lovely")
    services.clear(text.pk, redactions=[SARAH], by=leicester.moderator, now=NOW)

    with pytest.raises(Conflict):
        services.clear(text.pk, redactions=[], by=leicester.chair, now=NOW)
    with pytest.raises(Conflict):
        services.set_aside(text.pk, reason="Spam", by=leicester.chair, now=NOW)

    assert queries.safe_texts([text.pk]) == {text.pk: "My midwife was lovely"}


def test_pressing_the_button_twice_is_no_conflict(leicester: Place) -> None:
    text = screened(leicester, good="Kind")

    for _ in range(2):
        services.clear(text.pk, redactions=[], by=leicester.chair, now=NOW)

    assert AuditEvent.objects.filter(verb="clear").count() == 1


def test_setting_aside_needs_a_reason_and_lets_nobody_read(leicester: Place) -> None:
    text = screened(leicester, good="Buy my watches")

    with pytest.raises(DomainError):
        services.set_aside(text.pk, reason=" ", by=leicester.chair, now=NOW)
    services.set_aside(text.pk, reason="Not about maternity care", by=leicester.chair, now=NOW)

    assert queries.safe_texts([text.pk]) == {}
    assert not queries.waiting([leicester.mvp.pk]).exists()


def test_undo_puts_the_text_back_into_the_queue(leicester: Place) -> None:
    text = screened(leicester, good="Kind")
    services.clear(text.pk, redactions=[], by=leicester.chair, now=NOW)

    services.undo(text.pk, by=leicester.moderator, now=NOW)

    assert queries.safe_texts([text.pk]) == {}
    assert list(queries.waiting([leicester.mvp.pk])) == [text]
    with pytest.raises(Conflict):
        services.undo(text.pk, by=leicester.moderator, now=NOW)


def test_danger_must_be_decided_first(leicester: Place) -> None:
    text = screened(leicester, better=DANGER)

    with pytest.raises(Conflict, match="risk first"):
        services.clear(text.pk, redactions=[], by=leicester.chair, now=NOW)
    with pytest.raises(Conflict, match="risk first"):
        services.set_aside(text.pk, reason="Spam", by=leicester.chair, now=NOW)

    _decide(leicester)
    services.clear(text.pk, redactions=[], by=leicester.chair, now=NOW)
    assert text.pk in queries.safe_texts([text.pk])


def test_a_risk_is_decided_once_with_who_was_told(leicester: Place) -> None:
    screened(leicester, better=DANGER)
    case = RiskCase.objects.get()

    _decide(leicester)
    put_on_call(leicester, leicester.moderator)
    with pytest.raises(Conflict):
        decided(case, by=leicester.moderator)

    case.refresh_from_db()
    assert (case.decision, case.decided_by) == ("safeguarding", leicester.chair)


def test_what_she_took_back_cannot_be_cleared(leicester: Place) -> None:
    receipt = responses.receive(prepared(leicester, good="Kind"), now=NOW)
    text = FreeText.objects.get()
    responses.withdraw(receipt.code, now=NOW)

    with pytest.raises(Conflict, match="taken this feedback back"):
        services.clear(text.pk, redactions=[], by=leicester.chair, now=NOW)


def test_the_queue_shows_the_oldest_first_and_no_risk(leicester: Place, durham: Place) -> None:
    later = screened(leicester, good="Kind", at=NOW)
    earlier = screened(leicester, good="Kind", at=NOW - timedelta(days=3))
    screened(leicester, better=DANGER, at=NOW)
    screened(durham, good="Kind")

    assert list(queries.waiting([leicester.mvp.pk])) == [earlier, later]


def test_nobody_reads_a_cleared_text_while_its_risk_is_open(leicester: Place) -> None:
    text = screened(leicester, better="Kind")
    services.clear(text.pk, redactions=[], by=leicester.chair, now=NOW)
    case = services.raise_risk(text.pk, level="R2", reason="Read again", by=leicester.chair, now=NOW)

    assert queries.safe_texts([text.pk]) == {}
    assert not queries.cleared([leicester.mvp.pk]).exists()
    assert not queries.waiting([leicester.mvp.pk]).exists()

    decided(case, by=leicester.chair)
    assert queries.safe_texts([text.pk]) == {text.pk: "Kind"}


def test_opening_a_text_shows_suggestions_and_is_written_down(leicester: Place) -> None:
    text = screened(leicester, good="My midwife Sarah was lovely")

    item = queries.to_check(text, by=leicester.moderator, now=NOW)

    assert (item.words, item.suggested) == ("My midwife Sarah was lovely", (SARAH,))
    assert AuditEvent.objects.get(verb="read raw words").actor_id == leicester.moderator.pk


def test_counts_say_what_waits_and_what_was_done(leicester: Place) -> None:
    screened(leicester, better=DANGER, at=NOW - timedelta(hours=2))
    done = screened(leicester, good="Kind")
    services.clear(done.pk, redactions=[], by=leicester.chair, now=NOW)

    counts = queries.counts([leicester.mvp.pk], now=NOW)

    assert counts == queries.Counts(
        waiting=0,
        oldest_waiting=None,
        open_cases=1,
        oldest_case=NOW,
        overdue_cases=0,
        cleared_today=1,
    )
    assert queries.counts([leicester.mvp.pk], now=NOW + timedelta(hours=1)).overdue_cases == 1
    assert queries.counts([uuid4()], now=NOW) == queries.Counts(0, None, 0, None, 0, 0)


def test_the_risk_summary_counts_and_times_without_content(leicester: Place) -> None:
    for _ in range(2):
        screened(leicester, better=DANGER)
    case = RiskCase.objects.first()
    assert case is not None
    later = NOW + timedelta(hours=3)
    decided(case, by=leicester.chair, at=later)

    summary = queries.risk_summary([leicester.mvp.pk], start=NOW, end=NOW + timedelta(days=1))

    assert summary[0] == queries.RiskSummary("R1", opened=2, decided=1, median_hours=3.0)
    assert [one.opened for one in summary[1:]] == [0, 0]


def _decide(place: Place) -> None:
    case = RiskCase.objects.get()
    decided(case, by=place.chair)
