"""A risk is locked to those on call, its clock runs, and only a whole decision of a named person ends it."""

from datetime import timedelta

import pytest

from surveys.core.errors import Conflict, DomainError, NotAllowed
from surveys.core.models import AuditEvent
from surveys.moderation import queries, services
from surveys.moderation.models import RiskCase, RiskStep
from surveys.people import services as people
from surveys.people.models import Membership, User
from surveys.people.roles import MODERATOR
from surveys.responses.models import Consent, FreeText
from tests.factories.feedback import told_after_loss
from tests.factories.listening import decided, put_on_call, screened
from tests.factories.world import NOW, Place, person

DANGER = "I can't go on, I want to kill myself"
HOUR = timedelta(hours=1)


@pytest.fixture
def case(leicester: Place) -> RiskCase:
    screened(leicester, better=DANGER)
    return RiskCase.objects.select_related("free_text__response").get()


def opens(case: RiskCase, user: User) -> bool:
    """Whether somebody may read the words of a risk, by the service that reads them."""
    try:
        queries.to_check(case.free_text, by=user, now=NOW)
    except NotAllowed:
        return False
    return True


def kinds(case: RiskCase) -> list[str]:
    return list(RiskStep.objects.filter(case=case).order_by("at", "id").values_list("kind", flat=True))


def test_only_those_on_call_and_the_chair_open_it(leicester: Place, durham: Place, case: RiskCase) -> None:
    ruth, colleague = leicester.moderator, person("colleague", "moderator", leicester.mvp)
    put_on_call(leicester, ruth)
    put_on_call(durham, durham.moderator)

    assert opens(case, ruth)
    assert opens(case, leicester.chair)
    others = [colleague, leicester.loss_moderator, leicester.lms_officer, leicester.trust_staff]
    assert not any(opens(case, other) for other in [*others, durham.moderator, durham.chair])


def test_each_opening_is_written_down_and_shown(leicester: Place, case: RiskCase) -> None:
    put_on_call(leicester, leicester.moderator)
    opens(case, leicester.moderator)
    opens(case, leicester.moderator)
    opens(case, leicester.chair)

    shown = {opening.who: opening.times for opening in queries.openings_of(case.free_text_id)}
    assert shown == {"Moderator": 2, "Chair": 1}


def test_a_shift_that_is_over_or_not_begun_opens_nothing(leicester: Place, case: RiskCase) -> None:
    put_on_call(leicester, leicester.moderator, at=NOW + HOUR)

    assert not opens(case, leicester.moderator)
    assert not queries.cover(leicester.mvp.pk, after_loss=False, now=NOW).on_call
    assert queries.cover(leicester.mvp.pk, after_loss=False, now=NOW + HOUR).on_call
    assert not queries.cover(leicester.mvp.pk, after_loss=False, now=NOW + 25 * HOUR).on_call


def test_who_has_lost_the_role_is_on_call_no_longer(leicester: Place, case: RiskCase) -> None:
    put_on_call(leicester, leicester.moderator)
    held = Membership.objects.get(user=leicester.moderator)
    people.end_role(held, on=NOW.date(), by=leicester.lms_officer, now=NOW)

    assert not queries.cover(leicester.mvp.pk, after_loss=False, now=NOW).on_call
    assert not opens(case, leicester.moderator)


def test_without_a_chair_every_moderator_stands_in(leicester: Place, case: RiskCase) -> None:
    people.end_role(
        Membership.objects.get(user=leicester.chair), on=NOW.date(), by=leicester.lms_officer, now=NOW
    )

    covered = queries.cover(leicester.mvp.pk, after_loss=False, now=NOW)
    assert (covered.on_call, covered.first) == ((), (leicester.moderator,))
    assert opens(case, leicester.moderator)


def test_who_took_it_keeps_it_when_her_shift_ends(leicester: Place, case: RiskCase) -> None:
    put_on_call(leicester, leicester.moderator)
    services.take_risk(case.pk, instead_of=None, by=leicester.moderator, now=NOW)

    later = NOW + timedelta(days=2)
    services.note_step(case.pk, words="Rang again", by=leicester.moderator, now=later)
    assert kinds(case) == ["taken", "noted"]


def test_the_slower_of_two_who_take_it_is_told(leicester: Place, case: RiskCase) -> None:
    put_on_call(leicester, leicester.moderator)
    services.take_risk(case.pk, instead_of=None, by=leicester.moderator, now=NOW)

    with pytest.raises(Conflict, match="Moderator has this in hand"):
        services.take_risk(case.pk, instead_of=None, by=leicester.chair, now=NOW)
    with pytest.raises(Conflict, match="Take it over first"):
        decided(case, by=leicester.chair)

    services.take_risk(case.pk, instead_of=leicester.moderator.pk, by=leicester.chair, now=NOW)
    assert decided(case, by=leicester.chair).decided_by == leicester.chair


def test_handing_over_names_somebody_who_checks_here(leicester: Place, durham: Place, case: RiskCase) -> None:
    for nobody in (durham.moderator, leicester.lms_officer, leicester.loss_moderator):
        with pytest.raises(DomainError, match="somebody else"):
            services.hand_over_risk(case.pk, to=nobody.pk, words="", by=leicester.chair, now=NOW)

    services.hand_over_risk(
        case.pk, to=leicester.moderator.pk, words="I am on a train", by=leicester.chair, now=NOW
    )

    assert opens(RiskCase.objects.select_related("free_text__response").get(), leicester.moderator)
    (line,) = queries.log_of(case, by=leicester.chair, now=NOW)
    assert (line.by, line.to, line.words) == ("Chair", "Moderator", "I am on a train")


@pytest.mark.parametrize("missing", ["decision", "reason", "told"])
def test_a_decision_is_whole_or_none(leicester: Place, case: RiskCase, missing: str) -> None:
    given = {"decision": "emergency", "reason": "She is bleeding", "told": "999"} | {missing: " "}

    with pytest.raises(DomainError):
        services.decide_risk(
            case.pk,
            decision=given["decision"],
            reason=given["reason"],
            told=given["told"],
            by=leicester.chair,
            now=NOW,
        )

    assert RiskCase.objects.get().decided_at is None


def test_nobody_was_told_in_the_future(leicester: Place, case: RiskCase) -> None:
    with pytest.raises(DomainError, match="future"):
        services.decide_risk(
            case.pk,
            decision="emergency",
            reason="Bleeding",
            told="999",
            told_at=NOW + HOUR,
            by=leicester.chair,
            now=NOW,
        )


def test_she_was_contacted_only_if_she_had_agreed(leicester: Place, case: RiskCase) -> None:
    Consent.objects.filter(purpose="contact").update(given=False)

    with pytest.raises(DomainError, match="did not agree"):
        services.decide_risk(
            case.pk, decision="contacted", reason="To ask", told="Herself", by=leicester.chair, now=NOW
        )


def test_after_the_decision_the_comment_waits_with_the_others(leicester: Place, case: RiskCase) -> None:
    with pytest.raises(Conflict):
        services.clear(case.free_text_id, redactions=(), by=leicester.chair, now=NOW)
    decided(case, by=leicester.chair)

    assert list(queries.waiting([leicester.mvp.pk])) == [case.free_text]
    assert queries.to_check(case.free_text, by=leicester.moderator, now=NOW).words == DANGER


def test_what_is_written_about_her_is_encrypted_and_not_in_the_audit_trail(
    leicester: Place, case: RiskCase
) -> None:
    services.note_step(case.pk, words="Rang ward nine", by=leicester.chair, now=NOW)
    decided(case, by=leicester.chair)

    stored = str(list(RiskStep.objects.values())) + str(list(RiskCase.objects.values()))
    trail = str(list(AuditEvent.objects.values_list("verb", "facts")))
    for words in ("ward nine", "It may go on", "Safeguarding midwife, by phone"):
        assert words not in stored + trail
    log = queries.log_of(case, by=leicester.chair, now=NOW)
    assert log[0].words == "Rang ward nine"
    assert "Safeguarding midwife, by phone, 14 October 2026, 11:00" in log[1].words
    assert {"note step about risk", "decide risk"} <= set(AuditEvent.objects.values_list("verb", flat=True))


def test_a_person_sees_what_the_rules_missed(leicester: Place) -> None:
    text = screened(leicester, better="Something is not right where I live")
    assert not RiskCase.objects.exists()

    case = services.raise_risk(text.pk, level="R2", reason="Control at home", by=leicester.moderator, now=NOW)

    assert (case.raised_by, case.due_at) == (leicester.moderator, NOW + 4 * HOUR)
    assert not opens(case, leicester.moderator), "she is not on call"
    with pytest.raises(Conflict, match="a risk already"):
        services.raise_risk(text.pk, level="R1", reason="Again", by=leicester.moderator, now=NOW)


def test_nobody_raises_one_elsewhere_or_without_a_reason(leicester: Place, durham: Place) -> None:
    text = screened(leicester, better="Fine")

    with pytest.raises(NotAllowed):
        services.raise_risk(text.pk, level="R2", reason="Control", by=durham.moderator, now=NOW)
    with pytest.raises(DomainError, match="Write why"):
        services.raise_risk(text.pk, level="R2", reason=" ", by=leicester.moderator, now=NOW)
    assert not RiskCase.objects.exists()


def test_a_higher_level_is_due_sooner_and_a_lower_one_later(leicester: Place) -> None:
    text = screened(leicester, better="Something is not right where I live")
    case = services.raise_risk(text.pk, level="R3", reason="Odd", by=leicester.chair, now=NOW)

    case = services.change_level(case.pk, level="R1", reason="Now", by=leicester.chair, now=NOW + HOUR)
    assert (case.due_at, case.round, case.alerted_at) == (NOW + 2 * HOUR, 2, None)
    case = services.change_level(case.pk, level="R2", reason="Later", by=leicester.chair, now=NOW + HOUR)
    assert (case.due_at, case.round) == (NOW + 4 * HOUR, 2)
    with pytest.raises(DomainError, match="Write why"):
        services.change_level(case.pk, level="R1", reason="", by=leicester.chair, now=NOW)


def test_what_was_decided_opens_again_with_a_new_clock(leicester: Place, case: RiskCase) -> None:
    decided(case, by=leicester.chair, at=NOW + HOUR)
    later = NOW + timedelta(days=3)

    again = services.reopen_risk(case.pk, level="R2", reason="She wrote again", by=leicester.chair, now=later)

    assert (again.decided_at, again.clock_from, again.due_at) == (None, later, later + 4 * HOUR)
    assert kinds(case) == ["decided", "reopened"]
    decided(case, by=leicester.chair, at=later)
    (summary, *_) = [
        one
        for one in queries.risk_summary([leicester.mvp.pk], start=NOW, end=NOW + HOUR)
        if one.level == "R2"
    ]
    assert summary.median_hours == 1.0, "response times are counted to the first decision"


def test_the_limits_are_those_of_the_lms(leicester: Place, durham: Place) -> None:
    services.set_limit(
        leicester.lms.pk, level="R1", amount=30, unit="hours", by=leicester.lms_officer, now=NOW
    )

    here, there = screened(leicester, better=DANGER), screened(durham, better=DANGER)

    assert RiskCase.objects.get(free_text=here).due_at == NOW + 30 * HOUR
    assert RiskCase.objects.get(free_text=there).due_at == NOW + HOUR


@pytest.mark.parametrize(("amount", "unit"), [(0, "hours"), (101, "hours"), (2, "weeks")])
def test_a_limit_makes_sense(leicester: Place, amount: int, unit: str) -> None:
    with pytest.raises(DomainError):
        services.set_limit(
            leicester.lms.pk, level="R1", amount=amount, unit=unit, by=leicester.lms_officer, now=NOW
        )


@pytest.mark.parametrize("role", ["chair", "moderator", "trust_staff", "board_member"])
def test_only_an_officer_sets_limits(leicester: Place, role: str) -> None:
    with pytest.raises(NotAllowed):
        services.set_limit(
            leicester.lms.pk, level="R1", amount=2, unit="hours", by=getattr(leicester, role), now=NOW
        )


def test_the_chair_alone_says_who_is_on_call(leicester: Place, durham: Place) -> None:
    shift = put_on_call(leicester, leicester.moderator)

    for other in (leicester.moderator, leicester.lms_officer, leicester.loss_moderator, durham.chair):
        with pytest.raises(NotAllowed):
            services.put_on_call(
                leicester.mvp.pk,
                user_id=leicester.chair.pk,
                starts_at=NOW,
                ends_at=NOW + HOUR,
                by=other,
                now=NOW,
            )
        with pytest.raises(NotAllowed):
            services.end_shift(shift.pk, by=other, now=NOW)


def test_nobody_is_on_call_twice_at_once_and_nobody_without_the_role(leicester: Place) -> None:
    put_on_call(leicester, leicester.moderator)

    with pytest.raises(DomainError, match="on call for part of this time"):
        put_on_call(leicester, leicester.moderator, at=NOW + HOUR)
    with pytest.raises(DomainError, match="somebody who checks"):
        put_on_call(leicester, leicester.trust_staff)
    put_on_call(leicester, leicester.moderator, at=NOW + timedelta(days=1))


def test_a_shift_ends_at_once_and_one_to_come_is_gone(leicester: Place, case: RiskCase) -> None:
    now = put_on_call(leicester, leicester.moderator, at=NOW - HOUR)
    to_come = put_on_call(leicester, leicester.moderator, at=NOW + timedelta(days=2))

    for shift in (now, to_come, now):
        services.end_shift(shift.pk, by=leicester.chair, now=NOW)

    assert [shift.ends_at for shift in queries.shifts([leicester.mvp.pk])] == [NOW]
    assert not opens(case, leicester.moderator)


def test_after_a_loss_only_the_specialist_on_call_opens_it(leicester: Place) -> None:
    response = told_after_loss(leicester, different=DANGER)
    services.screen([response.pk], now=NOW)
    case = RiskCase.objects.select_related("free_text__response").get()
    joan = person("joan", "loss_moderator", leicester.lms)
    assert opens(case, joan), "nobody is on call"

    put_on_call(leicester, leicester.loss_moderator, after_loss=True)

    assert opens(case, leicester.loss_moderator)
    lead = person("lead", "chair", leicester.lms)
    assert not any(opens(case, other) for other in (joan, lead, leicester.chair, leicester.lms_officer))


def test_who_is_on_call_after_a_loss_opens_nothing_else(leicester: Place, case: RiskCase) -> None:
    people.give_role(
        leicester.loss_moderator,
        role=MODERATOR,
        organisation=leicester.mvp,
        valid_from=NOW.date(),
        by=leicester.lms_officer,
        now=NOW,
    )
    put_on_call(leicester, leicester.loss_moderator, after_loss=True)

    assert not opens(case, leicester.loss_moderator)


def test_a_response_with_an_open_risk_shows_no_words_of_it(leicester: Place, case: RiskCase) -> None:
    assert queries.locked([case.free_text_id]) == {case.free_text_id}
    decided(case, by=leicester.chair)
    assert queries.locked(FreeText.objects.values_list("pk", flat=True)) == set()
