"""What she sees and does with her receipt: where it is, a question, more words, her code by e-mail."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from surveys.commitments import services as commitments
from surveys.commitments.queries import State
from surveys.commitments.services import ActionPlan
from surveys.core import clock
from surveys.moderation import queries as moderating
from surveys.moderation import services as moderation
from surveys.notifications.models import Email
from surveys.reports import services as reports
from surveys.responses import receipts as codes
from surveys.responses import services as responses
from surveys.responses.models import FreeText, Response
from surveys.themes import services as themes
from surveys.web.feedback import receipts
from tests.faces.desk.pages import words_of
from tests.faces.feedback.telling import Page
from tests.factories.consultations import opened, reported
from tests.factories.feedback import received, told_after_loss
from tests.factories.listening import worked_off
from tests.factories.world import NOW, Place

QUESTION = "Which ward were you on?"
MORE = "The night staff never came"
ADA = "ada@example.org"


class Visitor:
    """She who holds the receipt of a response."""

    def __init__(self, response: Response) -> None:
        self.client = Client(enforce_csrf_checks=True)
        self.response = response
        self.code = codes.code(response.submission_key)
        self.page = self.does()

    def does(self, step: str = "", **fields: Any) -> Page:
        """Press a button of the page, with its hidden fields."""
        kept = (
            {"key": self.page.fields["key"][-1]}
            if hasattr(self, "page") and "key" in self.page.fields
            else {}
        )
        question = (
            {"question": self.page.fields["question"][-1]}
            if hasattr(self, "page") and "question" in self.page.fields
            else {}
        )
        self.page = Page(self.client.post("/r", kept | question | {"code": self.code, "step": step} | fields))
        return self.page

    @property
    def words(self) -> str:
        return words_of(self.page.html.encode())


@pytest.fixture
def response(leicester: Place) -> Response:
    return received(leicester, at=NOW, good="They were kind")


@pytest.fixture
def visitor(response: Response) -> Visitor:
    return Visitor(response)


def ask(place: Place, response: Response) -> Any:
    return responses.ask(response.pk, words=QUESTION, by=place.chair, now=NOW)


def test_what_has_not_happened_yet_is_later(visitor: Visitor) -> None:
    assert "Done You sent it, and we have it Wednesday 14 October 2026" in visitor.words
    assert "Later A person at Leicester MVP reads it" in visitor.words
    assert "Later We tell the hospital and its leaders" in visitor.words
    assert "Later We tell you here what has been done about it" in visitor.words


def test_each_step_shows_when_a_person_has_taken_it(leicester: Place, visitor: Visitor) -> None:
    text = visitor.response.texts.get()
    themes.settle(text.pk, redactions=[], decisions={"KIND": "positive"}, by=leicester.chair, now=NOW)
    visitor.does()
    assert "Done A person at Leicester MVP has read it Wednesday 14 October 2026" in visitor.words

    _report(leicester)
    visitor.does()
    assert "Done It is counted in the report of Leicester MVP about October 2026" in visitor.words

    _act(leicester, "KIND", "Everybody <now> says her name.")
    _act(leicester, "FOOD", "Hot meals at night.")
    visitor.does()
    assert (
        "You and others told us about this. Now it is done: Everybody <now> says her name." in visitor.words
    )
    assert "Hot meals" not in visitor.words


def test_a_report_made_before_anybody_read_it_is_not_hers(leicester: Place, visitor: Visitor) -> None:
    _report(leicester)
    text = visitor.response.texts.get()
    moderation.clear(text.pk, redactions=[], by=leicester.chair, now=NOW + timedelta(seconds=1))

    visitor.does()

    assert "It is counted in the report" not in visitor.words


def test_what_the_machine_alone_suggests_is_never_called_done(leicester: Place, visitor: Visitor) -> None:
    visitor.response.texts.get().suggestions.create(
        code="KIND", sentiment="positive", score=0.9, model_version="test"
    )
    _act(leicester, "KIND", "Everybody says her name.")

    visitor.does()

    assert "Everybody says her name" not in visitor.words


def test_who_chose_answers_only_waits_for_no_reader(leicester: Place) -> None:
    visitor = Visitor(received(leicester))
    assert "reads it" not in visitor.words

    _report(leicester)
    visitor.does()
    assert "It is counted in the report of Leicester MVP" in visitor.words


def test_answers_to_a_consultation_have_steps_of_their_own(leicester: Place) -> None:
    asked = opened(leicester, at=NOW)
    response = received(leicester)
    Response.objects.filter(pk=response.pk).update(consultation=asked)
    visitor = Visitor(response)
    assert "Everybody’s answers are in" in visitor.words
    assert "in a report" not in visitor.words
    assert 'value="more"' not in visitor.page.html or asked.closes_at > clock.now()

    done = reported(leicester, at=NOW)
    Response.objects.filter(pk=response.pk).update(consultation=done)
    visitor.does()
    assert "Done We write on this consultation’s page how your views were used" in visitor.words
    assert 'value="more"' not in visitor.page.html


def test_she_adds_something_once(visitor: Visitor) -> None:
    page = visitor.does("more")
    assert "999" in visitor.words
    key = page.fields["key"][0]

    for _press in range(2):
        visitor.does("add", words=MORE, key=key)

    assert "We have what you added." in visitor.words
    assert "Done You added something" in visitor.words
    assert FreeText.objects.filter(response=visitor.response).count() == 2
    assert MORE not in visitor.page.html


@pytest.mark.parametrize("step", ["add", "answer"])
def test_words_that_sound_like_danger_are_followed_by_help_at_once(
    leicester: Place, visitor: Visitor, step: str
) -> None:
    ask(leicester, visitor.response)
    visitor.does()
    assert "You can get help now" not in visitor.words

    visitor.does(step, words="I want to kill myself")

    assert "You can get help now" in visitor.words
    assert "Thank you. A person will read it." in visitor.words


@pytest.mark.parametrize(("step", "label"), [("add", "What do you want to add?"), ("answer", "Your answer")])
def test_nothing_she_typed_is_lost_when_it_cannot_be_kept(
    leicester: Place, visitor: Visitor, step: str, label: str
) -> None:
    ask(leicester, visitor.response)
    visitor.does()
    too_long = "long " * 1001

    page = visitor.does(step, words=too_long)

    assert "Please shorten them to 5000." in visitor.words
    assert label in visitor.words
    assert too_long.strip() in page.fields["words"][0]
    assert page.title.startswith("Error:")


def test_she_answers_the_chairs_question(leicester: Place, visitor: Visitor) -> None:
    assert "asks you something" not in visitor.words
    ask(leicester, visitor.response)
    visitor.does()
    assert "Leicester MVP asks you something" in visitor.words
    assert QUESTION in visitor.words
    assert "999" in visitor.words

    visitor.does("answer", words="Ward 5")

    assert "We have your answer." in visitor.words
    assert QUESTION not in visitor.words


def test_an_answer_to_a_question_that_has_gone_can_still_be_sent(leicester: Place, visitor: Visitor) -> None:
    question = ask(leicester, visitor.response)
    visitor.does()
    responses.withdraw_question(question.pk, by=leicester.chair, now=NOW)

    page = visitor.does("answer", words="Ward 5")
    assert "This question is no longer open." in visitor.words
    assert page.fields["words"] == ["Ward 5"]

    visitor.does("add", words=page.fields["words"][0])
    assert "We have what you added." in visitor.words


def test_her_question_is_shown_to_nobody_else(leicester: Place, visitor: Visitor) -> None:
    ask(leicester, visitor.response)

    assert QUESTION not in Visitor(received(leicester)).words


def test_her_code_is_sent_by_e_mail_when_she_asks(visitor: Visitor) -> None:
    visitor.does("address")
    assert "We delete your address when it has gone." in visitor.words
    assert not Email.objects.exists()

    visitor.does("email", email="no address")
    assert "Enter an e-mail address in the right form" in visitor.words

    visitor.does("email", email=ADA)
    assert "We send your code now." in visitor.words
    assert Email.objects.count() == 1
    assert ADA not in visitor.page.html


def test_nobody_is_flooded_with_codes(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receipts, "MOST_TO_ONE_ADDRESS_AN_HOUR", 1)
    visitor.does("email", email=ADA)

    assert visitor.does("email", email=ADA.upper()).answer.status_code == 429
    assert visitor.does("email", email="eve@example.org").answer.status_code == 200


def test_one_code_is_not_sent_all_over_the_world(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receipts, "MOST_OF_ONE_CODE_AN_HOUR", 1)
    visitor.does("email", email=ADA)

    assert visitor.does("email", email="eve@example.org").answer.status_code == 429
    assert Email.objects.count() == 1


def test_after_a_loss_no_e_mail_is_offered_or_sent(leicester: Place) -> None:
    visitor = Visitor(told_after_loss(leicester, helped="Time alone with her"))
    assert "Send this code to my e-mail" not in visitor.words
    assert "Later Somebody trained for this reads it" in visitor.words
    assert "mv-gentle" in visitor.page.html

    for step in ("address", "email"):
        visitor.does(step, email=ADA)
        assert "We have what you told us" in visitor.words
    assert not Email.objects.exists()


def test_after_a_loss_somebody_trained_for_it_reads_what_is_added(leicester: Place) -> None:
    visitor = Visitor(told_after_loss(leicester, helped="Time alone with her"))
    visitor.does("more")
    visitor.does("add", words=MORE)
    worked_off()

    lms = [leicester.lms.pk]
    assert moderating.waiting(lms, after_loss=True).count() == 2
    assert not moderating.waiting([leicester.mvp.pk, *lms]).exists()
    for text in visitor.response.texts.all():
        themes.settle(text.pk, redactions=[], decisions={}, by=leicester.loss_moderator, now=NOW)
    visitor.does()
    assert "Done Somebody trained for this has read it" in visitor.words


def test_another_language_keeps_what_she_has_typed(leicester: Place, visitor: Visitor) -> None:
    ask(leicester, visitor.response)
    visitor.does()
    for at in ("more", ""):
        answer = visitor.client.post(
            "/pl/r", {"code": visitor.code, "at": at, "words": "Half a sen", "stay": "1"}
        )
        page = Page(answer)
        assert page.fields["words"] == ["Half a sen"]
        assert '<html lang="pl"' in page.html
        assert "nhsuk-error-summary" not in page.html
    assert FreeText.objects.filter(response=visitor.response).count() == 1


def _report(place: Place) -> None:
    report = reports.compile_report(
        place.mvp, starts_on=date(2026, 10, 1), ends_on=date(2026, 11, 1), by=place.chair, now=NOW
    )
    reports.word_report(report.pk, headline="They feel safe.", ask="", by=place.chair, now=NOW)
    reports.sign_off(report.pk, by=place.chair, now=NOW)


def _act(place: Place, code: str, outcome: str) -> None:
    plan = ActionPlan(
        you_said="Say who you are.", we_do="Names.", owner="Matron", due_on=date(2026, 12, 1), code=code
    )
    action = commitments.open_action(place.mvp, action=plan, opened_on=NOW.date(), by=place.chair, now=NOW)
    commitments.close_action(
        action.pk, state=State.DONE, outcome=outcome, closed_on=date(2026, 10, 20), by=place.chair, now=NOW
    )
