"""She saves, and finishes later: on any device, in her language, and it is sent once."""

import time
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from django.utils.formats import date_format

from surveys.core.secrets import grouped
from surveys.notifications import delivery
from surveys.questionnaires import standard
from surveys.responses import receipts
from surveys.responses import services as responses
from surveys.responses.drafts import codes
from surveys.responses.drafts import services as drafts
from surveys.responses.drafts.models import Draft
from surveys.responses.models import Response
from surveys.web.journey import remembering
from tests.faces.feedback.later import STORY, Later, ask_to_forget, elsewhere, half_told
from tests.faces.feedback.test_tickets import a_day_passes, publish
from tests.factories.world import NOW, Place


def test_she_goes_on_elsewhere_where_she_stopped_with_all_she_had_typed(leicester: Place) -> None:
    woman = half_told()
    code = woman.save(good=STORY)
    assert grouped(code).replace("-", "</span><span>") in woman.page.html

    other = elsewhere(grouped(code).lower())
    assert other.page.at == "care-3"
    assert other.page.fields["q-good"] == [STORY]

    other.to_review(better="The ward was loud", consents=["quote"])
    other.press("send")
    response = Response.objects.get()
    assert (response.stage, response.fft, response.unit) == ("birth", "good", leicester.site)
    assert response.texts.count() == 2
    assert not Draft.objects.exists()


def test_nothing_is_checked_when_she_saves(leicester: Place) -> None:
    woman = half_told()
    long = "ä" * 5001
    code = woman.save(good=long)

    assert elsewhere(code).page.fields["q-good"] == [long]


@pytest.mark.parametrize("step", ["care-1", "care-4", "consents", "about-1", "review"])
def test_every_page_can_be_left_and_is_found_again(leicester: Place, step: str) -> None:
    woman = Later()
    woman.to(step, good=STORY)
    code = woman.save(**({"consents": "quote"} if step == "consents" else {}))

    page = elsewhere(code).page
    assert page.at == step
    assert page.fields.get("consents") == (["quote"] if step == "consents" else None)


def test_the_button_comes_after_all_others_of_the_form(leicester: Place) -> None:
    woman = Later()
    for step in ("care-1", "consents", "about-1", "review"):
        form = woman.to(step, good=STORY).html.partition('id="telling"')[2].partition("</form>")[0]
        assert form.rpartition("<button")[2].partition(">")[0].find('name="later"') > 0


def test_it_says_where_and_until_when(leicester: Place) -> None:
    woman = half_told()
    woman.save(good=STORY)

    day = timezone.localdate() + timedelta(days=28)
    assert f'<strong dir="ltr">{settings.SITE_URL.partition("//")[2]}/go-on</strong>' in woman.page.html
    assert f"We keep it until {date_format(day, 'l j F Y')}." in woman.page.html


def test_saving_again_keeps_the_code(leicester: Place) -> None:
    woman = half_told()
    page = woman.page
    first = woman.save(good=STORY)
    woman.page = page
    second = woman.save(good="Something else")

    assert first == second
    assert elsewhere(first).page.fields["q-good"] == ["Something else"]


def test_both_devices_send_and_it_is_stored_once(leicester: Place) -> None:
    woman = half_told()
    page = woman.page
    code = woman.save(good=STORY)
    other = elsewhere(code)
    other.to_review()
    other.press("send")

    woman.page = page
    woman.to_review(good=STORY)
    assert "You had sent this before" in woman.press("send").html
    assert Response.objects.count() == 1


def test_both_devices_send_on_different_days_and_it_is_stored_once(
    leicester: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    woman = half_told()
    page = woman.page
    code = woman.save(good=STORY)
    a_day_passes(monkeypatch)
    other = elsewhere(code)

    woman.page = page
    woman.to_review(good=STORY)
    assert "open for a long time" in woman.press("send").html
    woman.press("send")

    other.to_review()
    assert "You had sent this before" in other.press("send").html
    assert Response.objects.count() == 1


def test_after_weeks_she_sends_without_a_word_about_an_old_page(
    leicester: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = half_told().save(good=STORY)
    later = time.time() + timedelta(days=20).total_seconds()
    monkeypatch.setattr("django.core.signing.time.time", lambda: later)

    other = elsewhere(code)
    other.to_review()
    assert "This is your receipt code" in other.press("send").html


def test_a_device_that_she_left_takes_no_words_away(leicester: Place) -> None:
    phone = half_told()
    page = phone.page
    code = phone.save(good=STORY)
    laptop = elsewhere(code)
    laptop.save(good="She held my hand")
    phone.page = page
    phone.save(good="And it was quiet")

    words = elsewhere(code).page.fields["q-good"][0]
    assert "She held my hand" in words
    assert "And it was quiet" in words


def test_what_she_changes_on_the_device_that_she_holds_is_changed(leicester: Place) -> None:
    code = half_told().save(good=STORY)
    laptop = elsewhere(code)
    page = laptop.page
    laptop.save(good="Something else")
    laptop.page = page
    laptop.save(good="Something else again")

    assert elsewhere(code).page.fields["q-good"] == ["Something else again"]


def test_saving_what_has_been_sent_shows_its_receipt(leicester: Place) -> None:
    woman = half_told()
    review = woman.to_review(good=STORY)
    woman.press("send")
    woman.page = review

    assert "You had sent this before" in woman.press("later").html
    assert not Draft.objects.exists()


def test_saving_what_was_taken_back_keeps_it_as_something_new(leicester: Place) -> None:
    woman = half_told()
    review = woman.to_review(good=STORY)
    woman.press("send")
    sent = Response.objects.get().submission_key
    responses.withdraw(receipts.code(sent), now=NOW)
    woman.page = review

    code = woman.save()
    assert code != codes.code(sent)
    assert STORY in elsewhere(code).page.html


def test_her_language_is_kept(leicester: Place) -> None:
    woman = Later("/pl/leicester")
    woman.press(stage="birth")
    code = woman.save()

    answer = elsewhere(code).page.answer
    html = answer.content.decode()
    assert '<html lang="pl"' in html
    assert 'action="/pl/leicester"' in html
    assert answer["Content-Language"] == "pl"


def test_she_goes_on_with_the_questions_that_she_began(leicester: Place) -> None:
    woman = half_told()
    code = woman.save(good=STORY)
    publish(leicester, standard.STAGE, standard.BETTER)
    remembering.forget()

    other = elsewhere(code)
    other.to_review()
    other.press("send")
    assert Response.objects.get().version == leicester.version


def test_wrong_sent_and_expired_codes_get_the_same_answer(leicester: Place) -> None:
    sent, over = half_told().save(good=STORY), half_told().save(good=STORY)
    other = elsewhere(sent)
    other.to_review()
    other.press("send")
    Draft.objects.update(expires_at=timezone.now())

    answers = {
        elsewhere(code).page.html.replace(code, "") for code in (sent, over, codes.code(leicester.mvp.pk))
    }
    assert len(answers) == 1
    assert "We have nothing saved under this" in answers.pop()


def test_the_code_is_never_read_from_the_address(leicester: Place) -> None:
    code = half_told().save(good=STORY)

    assert STORY not in Client().get("/go-on", {"code": code}).content.decode()


def test_a_receipt_typed_here_is_told_where_it_belongs_whether_it_is_one_or_not(leicester: Place) -> None:
    woman = half_told()
    woman.to_review()
    woman.press("send")
    receipt = receipts.code(Response.objects.get().submission_key)
    unknown = receipts.code(leicester.mvp.pk)

    known = elsewhere(grouped(receipt)).page.html
    assert "This looks like a receipt code" in known
    assert known.replace(grouped(receipt), "").replace(receipt, "") == elsewhere(
        grouped(unknown)
    ).page.html.replace(grouped(unknown), "").replace(unknown, "")


def test_and_a_draft_typed_among_receipts(client: Client, leicester: Place) -> None:
    code = half_told().save(good=STORY)

    page = client.post("/r", {"code": grouped(code)}).content.decode()
    assert "saved and have not sent" in page
    assert f'<input type="hidden" name="code" value="{code}">' in page


def test_she_deletes_what_she_saved_after_one_question(leicester: Place) -> None:
    code = half_told().save(good=STORY)
    woman = Later("/go-on")

    assert "We cannot undo this" in woman.post("/go-on", code=code, step="ask").html
    assert Draft.objects.exists()
    deleted = woman.post("/go-on", code=code, step="forget").html
    assert "What you saved is deleted" in deleted
    assert not Draft.objects.exists()
    assert woman.post("/go-on", code=code, step="forget").html == deleted


def test_no_page_of_it_sets_a_cookie_or_is_left_in_a_shared_cache(leicester: Place) -> None:
    woman = half_told()
    code = woman.save(good=STORY)
    told = [woman.page.answer, Client().get("/go-on"), elsewhere(code).page.answer, ask_to_forget(code)]

    for answer in told:
        assert not answer.cookies
        assert answer["Cache-Control"] in ("private, no-cache", "no-store")


def test_what_is_over_goes_by_itself_and_sending_mail_goes_on(leicester: Place) -> None:
    half_told().save(good=STORY)
    later = timezone.now() + timedelta(days=30)

    assert drafts.let_go(now=later) == 1
    assert delivery.deliver_due(now=lambda: later) == 0
