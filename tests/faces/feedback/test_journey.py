"""A woman gives feedback: every page, every button, and nothing of hers is lost."""

from dataclasses import replace

import pytest

from surveys.core.actors import SYSTEM
from surveys.responses import raw_text, wordings
from surveys.responses.models import Consent, ContactDetails, FreeText, Response
from tests.faces.feedback.telling import Woman
from tests.factories.world import NOW, Place

ANSWERS = {
    "stage": "birth",
    "fft": "good",
    "good": "The midwife stayed with me",
    "better": "The ward was loud",
    "consents": ["themes", "quote"],
    "age": "30_34",
    "ethnicity": "bangladeshi",
}


def test_what_she_sends_is_stored_as_she_said_it(leicester: Place) -> None:
    woman = Woman("/LeiCester")
    woman.to_review(**ANSWERS)

    assert Response.objects.count() == 0
    page = woman.press("send")

    response = Response.objects.get()
    assert "This is your receipt code" in page.html
    assert (response.unit, response.partnership, response.stage) == (leicester.site, leicester.mvp, "birth")
    assert response.answers["ethnicity"] == "bangladeshi"
    assert set(Consent.objects.filter(given=True).values_list("purpose", flat=True)) == {"themes", "quote"}
    texts = raw_text.read(list(FreeText.objects.values_list("pk", flat=True)), by=SYSTEM, now=NOW)
    assert set(texts.values()) == {"The midwife stayed with me", "The ward was loud"}


def test_the_last_look_shows_every_answer_in_words(leicester: Place) -> None:
    page = Woman().to_review(**ANSWERS).html

    for words in (
        "Labour and birth",
        "The midwife stayed with me",
        "How old are you? 30 to 34",
        "What is your ethnic group? Asian or Asian British: Bangladeshi",
        "Quote without my name",
    ):
        assert words in page


def test_every_question_can_be_skipped_but_not_all_of_them(leicester: Place) -> None:
    woman = Woman()
    woman.to_review()

    page = woman.press("send")
    assert "Please answer at least one question" in page.html
    assert page.title.startswith("Error:")

    woman.press("change", "care-2")
    assert woman.press(fft="poor").at == "review"
    assert "receipt code" in woman.press("send").html
    assert Response.objects.get().answers["fft"] == "poor"


def test_no_box_is_ticked_beforehand(leicester: Place) -> None:
    woman = Woman()
    woman.to("consents")

    assert woman.page.html.count('type="checkbox"') == 4
    assert "checked" not in woman.page.html


def test_what_she_agreed_to_is_still_ticked_when_she_comes_back_to_it(leicester: Place) -> None:
    woman = Woman()
    woman.to_review(good="Kind", consents=["quote"])
    woman.press("change", "consents")
    assert woman.page.fields["consents"] == ["quote"]

    woman.press()
    woman.press("send")
    assert list(Consent.objects.filter(given=True).values_list("purpose", flat=True)) == ["quote"]


def test_a_consent_keeps_the_words_that_she_saw_though_others_stand_there_when_she_sends(
    leicester: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    woman = Woman("/en-easy/leicester")
    woman.to("about-1", good="Kind", consents=["themes"])
    woman.page.action = "/leicester"
    woman.to_review()
    newer = replace(wordings.VERSIONS[0], name="2031-01")
    monkeypatch.setattr(wordings, "VERSIONS", (*wordings.VERSIONS, newer))
    woman.press("send")

    assert set(Consent.objects.values_list("wording_version", flat=True)) == {"2026-11, Easy Read"}


def test_the_same_page_sent_twice_is_one_response_with_one_receipt(leicester: Place) -> None:
    woman = Woman()
    review = woman.to_review(**ANSWERS)
    first = woman.press("send")
    woman.page = review
    second = woman.press("send")

    assert Response.objects.count() == 1
    assert receipt(first.html) == receipt(second.html)
    assert "You had sent this before" in second.html
    assert "You had sent this before" not in first.html


def test_what_she_changed_after_sending_can_be_sent_too(leicester: Place) -> None:
    woman = Woman()
    review = woman.to_review(**ANSWERS)
    woman.press("send")
    woman.page = review
    woman.press("change", "care-4")
    woman.press(better="And the food was cold")
    again = woman.press("send")
    assert Response.objects.count() == 1

    woman.page = again
    assert "And the food was cold" in woman.press("change", "review").html
    woman.press("send")
    assert Response.objects.count() == 2


def test_back_keeps_what_is_on_the_page_and_what_came_before(leicester: Place) -> None:
    woman = Woman()
    woman.press(stage="neonatal")
    woman.press(fft="very_good")
    woman.press("back", good="Half a sentence")
    assert woman.page.fields["q-fft"] == ["very_good"]

    woman.press()
    assert woman.page.fields["q-good"] == ["Half a sentence"]
    assert woman.page.fields["q-stage"] == ["neonatal"]


def test_skipping_takes_a_choice_back_but_never_words(leicester: Place) -> None:
    woman = Woman()
    woman.press(stage="birth")
    woman.press("skip", fft="poor")
    page = woman.press("skip", good="By mistake")

    assert "q-fft" not in page.fields
    assert page.fields["q-good"] == ["By mistake"]


def test_an_error_keeps_everything_and_says_what_to_do(leicester: Place) -> None:
    woman = Woman()
    woman.press(stage="birth")
    woman.press(fft="good")
    long = "ä" * 5001
    page = woman.press(good=long)

    assert page.title.startswith("Error:")
    assert "5001 letters long" in page.html
    assert page.fields["q-good"] == [long]
    assert page.fields["q-stage"] == ["birth"]


def test_asking_to_be_contacted_needs_an_address(leicester: Place) -> None:
    woman = Woman()
    woman.to("consents", good="Kind")
    page = woman.press(consents=["contact"])
    assert "Write your e-mail address" in page.html
    assert 'value="contact" checked' in page.html

    woman.press(contact="her@example.org")
    woman.to_review()
    woman.press("send")
    assert ContactDetails.objects.count() == 1


def test_an_address_without_the_box_is_not_kept(leicester: Place) -> None:
    woman = Woman()
    woman.to_review(good="Kind", contact="her@example.org")
    woman.press("send")

    assert Response.objects.count() == 1
    assert ContactDetails.objects.count() == 0


def test_line_breaks_and_every_script_arrive_whole(leicester: Place) -> None:
    words = "\nFirst line\n\nممتاز & <b>“bold”</b>\n<!--carried--> <!--receipt-->"
    woman = Woman()
    woman.to_review(good=words)
    woman.press("send")

    text = FreeText.objects.get()
    assert raw_text.read([text.pk], by=SYSTEM, now=NOW)[text.pk] == words.strip()


@pytest.mark.parametrize("place", ["care-3", "review"])
def test_what_she_types_is_never_markup(leicester: Place, place: str) -> None:
    attack = '"><script>alert(1)</script></textarea>'
    woman = Woman()
    woman.to_review(good=attack, contact=attack)
    if place != "review":
        woman.press("change", place)

    assert "<script>alert" not in woman.page.html
    assert woman.page.at == place


def test_the_mvps_own_address_takes_feedback_about_no_one_unit(leicester: Place) -> None:
    leicester.mvp.short_code = "lmvp"
    leicester.mvp.save()
    woman = Woman("/lmvp")
    woman.to_review(good="Kind")
    woman.press("send")

    response = Response.objects.get()
    assert (response.unit, response.partnership) == (None, leicester.mvp)


def receipt(html: str) -> str:
    return html.partition('<p class="mv-receipt"')[2].partition("</p>")[0]
