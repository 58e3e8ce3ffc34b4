"""Those on call are told at once, others when it is overdue: each once, and never her words."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from surveys.moderation import services as moderation
from surveys.moderation.models import RiskCase, RiskStep
from surveys.notifications import delivery, risks
from surveys.notifications.models import Email
from surveys.outbox.models import Message
from surveys.people import services as people
from surveys.people.models import Membership
from tests.factories.feedback import received, told_after_loss
from tests.factories.letters import clock
from tests.factories.listening import decided, put_on_call, screened, worked_off
from tests.factories.world import NOW, Place
from tests.rooms.notifications.test_messages import TELLING
from tools.mailbox import Mailbox

DANGER = "I can't go on, I want to kill myself"
HOUR = timedelta(hours=1)


def waiting() -> set[tuple[str, str]]:
    """Who will get an e-mail, and its subject."""
    return {(str(email.recipient), email.subject) for email in Email.objects.filter(state="waiting")}


def case_id() -> UUID:
    return RiskCase.objects.get().pk


def escalated(*moments: datetime) -> list[int]:
    """How many risks were escalated at each of these moments."""
    return [risks.escalate(now=moment) for moment in moments]


def test_who_is_on_call_gets_an_e_mail_that_says_nothing_of_her(leicester: Place, mailbox: Mailbox) -> None:
    put_on_call(leicester, leicester.moderator)
    screened(leicester, better=DANGER)
    worked_off()
    assert delivery.deliver_due(now=clock()) == 1

    letter = mailbox.wait_for(leicester.moderator.email)
    assert letter.subject == "A comment needs somebody now"
    assert not TELLING.search(letter.subject)
    assert letter.sender == "Leicester MVP <voices@localhost>"
    for body in (letter.text, letter.html):
        assert "Danger now" in body
        assert "Decide by Wednesday 14 October 2026 at midday" in body
        assert f"https://voices.example/desk/leicester-mvp/risks/{case_id()}/" in body
        for secret in ("kill", "go on", "Hospital", "birth", "Nobody is on call"):
            assert secret not in body


def test_when_nobody_is_on_call_the_chair_is_told_and_told_so(leicester: Place, mailbox: Mailbox) -> None:
    screened(leicester, better=DANGER)
    worked_off()
    delivery.deliver_due(now=clock())

    letter = mailbox.wait_for(leicester.chair.email)
    assert "Nobody is on call there now, so this comes to you." in letter.text
    assert len(mailbox.messages()) == 1


def test_it_goes_out_at_night_too(leicester: Place, mailbox: Mailbox) -> None:
    night = NOW.replace(hour=2)
    moderation.screen([received(leicester, better=DANGER).pk], now=night)
    risks.tell_opened([case_id()], now=night)

    assert delivery.deliver_due(now=clock(night)) == 1


def test_being_told_twice_of_the_same_sends_one(leicester: Place) -> None:
    text = screened(leicester, better=DANGER)
    moderation.screen([text.response_id], now=NOW)
    worked_off()
    for _ in range(2):
        risks.tell_opened([case_id()], now=NOW)

    assert Email.objects.count() == 1
    assert RiskStep.objects.filter(kind="alerted").count() == 1
    assert not Message.objects.filter(topic="moderation.risk_opened").exists()


def test_what_came_together_is_one_e_mail_for_each_person(leicester: Place, mailbox: Mailbox) -> None:
    for words in (DANGER, "My husband hits me and I am afraid of him", DANGER):
        screened(leicester, better=words)
    worked_off()
    delivery.deliver_due(now=clock())

    (letter,) = mailbox.messages()
    assert letter.text.count("Decide by") == 3
    assert "https://voices.example/desk/leicester-mvp/risks/" in letter.text.split()


def test_what_has_been_decided_meanwhile_is_not_sent(leicester: Place, mailbox: Mailbox) -> None:
    screened(leicester, better=DANGER)
    worked_off()
    decided(RiskCase.objects.get(), by=leicester.chair)

    assert delivery.deliver_due(now=clock()) == 0
    assert Email.objects.get().state == "expired"


def test_overdue_it_goes_to_the_chair_and_then_to_the_lms_each_once(leicester: Place) -> None:
    put_on_call(leicester, leicester.moderator)
    screened(leicester, better=DANGER)
    worked_off()
    Email.objects.all().delete()

    assert escalated(NOW + 59 * HOUR / 60, NOW + HOUR, NOW + HOUR, NOW + 1.9 * HOUR) == [0, 1, 0, 0]
    assert waiting() == {("Chair", "A comment is overdue: please act now")}

    assert escalated(NOW + 2 * HOUR, NOW + 2 * HOUR, NOW + 90 * HOUR) == [1, 0, 0]
    assert ("Officer", "A comment is still overdue: please act now") in waiting()
    assert Email.objects.count() == 2
    assert RiskStep.objects.filter(kind="escalated").count() == 2


def test_who_has_it_in_hand_is_told_too_that_it_is_overdue(leicester: Place, mailbox: Mailbox) -> None:
    put_on_call(leicester, leicester.moderator)
    screened(leicester, better=DANGER)
    moderation.take_risk(case_id(), instead_of=None, by=leicester.moderator, now=NOW)

    escalated(NOW + HOUR)
    delivery.deliver_due(now=clock(NOW + HOUR))

    for user in (leicester.moderator, leicester.chair):
        assert "Moderator has it in hand" in mailbox.wait_for(user.email).text


def test_the_officer_is_told_whom_to_ring_and_gets_no_way_to_the_words(
    leicester: Place, mailbox: Mailbox
) -> None:
    screened(leicester, better=DANGER)
    escalated(NOW + HOUR, NOW + 2 * HOUR)
    delivery.deliver_due(now=clock(NOW + 2 * HOUR))

    letter = mailbox.wait_for(leicester.lms_officer.email)
    assert "You cannot open it yourself. Please ring one of these at once: Chair" in letter.text
    assert "https://voices.example/desk/leicester-lms/risks/" in letter.text.split()
    assert str(case_id()) not in letter.text


def test_what_is_decided_or_made_less_pressing_in_time_is_not_escalated(leicester: Place) -> None:
    screened(leicester, better=DANGER)
    moderation.change_level(case_id(), level="R4", reason="A figure", by=leicester.chair, now=NOW)
    assert escalated(NOW + 2 * HOUR) == [0]

    decided(RiskCase.objects.get(), by=leicester.chair)
    assert escalated(NOW + timedelta(days=30)) == [0]


def test_opened_again_or_more_pressing_it_is_told_anew(leicester: Place) -> None:
    screened(leicester, better=DANGER)
    worked_off()
    decided(RiskCase.objects.get(), by=leicester.chair)
    moderation.reopen_risk(case_id(), level="R2", reason="Again", by=leicester.chair, now=NOW)
    worked_off()
    moderation.change_level(case_id(), level="R1", reason="Worse", by=leicester.chair, now=NOW)
    worked_off()

    assert Email.objects.filter(recipient=leicester.chair).count() == 3


def test_who_is_handed_it_is_told(leicester: Place, mailbox: Mailbox) -> None:
    screened(leicester, better=DANGER)
    moderation.hand_over_risk(
        case_id(), to=leicester.moderator.pk, words="I am on a train", by=leicester.chair, now=NOW
    )
    worked_off()
    delivery.deliver_due(now=clock())

    letter = mailbox.wait_for(leicester.moderator.email)
    assert letter.subject == "A comment is in your hands now"
    assert "Chair has handed it over to you." in letter.text
    assert "train" not in letter.text
    assert f"/risks/{case_id()}/" in letter.text


def test_after_a_loss_the_specialists_are_told_and_no_chair(leicester: Place, mailbox: Mailbox) -> None:
    told_after_loss(leicester, different=DANGER)
    worked_off()
    escalated(NOW + HOUR)
    delivery.deliver_due(now=clock(NOW + HOUR))

    assert {letter.to for letter in mailbox.messages()} == {(leicester.loss_moderator.email,)}
    assert len(mailbox.messages()) == 2
    assert f"/desk/leicester-lms/loss/risks/{case_id()}/" in mailbox.messages()[0].text

    escalated(NOW + 2 * HOUR)
    delivery.deliver_due(now=clock(NOW + 2 * HOUR))
    letter = mailbox.wait_for(leicester.lms_officer.email)
    assert "loss" not in letter.text.replace(leicester.loss_moderator.email, "").replace("Loss", "")
    assert "https://voices.example/desk/leicester-lms/risks/" in letter.text.split()


def test_where_nobody_checks_at_all_the_officer_hears_at_once(leicester: Place) -> None:
    for user in (leicester.chair, leicester.moderator):
        held = Membership.objects.get(user=user)
        people.end_role(held, on=NOW.date(), by=leicester.lms_officer, now=NOW)
    screened(leicester, better=DANGER)
    worked_off()

    assert waiting() == {("Officer", "A comment needs somebody now")}


@pytest.mark.django_db(transaction=True)
def test_an_escalation_that_fails_leaves_everything_as_it_was(
    leicester: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    screened(leicester, better=DANGER)

    def die(*_given: object, **_more: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(risks, "queue_email", die)
        with pytest.raises(KeyboardInterrupt):
            escalated(NOW + HOUR)
    assert not Email.objects.exists()
    assert RiskCase.objects.get().escalated == 0

    assert escalated(NOW + HOUR) == [1]
