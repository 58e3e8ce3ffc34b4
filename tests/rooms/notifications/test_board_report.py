"""A signed-off report goes to its board: short, without quotes, and written down who got it."""

from dataclasses import replace
from datetime import date

import pytest

from surveys.core.models import AuditEvent
from surveys.notifications import delivery, letters, queries, services
from surveys.notifications.board_summary import summary_of
from surveys.notifications.models import Email
from surveys.outbox.models import Message
from surveys.reports import services as reports
from surveys.reports.models import Report
from tests.factories.feedback import received
from tests.factories.letters import clock
from tests.factories.world import NOW, Place
from tools.mailbox import Mailbox

FACTS = [
    {"figure": f"{number}0%", "label": f"of women said thing {number}", "words": "As usual", "meaning": ""}
    for number in range(1, 8)
]


@pytest.fixture
def report(leicester: Place) -> Report:
    """A signed-off report whose dataset also holds what must not be in an e-mail."""
    return Report.objects.create(
        organisation=leicester.mvp,
        starts_on=date(2026, 7, 1),
        ends_on=date(2026, 10, 1),
        dataset={
            "period": {"name": "July to September 2026"},
            "facts": FACTS,
            "themes": {"listed": [{"count": 7, "quotes": [{"words": "She held my hand", "stage": "birth"}]}]},
        },
        digest="0" * 64,
        headline="More women were listened to",
        ask="Agree a date for overnight stays.",
        compiled_at=NOW,
        compiled_by=leicester.chair,
        signed_off_at=NOW,
        signed_off_by=leicester.chair,
    )


def test_each_board_member_gets_the_short_form_and_a_link_behind_sign_in(
    leicester: Place, durham: Place, report: Report, mailbox: Mailbox
) -> None:
    services.send_report([report.pk], now=NOW)
    delivery.deliver_due(now=clock())

    (letter,) = mailbox.messages()
    assert letter.to == (leicester.board_member.email,)
    assert letter.subject == "Maternity voices report, July to September 2026"
    for body in (letter.text, letter.html):
        assert "More women were listened to" in body
        assert "Agree a date for overnight stays." in body
        assert f"https://voices.example/board/{report.pk}/" in body
        assert "50%" in body
        assert "60%" not in body
        assert "She held my hand" not in body
    assert letter.attachments == ()


def test_who_was_sent_it_is_recorded_and_nobody_twice(
    leicester: Place, report: Report, mailbox: Mailbox
) -> None:
    services.send_report([report.pk], now=NOW)
    services.send_report([report.pk], now=NOW)
    assert [(sent.to, sent.state) for sent in queries.sent_for_report(report.pk)] == [
        ("Board", Email.State.WAITING)
    ]

    delivery.deliver_due(now=clock())

    (sent,) = queries.sent_for_report(report.pk)
    assert (sent.to, sent.state, sent.sent_at) == ("Board", Email.State.SENT, NOW)
    assert AuditEvent.objects.get(verb="send report").facts == {"recipients": 1}


def test_a_draft_goes_to_nobody(report: Report) -> None:
    draft = Report.objects.create(
        organisation=report.organisation,
        starts_on=report.starts_on,
        ends_on=report.ends_on,
        dataset=report.dataset,
        digest=report.digest,
        compiled_at=NOW,
    )

    services.send_report([draft.pk], now=NOW)

    assert not Email.objects.exists()


def test_a_report_waits_for_no_morning_since_the_chair_has_just_sent_it(
    report: Report, mailbox: Mailbox
) -> None:
    midnight = NOW.replace(hour=23)

    services.send_report([report.pk], now=midnight)

    assert delivery.deliver_due(now=clock(midnight)) == 1


def test_a_report_that_was_really_compiled_and_signed_off_becomes_this_e_mail(
    leicester: Place, mailbox: Mailbox
) -> None:
    for fft in ["very_good"] * 12 + ["poor"] * 3:
        received(leicester, fft=fft, good="She held my hand")
    draft = reports.compile_report(
        leicester.mvp, starts_on=date(2026, 10, 1), ends_on=date(2026, 11, 1), by=leicester.chair, now=NOW
    )
    reports.word_report(draft.pk, headline="They listened", ask="Carry on.", by=leicester.chair, now=NOW)
    signed_off = reports.sign_off(draft.pk, by=leicester.chair, now=NOW)

    services.send_report(
        [Message.objects.get(topic="reports.signed_off").subject_id],
        now=NOW,
    )
    delivery.deliver_due(now=clock())

    (letter,) = mailbox.messages()
    assert "October 2026" in letter.subject
    for fact in signed_off.dataset["facts"][:5]:
        assert fact["label"] in letter.text
        assert fact["words"] in letter.text
    assert "She held my hand" not in letter.text + letter.html


def test_letters_that_no_xml_can_hold_stop_no_report(report: Report) -> None:
    """Word writes a line break inside a paragraph as one of them."""
    summary = replace(summary_of(report), headline="Listened to\x0bmore", ask="Agree\x01 it \ufffe")

    letter = letters.board_report(summary)

    assert "Listened to more" in letter.html
