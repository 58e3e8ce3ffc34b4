"""What our e-mails say, and what mail programs read in them."""

import re

import pytest

from surveys.notifications import addresses, delivery, reminders, services
from tests.factories.consultations import opened, reported
from tests.factories.letters import ADA, clock, subscribed
from tests.factories.world import NOW, Place
from tools.mailbox import Letter, Mailbox

TELLING = re.compile(r"bab(y|ies)|pregnan|birth|matern|congratulat|mother", re.IGNORECASE)


@pytest.fixture
def reminder(leicester: Place, mailbox: Mailbox) -> Letter:
    """The reminder of a consultation that closes tomorrow, as it arrived."""
    subscribed(opened(leicester, closes_at=NOW.replace(day=15)))
    reminders.ask_for_due(now=NOW)
    delivery.deliver_due(now=clock())
    return mailbox.wait_for(ADA)


@pytest.fixture
def result(leicester: Place, mailbox: Mailbox) -> Letter:
    """What came of a consultation, as it arrived."""
    consultation = reported(leicester)
    subscribed(consultation)
    services.tell_result([consultation.pk], now=NOW)
    delivery.deliver_due(now=clock())
    return mailbox.wait_for(ADA)


def header(letter: Letter, name: str) -> str:
    return dict(letter.headers)[name]


def test_a_reminder_says_what_until_when_who_and_why(reminder: Letter) -> None:
    for body in (reminder.text, reminder.html):
        assert "Partners staying overnight" in body
        assert "Thursday 15 October 2026 at 11am" in body
        assert "You get this from Leicester MVP because you asked us to remind you" in body
        assert "https://voices.example/m/leicester-mvp/c/partners-staying-overnight/" in body
        assert "https://voices.example/kept/" in body
    assert reminder.sender == "Leicester MVP <voices@localhost>"


def test_a_result_says_the_decision_and_how_views_were_used(result: Letter) -> None:
    for body in (result.text, result.html):
        assert "Partners may stay." in body
        assert "Most of you asked for every night." in body
        assert "So it is every night." in body


def test_subject_lines_give_nothing_away(reminder: Letter, result: Letter) -> None:
    assert not TELLING.search(reminder.subject + result.subject)


def test_the_html_names_its_language_and_asks_nobody_for_pictures_or_fonts(reminder: Letter) -> None:
    assert '<html lang="en" dir="ltr"' in reminder.html
    assert not re.search(r"<(img|link|script|iframe)\b|@import|url\(", reminder.html)


def test_every_e_mail_to_a_woman_stops_with_one_click(reminder: Letter, result: Letter) -> None:
    for letter in (reminder, result):
        stop = header(letter, "List-Unsubscribe").strip(" <>")
        assert stop.startswith("https://voices.example/stop/")
        assert header(letter, "List-Unsubscribe-Post") == "List-Unsubscribe=One-Click"
        assert stop in letter.text
        assert stop in letter.html


def test_the_stop_link_is_hers_alone(leicester: Place, durham: Place) -> None:
    here, there = subscribed(opened(leicester)), subscribed(opened(durham))

    assert addresses.token_of(here) != addresses.token_of(there)
    assert addresses.token_digest(addresses.token_of(here)) == here.token_digest


def test_a_chairs_angle_brackets_arrive_as_she_typed_them(leicester: Place, mailbox: Mailbox) -> None:
    consultation = reported(leicester)
    consultation.views_used = "Fewer than <5> asked & 'most' did </mj-text> not"
    consultation.save(update_fields=["views_used"])
    subscribed(consultation)
    services.tell_result([consultation.pk], now=NOW)
    delivery.deliver_due(now=clock())

    letter = mailbox.wait_for(ADA)
    assert "Fewer than <5> asked & 'most' did </mj-text> not" in letter.text
    assert "Fewer than &lt;5&gt; asked &amp; &#39;most&#39; did &lt;/mj-text&gt; not" in letter.html
