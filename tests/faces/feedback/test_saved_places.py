"""What was saved of a consultation, after a loss, and of a place that has gone since."""

import pytest
from django.utils import timezone
from django.utils.formats import date_format

from surveys.consultations import services as consultations
from surveys.consultations.models import Consultation
from surveys.core.actors import SYSTEM
from surveys.notifications.models import Email
from surveys.organisations import services as organisations
from surveys.organisations.models import Kind
from surveys.responses.drafts import queries
from surveys.responses.drafts.models import Draft
from surveys.responses.models import Response
from surveys.web.journey import remembering
from tests.faces.feedback.later import HER, STORY, Later, ask_to_forget, elsewhere, half_told
from tests.faces.feedback.telling import Page
from tests.factories.consultations import DAY, opened
from tests.factories.world import NOW, Place


@pytest.fixture
def asked(leicester: Place) -> Consultation:
    return opened(leicester, at=timezone.now(), closes_at=timezone.now() + 5 * DAY)


def begun(asked: Consultation) -> Later:
    """She answers a consultation, by the link of a reminder."""
    woman = Later(f"/m/leicester-mvp/c/{asked.slug}/answer?k=token-of-a-reminder")
    woman.press(**{"question-1": STORY})
    return woman


def test_a_consultation_goes_on_too_until_it_closes(asked: Consultation) -> None:
    woman = begun(asked)
    code = woman.save()
    assert f"until {date_format(timezone.localtime(asked.closes_at), 'l j F Y')} at" in woman.page.html

    other = elsewhere(code)
    other.to_review()
    other.press("send")
    assert Response.objects.get().consultation == asked


def test_a_draft_does_not_know_by_whose_reminder_she_came(asked: Consultation) -> None:
    kept = queries.by_code(begun(asked).save(), now=timezone.now())

    assert kept is not None
    assert "token-of-a-reminder" not in str(kept)


def test_once_it_has_closed_her_words_are_there_to_be_copied(leicester: Place, asked: Consultation) -> None:
    code = begun(asked).save()
    consultations.close_now(asked.pk, by=leicester.chair, now=timezone.now())
    remembering.forget()

    page = elsewhere(code).page
    assert "This has closed" in page.html
    assert STORY in page.html
    assert "This has closed" in begun_page_saved(page).html


def begun_page_saved(page: Page) -> Page:
    """The same page, where she presses Save: too late as well."""
    woman = Later("/go-on")
    woman.page = page
    return woman.press("later")


def test_when_its_place_has_gone_her_words_are_there_to_be_copied(leicester: Place) -> None:
    code = half_told().save(good=STORY)
    new = organisations.found(
        kind=Kind.SITE,
        name="New Hospital",
        slug="new",
        valid_from=NOW.date(),
        by=SYSTEM,
        now=NOW,
    )
    organisations.merge([leicester.site], successor=new, on=NOW.date(), note="", by=SYSTEM, now=NOW)
    remembering.forget()

    page = elsewhere(code).page
    assert page.answer.status_code == 200
    assert "This page has gone" in page.html
    assert STORY in page.html


def test_after_a_loss_she_saves_too_gently_and_nothing_is_ever_sent(leicester: Place) -> None:
    woman = Later("/leicester/loss")
    woman.to("care-2")
    code = woman.save(helped=STORY)
    assert 'class="mv-woman mv-gentle"' in woman.page.html
    assert 'type="email"' not in woman.page.html

    woman.post("/leicester/loss", **{"send-link": "1", "code": code, "email": HER})
    woman.post("/leicester", **{"send-link": "1", "code": code, "email": HER})
    assert not Email.objects.exists()
    other = elsewhere(code)
    assert other.page.fields["q-helped"] == [STORY]
    assert 'class="mv-woman mv-gentle"' in ask_to_forget(code).content.decode()
    other.to_review()
    other.press("send")
    assert Response.objects.get().partnership == leicester.lms
    assert not Draft.objects.exists()
