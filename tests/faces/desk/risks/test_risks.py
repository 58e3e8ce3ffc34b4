"""Risks on the desk: who sees what, the clock in words, and everything that can be done about one."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from surveys.core import clock
from surveys.core.models import AuditEvent
from surveys.moderation import services as moderating
from surveys.moderation.models import OnCall, RiskCase, RiskLimit
from surveys.moderation.queries import openings_of
from surveys.responses import services as responses
from surveys.responses.models import Consent, FreeText, Response
from tests.faces.desk.pages import DECISION, signed_in, words_of
from tests.factories.feedback import prepared, told_after_loss
from tests.factories.listening import decided, put_on_call, screened, themed, worked_off
from tests.factories.world import NOW, Place, person

RISKS = "/desk/leicester-mvp/risks/"
LIMITS = "/desk/leicester-lms/risks/limits/"
DANGER = "The midwife was rude and I want to kill myself"
SHIFT = {
    "from_day_day": "14",
    "from_day_month": "10",
    "from_day_year": "2026",
    "from_time": "9am",
    "to_day_day": "21",
    "to_day_month": "10",
    "to_day_year": "2026",
    "to_time": "9am",
}


@pytest.fixture(autouse=True)
def _stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """All pages are opened at one moment."""
    stop_at(monkeypatch, NOW + timedelta(minutes=20))


def stop_at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    monkeypatch.setattr(clock, "now", lambda: moment)


@pytest.fixture
def case(leicester: Place) -> RiskCase:
    return themed(leicester, better=DANGER).riskcase


def one(case: RiskCase, act: str = "") -> str:
    return f"{RISKS}{case.pk}/{act}"


def test_the_list_shows_the_clock_and_none_of_her_words(leicester: Place, case: RiskCase) -> None:
    page = words_of(signed_in(leicester.chair).get(RISKS).content)

    assert "Danger now" in page
    assert "40 minutes left Waiting for 20 minutes. Decide by Wednesday 14 October 2026 at midday" in page
    assert "Nobody yet" in page
    assert "kill" not in page
    assert "Hospital" not in page


def test_an_overdue_one_says_so_in_words(
    leicester: Place, case: RiskCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    stop_at(monkeypatch, NOW + timedelta(hours=3))

    chair = signed_in(leicester.chair)
    for address in (RISKS, one(case)):
        assert "Overdue by 2 hours" in words_of(chair.get(address).content)
    assert "1 overdue" in words_of(chair.get("/desk/leicester-mvp/").content)


def test_the_page_says_plainly_when_nobody_is_on_call_and_what_it_cannot_do(leicester: Place) -> None:
    page = words_of(signed_in(leicester.moderator).get(RISKS).content)

    assert "Nobody is on call Leicester MVP. E-mails about new risks go to Chair instead." in page
    assert "Nobody watches what women send" in page
    assert "That is no all-clear" in page


def test_a_moderator_who_is_not_on_call_sees_that_it_waits_and_no_more(
    leicester: Place, case: RiskCase
) -> None:
    moderator = signed_in(leicester.moderator)
    listed = moderator.get(RISKS).content.decode()

    assert "Danger now" in words_of(listed.encode())
    assert str(case.pk) not in listed
    for act in ("", "log/", "take/", "decide/", "note/", "level/", "hand-over/", "reopen/"):
        for answer in (moderator.get(one(case, act)), moderator.post(one(case, act), DECISION)):
            assert answer.status_code in (403, 405)
            assert "kill" not in answer.content.decode()
    refused = moderator.get(f"/desk/leicester-mvp/listen/check/{case.free_text_id}/", follow=True)
    assert refused.status_code == 403
    assert "Only those on call and whoever leads can open this" in words_of(refused.content)
    assert "kill" not in refused.content.decode()
    assert RiskCase.objects.get().decided_at is None


def test_no_other_page_of_hers_shows_a_word_of_it(leicester: Place, case: RiskCase) -> None:
    moderating_, at = signed_in(leicester.moderator), "/desk/leicester-mvp"
    for address in ("/", "/listen/", "/listen/check/", "/listen/misuse/", "/risks/"):
        assert "kill" not in moderating_.get(f"{at}{address}").content.decode()
    page = moderating_.get(f"{at}/listen/{case.free_text.response_id}/").content
    assert "A risk: with those on call" in words_of(page)
    assert "kill" not in page.decode()


def test_whoever_is_on_call_opens_takes_notes_and_decides(leicester: Place, case: RiskCase) -> None:
    put_on_call(leicester, leicester.moderator)
    ruth = signed_in(leicester.moderator)

    page = words_of(ruth.get(one(case)).content)
    assert DANGER in page
    assert "Nobody has taken this in hand yet" in page
    assert "Moderator: 1 time" in page

    assert "has had this in hand" in words_of(ruth.post(one(case, "take/"), follow=True).content)
    noted = ruth.post(one(case, "note/"), {"note-words": "Rang the crisis team"}, follow=True)
    assert "Rang the crisis team" in words_of(noted.content)

    done = words_of(ruth.post(one(case, "decide/"), DECISION, follow=True).content)
    assert "Your decision is recorded" in done
    assert "The safeguarding lead was told" in done
    assert "Duty safeguarding midwife, by phone, 14 October 2026, 11:15" in done
    assert RiskCase.objects.get().told_at == NOW + timedelta(minutes=15)

    log = words_of(ruth.get(one(case, "log/")).content)
    assert "Noted a step , Moderator" in log
    assert "Who has opened the comment Moderator: 3 times" in log
    assert "kill" not in log
    assert "Decided in the last 90 days" in words_of(ruth.get(RISKS).content)
    queue = words_of(ruth.get("/desk/leicester-mvp/listen/check/").content)
    assert DANGER.split(" and ")[1] in queue


def test_what_is_missing_in_a_decision_is_named_and_nothing_typed_is_lost(
    leicester: Place, case: RiskCase
) -> None:
    given = DECISION | {"decide-told": "", "decide-told_time": "25 o’clock"}
    page = words_of(signed_in(leicester.chair).post(one(case, "decide/"), given).content)

    assert "Write who was told, or “nobody”" in page
    assert "Enter a time like 9am, 5:30pm or 17:30" in page
    assert "It may go on at home" in page
    assert RiskCase.objects.get().decided_at is None


def test_a_time_to_come_and_a_contact_she_did_not_want_are_refused(leicester: Place, case: RiskCase) -> None:
    chair = signed_in(leicester.chair)
    later = chair.post(one(case, "decide/"), DECISION | {"decide-told_time": "5:30pm"})
    assert "cannot be in the future" in words_of(later.content)

    Consent.objects.filter(purpose="contact").update(given=False)
    asked = chair.post(one(case, "decide/"), DECISION | {"decide-decision": "contacted"})
    assert "She did not agree to be contacted, so this cannot be the decision" in words_of(asked.content)
    assert RiskCase.objects.get().decided_at is None


def test_how_to_reach_her_is_shown_at_a_press_and_written_down(leicester: Place) -> None:
    given = replace(prepared(leicester, better=DANGER), contact="ada@example.org")
    responses.receive(given, now=NOW)
    moderating.screen([Response.objects.get().pk], now=NOW)
    case = RiskCase.objects.get()
    chair = signed_in(leicester.chair)
    assert "ada@example.org" not in chair.get(one(case)).content.decode()
    assert signed_in(leicester.moderator).post(one(case, "contact/")).status_code == 403
    assert not AuditEvent.objects.filter(verb="read contact details").exists()

    assert "ada@example.org" in words_of(chair.post(one(case, "contact/")).content)
    assert AuditEvent.objects.get(verb="read contact details").actor_id == leicester.chair.pk
    Consent.objects.filter(purpose="contact").update(withdrawn_at=NOW)
    assert "ada@example.org" not in chair.post(one(case, "contact/")).content.decode()
    decided(case, by=leicester.chair)
    assert chair.post(one(case, "contact/")).status_code == 403


def test_the_slower_of_two_is_told_who_was_quicker(leicester: Place, case: RiskCase) -> None:
    put_on_call(leicester, leicester.moderator)
    signed_in(leicester.moderator).post(one(case, "take/"))

    chair = signed_in(leicester.chair)
    page = words_of(chair.post(one(case, "take/"), {"holder": ""}, follow=True).content)
    assert "Moderator has this in hand since a moment ago" in page

    chair.post(one(case, "take/"), {"holder": str(leicester.moderator.pk)})
    assert RiskCase.objects.get().taken_by == leicester.chair


def test_handing_over_changing_the_level_and_opening_again(leicester: Place, case: RiskCase) -> None:
    chair = signed_in(leicester.chair)
    level = {"level-level": "R2", "level-reason": "She is with her sister"}
    assert "Safeguarding" in words_of(chair.post(one(case, "level/"), level, follow=True).content)
    assert "Choose somebody" in words_of(chair.post(one(case, "hand-over/"), {}).content)
    chair.post(one(case, "hand-over/"), {"hand-to": str(leicester.moderator.pk)})
    assert RiskCase.objects.get().taken_by == leicester.moderator

    decided(RiskCase.objects.get(), by=leicester.moderator)
    assert "Write why" in words_of(chair.post(one(case, "reopen/"), {"reopen-level": "R1"}).content)
    chair.post(one(case, "reopen/"), {"reopen-level": "R1", "reopen-reason": "She wrote again"})
    again = RiskCase.objects.get()
    assert (again.level, again.decided_at, again.taken_by) == ("R1", None, None)


def test_anybody_who_checks_can_tell_those_on_call(leicester: Place) -> None:
    text = screened(leicester, better="I would rather stay on the ward than go home")
    moderator = signed_in(leicester.moderator)
    check = moderator.get(f"/desk/leicester-mvp/listen/check/{text.pk}/").content.decode()
    address = f"{RISKS}raise/{text.pk}/"
    assert f'href="{address}"' in check
    assert "Choose how pressing it is" in words_of(moderator.post(address, {}).content)

    given = {"raise-level": "R2", "raise-reason": "Control at home"}
    page = words_of(moderator.post(address, given, follow=True).content)

    assert "The comment is locked until they have decided" in page
    assert RiskCase.objects.get().raised_by == leicester.moderator
    assert moderator.get(address).status_code == 404


def test_the_chair_keeps_the_rota_and_everybody_sees_it(leicester: Place) -> None:
    chair = signed_in(leicester.chair)
    address = f"{RISKS}on-call/"
    wrong = SHIFT | {"who": str(leicester.moderator.pk), "to_day_day": "13"}
    assert "The end has to be after the beginning" in words_of(chair.post(address, wrong).content)
    assert "Choose who is on call" in words_of(chair.post(address, SHIFT).content)

    page = chair.post(address, SHIFT | {"who": str(leicester.moderator.pk)}, follow=True)
    assert "Leicester MVP: Moderator is on call now." in words_of(page.content)
    assert "Moderator is on call now." in words_of(signed_in(leicester.moderator).get(RISKS).content)
    assert "nobody on call" not in words_of(chair.get("/desk/leicester-mvp/").content)

    shift = OnCall.objects.get()
    chair.post(f"{address}{shift.pk}/end/")
    assert OnCall.objects.get().ends_at == NOW + timedelta(minutes=20)
    assert signed_in(leicester.moderator).get(address).status_code == 404


def test_an_officer_sees_what_is_overdue_and_no_way_in(
    leicester: Place, case: RiskCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    stop_at(monkeypatch, NOW + timedelta(hours=3))
    officer = signed_in(leicester.lms_officer)

    assert "1 risk overdue" in words_of(officer.get("/desk/leicester-lms/").content)
    page = officer.get("/desk/leicester-lms/risks/").content.decode()
    assert "Overdue by 2 hours" in page
    assert str(case.pk) not in page
    assert officer.get(f"/desk/leicester-lms/risks/{case.pk}/").status_code == 404


def test_an_officer_hears_of_what_is_overdue_after_a_loss_and_a_chair_does_not(
    leicester: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    told_after_loss(leicester, different=DANGER)
    worked_off()
    lead, officer = signed_in(person("lead", "chair", leicester.lms)), signed_in(leicester.lms_officer)
    address, words = "/desk/leicester-lms/risks/", "Something told after a loss is overdue"
    assert words not in words_of(officer.get(address).content)

    stop_at(monkeypatch, NOW + timedelta(hours=3))
    page = words_of(officer.get(address).content)
    assert f"{words} Only specialist moderators can open it. Please ring one of them now: Loss." in page
    assert words not in words_of(lead.get(address).content)


def test_an_officer_sets_how_long_risks_may_wait(leicester: Place) -> None:
    officer = signed_in(leicester.lms_officer)
    usual = {"R1": (1, "hours"), "R2": (4, "hours"), "R3": (1, "working_days"), "R4": (3, "working_days")}
    given = {f"amount_{level}": str(amount) for level, (amount, _unit) in usual.items()}
    given |= {f"unit_{level}": unit for level, (_amount, unit) in usual.items()}
    assert 'value="3"' in officer.get(LIMITS).content.decode()
    assert "enter a number from 1 to 100" in words_of(
        officer.post(LIMITS, given | {"amount_R1": "0"}).content
    )
    assert not RiskLimit.objects.exists()

    officer.post(LIMITS, given | {"amount_R1": "2"})

    page = words_of(signed_in(leicester.chair).get(RISKS).content)
    assert "Danger now: within 2 hours" in page
    assert "Serious harm or misconduct: within 1 working day" in page


def test_what_she_took_back_says_so_and_is_gone_after_the_decision(leicester: Place, case: RiskCase) -> None:
    FreeText.objects.get().response.__class__.objects.update(withdrawn_at=NOW)
    chair = signed_in(leicester.chair)
    assert "She has taken this back" in words_of(chair.get(one(case)).content)

    page = words_of(chair.post(one(case, "decide/"), DECISION, follow=True).content)
    assert "The safeguarding lead was told" in page
    assert "Read and check the comment" not in page


def test_a_stranger_finds_nothing_under_either_name(leicester: Place, durham: Place, case: RiskCase) -> None:
    put_on_call(durham, durham.moderator)
    for slug in ("leicester-mvp", "durham-mvp"):
        for user in (durham.chair, durham.moderator):
            browser = signed_in(user)
            for act in ("", "log/", "take/", "decide/"):
                address = f"/desk/{slug}/risks/{case.pk}/{act}"
                assert browser.post(address, DECISION).status_code == 404
    assert openings_of(case.free_text_id) == []


def test_the_service_is_what_decides_not_the_page(leicester: Place, case: RiskCase) -> None:
    """A chair takes a shift away while its page is open."""
    shift = put_on_call(leicester, leicester.moderator)
    ruth = signed_in(leicester.moderator)
    assert ruth.get(one(case)).status_code == 200
    moderating.end_shift(shift.pk, by=leicester.chair, now=NOW)

    assert ruth.post(one(case, "decide/"), DECISION).status_code == 403
    assert RiskCase.objects.get().decided_at is None
