"""The chair asks a woman whom nobody knows something, on the page of her feedback."""

import pytest

from surveys.responses import queries as heard
from surveys.responses import receipts, services
from surveys.responses.models import Response
from tests.faces.desk.pages import signed_in, words_of
from tests.factories.feedback import received, told_after_loss
from tests.factories.listening import themed, worked_off
from tests.factories.world import NOW, Place

LISTEN = "/desk/leicester-mvp/listen/"
QUESTION = "ما هو القسم؟ <Which ward?>"


@pytest.fixture
def response(leicester: Place) -> Response:
    return received(leicester, good="They were kind")


def page_of(place: Place, response: Response, role: str = "chair") -> str:
    return words_of(signed_in(getattr(place, role)).get(f"{LISTEN}{response.pk}/").content)


def ask(place: Place, response: Response, words: str = QUESTION, role: str = "chair") -> int:
    return (
        signed_in(getattr(place, role)).post(f"{LISTEN}{response.pk}/ask/", {"question": words}).status_code
    )


def test_the_page_says_that_she_may_never_come_back(leicester: Place, response: Response) -> None:
    page = page_of(leicester, response)

    assert "Ask her a question" in page
    assert "she may never do that" in page
    assert "read like any feedback" in page


def test_a_question_is_left_shown_and_taken_back(leicester: Place, response: Response) -> None:
    assert ask(leicester, response) == 302
    assert QUESTION in page_of(leicester, response)
    assert "Your question" not in page_of(leicester, response)

    assert signed_in(leicester.chair).post(f"{LISTEN}{response.pk}/ask/back/").status_code == 302
    assert QUESTION not in page_of(leicester, response)
    assert "Ask her a question" in page_of(leicester, response)


@pytest.mark.parametrize(("words", "sentence"), [("", "Write your question"), ("x" * 501, "500")])
def test_what_is_wrong_with_a_question_is_said_beside_it(
    leicester: Place, response: Response, words: str, sentence: str
) -> None:
    answer = signed_in(leicester.chair).post(f"{LISTEN}{response.pk}/ask/", {"question": words})

    assert "There is a problem" in words_of(answer.content)
    assert sentence in words_of(answer.content)
    assert words in answer.content.decode()
    assert heard.open_question(response.pk) is None


def test_a_moderator_sees_the_question_and_asks_none(leicester: Place, response: Response) -> None:
    assert "Ask her a question" not in page_of(leicester, response, "moderator")
    assert ask(leicester, response, role="moderator") == 404

    ask(leicester, response)
    page = page_of(leicester, response, "moderator")
    assert QUESTION in page
    assert "Take the question back" not in page


def test_after_a_loss_nobody_is_asked(leicester: Place) -> None:
    response = told_after_loss(leicester, helped="Time alone with her")
    page = signed_in(leicester.loss_moderator).get(f"/desk/leicester-lms/loss/{response.pk}/")

    assert page.status_code == 200
    assert "Ask her a question" not in words_of(page.content)
    for role in ("chair", "loss_moderator", "lms_officer"):
        for place in ("leicester-mvp", "leicester-lms"):
            asked = signed_in(getattr(leicester, role)).post(
                f"/desk/{place}/listen/{response.pk}/ask/", {"question": QUESTION}
            )
            assert asked.status_code == 404
    assert heard.open_question(response.pk) is None


def test_her_answer_stands_beside_the_question_where_it_is_checked_and_read(leicester: Place) -> None:
    response = themed(leicester, good="They were kind").response
    ask(leicester, response)
    question = heard.open_question(response.pk)
    assert question is not None
    said = services.answer(
        receipts.code(response.submission_key),
        question_id=question.id,
        key=response.pk,
        words="Ward 5",
        now=NOW,
    )
    services.add(receipts.code(response.submission_key), key=response.pk, words="Cold food", now=NOW)
    worked_off()

    checking = words_of(signed_in(leicester.moderator).get(f"{LISTEN}check/{said.free_text_id}/").content)
    assert f"We asked her: {QUESTION}" in checking
    assert "Ward 5" in checking
    for page in (page_of(leicester, response), words_of(signed_in(leicester.chair).get(LISTEN).content)):
        assert f"We asked her: {QUESTION}" in page
        assert "She came back and added" in page
        assert "Ward 5" not in page
