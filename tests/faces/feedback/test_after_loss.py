"""After a loss: a road of its own, gentle, and nothing is ever sent."""

import re

import pytest
from django.core import mail
from django.utils import translation
from django.utils.translation import gettext

from surveys.core.actors import SYSTEM
from surveys.core.languages import ENGLISH, LANGUAGES
from surveys.organisations import services as organisations
from surveys.organisations.models import HelpLine
from surveys.people import services as people
from surveys.people.models import Membership
from surveys.responses import raw_text
from surveys.responses.models import Consent, ContactDetails, FreeText, Response
from surveys.web.journey.remembering import forget
from tests.faces.feedback.telling import Page, Woman
from tests.factories.world import NOW, Place

QUIET = "My baby died, or I lost my pregnancy"
ROAD = "/leicester/loss"
ANSWERS = {
    "happened": "late",
    "helped": "Time with her",
    "different": "A room away from the labour ward",
    "consents": ["themes"],
    "age": "30_34",
}
CHEER = ("!", "Question 1", "Nearly done", "Last page", "Thank you for choosing", "Well done")

# How a language congratulates and cheers, in small letters.
CONGRATULATIONS = {
    "pl": "gratul|brawo|świetnie|wspaniale",
    "ro": "felicit|bravo|minunat|grozav",
    "ur": "مبارک|شاباش|زبردست",
    "pa": "ਮੁਬਾਰਕ|ਵਧਾਈ|ਸ਼ਾਬਾਸ਼",
    "gu": "અભિનંદન|મુબારક|શાબાશ|વધાઈ",
    "bn": "অভিনন্দন|মোবারক|সাবাশ|দারুণ",
    "ar": "مبروك|مبارك|تهاني|تهنئ|هنيئ|أحسنتِ|رائع",
    "pt": "parabéns|felicit|bravo|muito bem|ótimo",
    "uk": "вітаємо|вітання|браво|чудово|молодець",
    "so": "hambalyo|bogaadin|waad ku guulaysatay",
    "en-easy": "congratul|well done|great|brilliant|hooray",
}


def to_the_other_road(woman: Woman) -> Page:
    """Press the quiet button that leads to the other questions."""
    woman.page.action = ROAD if woman.page.action == "/leicester" else "/leicester"
    return woman.press("begin")


def test_every_units_first_page_has_a_quiet_way_there_and_no_other_page_has(leicester: Place) -> None:
    woman = Woman()
    assert f'formaction="{ROAD}"' in woman.page.html
    assert QUIET in woman.page.html

    assert QUIET not in woman.press(stage="birth").html


def test_where_nobody_is_there_to_read_the_way_is_not_shown(leicester: Place) -> None:
    held = Membership.objects.get(user=leicester.loss_moderator)
    people.end_role(held, on=NOW.date(), by=leicester.lms_officer, now=NOW)
    forget()

    assert QUIET not in Woman().page.html
    # Whoever is on her way already loses nothing.
    assert Woman(ROAD).page.answer.status_code == 200


def test_the_first_page_asks_nothing_and_says_who_reads_and_that_nothing_is_sent(leicester: Place) -> None:
    page = Woman(ROAD).page

    assert page.at == "welcome"
    for words in (
        "We are so sorry",
        "trained for this",
        "Your hospital does not see it",
        "Nothing will be sent",
    ):
        assert words in page.html
    assert "<textarea" not in page.html
    assert 'type="radio"' not in page.html


def test_no_page_hurries_cheers_or_asks_the_friends_and_family_test(leicester: Place) -> None:
    woman = Woman(ROAD)
    pages = [woman.page.html]
    while woman.page.at != "review":
        pages.append(woman.press().html)
    pages.append(woman.press("change", "care-1").html)
    woman.press(happened="early")
    pages.append(woman.press("send").html)

    assert "receipt code" in pages[-1]
    for html in pages:
        words = html.split("<body", 1)[1]
        assert "mv-gentle" in words
        assert [cheer for cheer in CHEER if cheer in words.replace("<!--", "")] == []
        assert "how was your experience" not in words


@pytest.mark.parametrize("code", CONGRATULATIONS)
def test_nothing_congratulates_in_any_language(leicester: Place, code: str) -> None:
    woman = Woman(f"/{code}{ROAD}")
    pages = [woman.page.html]
    while woman.page.at != "review":
        pages.append(woman.press(**({"happened": "early"} if "q-happened" in woman.page.html else {})).html)
    pages.append(woman.press("send").html)
    with translation.override(code):
        hurries = [gettext("Nearly done"), gettext("Last page of questions")]

    assert "mv-receipt" in pages[-1]
    for html in pages:
        words = html.split("<body", 1)[1].replace("<!", "").lower()
        assert not [each for each in hurries if each.lower() in words]
        assert re.findall(rf"!|{CONGRATULATIONS[code]}", words) == []


def test_a_language_without_a_word_for_cheer_is_found() -> None:
    assert set(CONGRATULATIONS) == {language.code for language in LANGUAGES if language != ENGLISH}


def test_what_is_told_belongs_to_the_lms_and_names_no_unit(leicester: Place) -> None:
    woman = Woman(ROAD)
    woman.to_review(**ANSWERS)
    page = woman.press("send")

    response = Response.objects.get()
    assert "We have it. Thank you for telling us" in page.html
    assert (response.partnership, response.unit, response.stage) == (leicester.lms, None, "after_loss")
    assert (response.fft, response.version) == ("", leicester.loss_version)
    assert response.answers == {"happened": "late", "age": "30_34"}
    words = raw_text.read(list(FreeText.objects.values_list("pk", flat=True)), by=SYSTEM, now=NOW)
    assert set(words.values()) == {"Time with her", "A room away from the labour ward"}


def test_nobody_can_be_written_to_whatever_a_page_sends(leicester: Place) -> None:
    woman = Woman(ROAD)
    woman.to_review(**ANSWERS)
    woman.press("send", "1", consents=["themes", "contact", "trust"], contact="ada@example.org")

    given = Consent.objects.filter(response=Response.objects.get(), given=True)
    assert set(given.values_list("purpose", flat=True)) == {"themes"}
    assert not ContactDetails.objects.exists()
    assert mail.outbox == []


def test_only_themes_and_quoting_are_asked(leicester: Place) -> None:
    woman = Woman(ROAD)
    woman.to("consents")

    assert woman.page.html.count('type="checkbox"') == 2
    assert 'value="trust"' not in woman.page.html
    assert 'type="email"' not in woman.page.html


def test_the_way_there_and_back_loses_nothing_that_she_typed(leicester: Place) -> None:
    woman = Woman()
    woman.to("care-4", stage="birth", fft="poor", good="She sat with me")
    woman.press("back", better="It was loud")
    for _page in range(2):
        woman.press("back")
    assert woman.page.at == "care-1"

    assert to_the_other_road(woman).at == "welcome"
    woman.press()
    woman.press(happened="early")
    woman.press("back", helped="Her name")
    woman.press("back")
    assert to_the_other_road(woman).at == "care-1"
    page = woman.to_review().html

    for words in ("Labour and birth", "Poor", "She sat with me", "It was loud"):
        assert words in page
    woman.press("send")
    response = Response.objects.get()
    assert (response.stage, response.unit, response.fft) == ("birth", leicester.site, "poor")
    assert FreeText.objects.count() == 2


def test_what_she_agreed_to_on_one_road_is_not_taken_for_the_other(leicester: Place) -> None:
    woman = Woman()
    woman.to_review(good="Kind", consents=["themes", "quote", "trust"])
    woman.press("change", "care-1")
    to_the_other_road(woman)
    woman.to("care-2")
    page = woman.to_review(helped="Time")

    assert "Nothing more than reading them" in page.html
    woman.press("send")
    assert not Consent.objects.filter(given=True).exists()


def test_a_ticket_of_one_road_sends_nothing_on_the_other(leicester: Place) -> None:
    woman = Woman()
    woman.to_review(good="Kind")
    woman.page.action = ROAD
    page = woman.press("send", "1", helped="Time", at="review")

    assert "open for a long time" in page.html
    assert not Response.objects.exists()


def test_sent_twice_is_one_response_with_one_receipt(leicester: Place) -> None:
    woman = Woman(ROAD)
    review = woman.to_review(**ANSWERS)
    woman.press("send")
    woman.page = review
    page = woman.press("send")

    assert "You had sent this before" in page.html
    assert Response.objects.count() == 1


def test_the_units_own_line_after_a_loss_comes_first_and_no_page_asks_after_a_baby(leicester: Place) -> None:
    triage, bereavement = HelpLine.Purpose.TRIAGE, HelpLine.Purpose.BEREAVEMENT
    for place, purpose, name, phone in (
        (None, bereavement, "Sands", "0808 164 3332"),
        (None, HelpLine.Purpose.SUPPORT, "Samaritans", "116 123"),
        (leicester.site, bereavement, "Our bereavement midwives", "0116 496 0111"),
        (leicester.site, triage, "Triage", "0116 496 0101"),
    ):
        organisations.list_help_line(
            organisation=place,
            purpose=purpose,
            name=name,
            phone=phone,
            checked_on=NOW.date(),
            by=SYSTEM,
            now=NOW,
        )
    forget()
    woman = Woman(ROAD)
    shown = woman.page.html

    assert shown.index("Our bereavement midwives") < shown.index("Sands") < shown.index("Samaritans")
    page = woman.to("care-2").html
    assert "If you feel unwell" in page
    assert "your baby, call" not in page


@pytest.mark.parametrize("address", ["/nowhere/loss", "/leicester/losses"])
def test_addresses_that_lead_nowhere_say_so(leicester: Place, address: str) -> None:
    assert Woman(address).page.answer.status_code == 404


def test_the_receipt_is_gentle_and_her_words_can_be_taken_back(leicester: Place) -> None:
    woman = Woman(ROAD)
    woman.to_review(**ANSWERS)
    sent = woman.press("send").html
    code = sent.split('nhsuk-u-visually-hidden">', 3)[-1].split("<", 1)[0].replace(" ", "")[:16]
    woman.page = Page(woman.client.post("/r", {"code": code}))

    assert "mv-gentle" in woman.page.html
    assert "Only people who are trained for this read it" in woman.page.html
    assert leicester.site.name not in woman.page.html
    assert 'type="email"' not in woman.page.html
    woman.client.post("/r", {"code": code, "step": "take-back"})
    assert Response.objects.get().withdrawn_at is not None
