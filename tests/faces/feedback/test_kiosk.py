"""A tablet on a ward: the whole journey, of which nothing stays on the screen and nothing leads away."""

import re

import pytest

from surveys.core.actors import SYSTEM
from surveys.organisations import services as organisations
from surveys.organisations.models import HelpLine
from surveys.questionnaires import services as questionnaires
from surveys.questionnaires import standard
from surveys.questionnaires.models import Questionnaire
from surveys.responses.models import Channel, ContactDetails, Response
from tests.faces.feedback.telling import Page, Woman
from tests.factories.world import NOW, START, Place

KIOSK = "/leicester/kiosk"
STORY = "Only I would say this."
HREF = re.compile(r'<a [^>]*href="([^"]*)"')


@pytest.fixture
def woman(leicester: Place) -> Woman:
    organisations.list_help_line(
        organisation=leicester.site,
        purpose=HelpLine.Purpose.TRIAGE,
        name="Triage",
        phone="0116 496 0123",
        checked_on=START,
        by=SYSTEM,
        now=NOW,
    )
    return Woman(KIOSK)


def pages_of(woman: Woman) -> list[Page]:
    """Every page from the first to her receipt."""
    seen = [woman.page]
    while woman.page.at != "review":
        seen.append(woman.press("", good=STORY) if "q-good" in woman.page.html else woman.press())
    return [*seen, woman.press("send")]


def sent_again(woman: Woman, page: Page) -> str:
    """Where the browser lands that goes back to a page and sends it once more; empty where it shows one."""
    return str(woman.client.post(page.action, page.fields).headers.get("Location", ""))


def test_no_page_leads_away_or_stays(woman: Woman) -> None:
    for page in pages_of(woman):
        assert {href for href in HREF.findall(page.html) if not href.startswith("#")} == set(), page.title
        assert "tel:" not in page.html
        assert page.answer.headers["Cache-Control"] == "no-store"
        assert f'data-kiosk="{KIOSK}"' in page.html
        assert "Save and finish later" not in page.html
    assert "0116 496 0123" in woman.page.html


def test_what_is_sent_is_kept_as_said_on_the_ward(woman: Woman) -> None:
    end = pages_of(woman)[-1]

    assert Response.objects.get().channel == Channel.WARD
    assert "mv-receipt" in end.html
    assert "127.0.0.1:8000/r" in end.html
    assert STORY not in end.html


def test_nobody_is_asked_for_an_address_where_others_look_on(woman: Woman) -> None:
    consents = woman.to("consents", stage="birth", fft="good").html

    assert "Quote my words" in consents
    assert "may contact me" not in consents
    woman.press("", consents=["contact"], contact="me@example.org")
    woman.to_review()
    woman.press("send")
    assert not ContactDetails.objects.exists()


def test_after_finishing_no_page_of_hers_can_be_sent_again(woman: Woman) -> None:
    seen = pages_of(woman)
    assert sent_again(woman, seen[3]) == ""

    woman.press("clear")
    assert woman.page.answer.headers["Location"] == KIOSK
    assert {sent_again(woman, page) for page in seen} == {KIOSK}


def test_clearing_halfway_forgets_what_was_not_sent(woman: Woman) -> None:
    first = woman.page
    woman.to("care-3", stage="birth", fft="good")
    before = woman.press("", good=STORY)
    assert STORY in before.html

    woman.press("clear")
    assert woman.page.answer.headers["Location"] == KIOSK
    assert sent_again(woman, before) == KIOSK
    assert sent_again(woman, first) == KIOSK
    assert not Response.objects.exists()


def test_whoever_comes_next_begins_anew(woman: Woman) -> None:
    woman.press()
    woman.press("clear")
    following = Woman(KIOSK)

    assert following.press("", stage="birth").at == "care-2"


def test_the_next_woman_is_greeted_in_english(woman: Woman) -> None:
    polish = Woman(f"/pl{KIOSK}")
    polish.press()

    assert polish.press("clear").answer.headers["Location"] == KIOSK


def test_a_cleared_round_is_over_on_both_roads(leicester: Place) -> None:
    draft = questionnaires.draft(
        leicester.lms,
        purpose=Questionnaire.Purpose.AFTER_LOSS,
        title="After a loss",
        definition=standard.after_loss(),
        by=SYSTEM,
        now=NOW,
    )
    questionnaires.publish(draft, by=SYSTEM, now=NOW)
    woman = Woman(KIOSK)
    before = woman.press("", stage="birth")
    woman.page = Page(woman.client.post(f"{KIOSK}/loss", {**before.fields, "begin": "1"}))
    assert "mv-gentle" in woman.page.html

    woman.press("clear")
    assert woman.page.answer.headers["Location"] == KIOSK
    assert sent_again(woman, before) == KIOSK


def test_the_browser_is_told_not_to_fill_in_what_others_typed(woman: Woman) -> None:
    assert re.search(r'<form [^>]*id="telling"[^>]*autocomplete="off"', woman.page.html)
    assert not re.search(r'<form [^>]*autocomplete="off"', Woman("/leicester").page.html)


def test_words_of_danger_bring_numbers_to_read_and_a_way_to_clear_the_screen(woman: Woman) -> None:
    woman.to("care-3", stage="birth", fft="good")
    page = woman.press("", good="My husband hits me and I am afraid of him.")

    assert "You can get help now" in page.html
    assert "Leave this page quickly" not in page.html
    assert ">Clear the screen</button>" in page.html
    assert "tel:" not in page.html
    assert {href for href in HREF.findall(page.html) if not href.startswith("#")} == set()
