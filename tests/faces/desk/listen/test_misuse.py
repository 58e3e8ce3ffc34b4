"""A moderator judges many doubtful answers at once, without script, and takes it all back with one press."""

from dataclasses import replace
from typing import Any

from surveys.moderation import queries as moderation
from surveys.responses import services as responses
from surveys.responses.models import Doubt, Response
from tests.faces.desk.pages import signed_in, words_of
from tests.factories.feedback import prepared, received, told_after_loss
from tests.factories.listening import worked_off
from tests.factories.world import NOW, Place

MISUSE = "/desk/leicester-mvp/listen/misuse/"
CHECK = "/desk/leicester-mvp/listen/check/"
SPAM = "Cheap watches, see https://watches.test"
DANGER = "The midwife was rude and I want to kill myself"


def doubtful(place: Place, doubt: Doubt = Doubt.FLOOD, **answers: Any) -> Response:
    given = replace(prepared(place, **answers), doubts=(doubt,))
    responses.receive(given, now=NOW)
    return Response.objects.get(submission_key=given.key)


def keys(*chosen: Response) -> list[str]:
    return [str(one.pk) for one in chosen]


def standing(place: Place) -> int:
    return Response.objects.filter(partnership=place.mvp, set_aside_at__isnull=True).count()


def test_the_page_says_why_each_is_in_doubt_and_narrows_to_one_reason(leicester: Place) -> None:
    doubtful(leicester, Doubt.LINKS, good=SPAM)
    doubtful(leicester, Doubt.FLOOD)
    worked_off()
    moderator = signed_in(leicester.moderator)

    page = words_of(moderator.get(MISUSE).content)
    assert "It has several web addresses in it (1)" in page
    assert "Very many were sent from one place in that hour (1)" in page
    assert "Cheap watches, see [link]" in page

    assert "Cheap watches" not in words_of(moderator.get(f"{MISUSE}?doubt=flood").content)


def test_everything_on_the_page_can_be_ticked_without_script(leicester: Place) -> None:
    doubtful(leicester)
    doubtful(leicester)

    page = signed_in(leicester.moderator).get(f"{MISUSE}?all=1").content.decode()

    assert page.count('name="chosen"') == page.count(" checked>") == 2


def test_what_is_ticked_is_set_aside_at_once_and_all_of_it_comes_back(leicester: Place) -> None:
    flood = [doubtful(leicester, fft="very_poor") for _ in range(30)]
    genuine = received(leicester, fft="good")
    moderator = signed_in(leicester.moderator)

    answer = moderator.post(MISUSE, {"chosen": keys(*flood), "reason": "spam", "aside": "1"}, follow=True)
    assert "30 answers are set aside." in words_of(answer.content)
    assert standing(leicester) == 1
    assert genuine.pk == Response.objects.get(set_aside_at__isnull=True).pk

    answer = moderator.post(f"{MISUSE}{_act(answer)}/undo/", follow=True)
    assert "30 answers are back." in words_of(answer.content)
    assert standing(leicester) == 31


def test_nothing_ticked_and_no_reason_are_said_kindly(leicester: Place) -> None:
    flood = doubtful(leicester)
    moderator = signed_in(leicester.moderator)

    nothing = moderator.post(MISUSE, {"reason": "spam", "aside": "1"})
    assert "Tick at least one answer" in words_of(nothing.content)

    without = moderator.post(MISUSE, {"chosen": keys(flood), "aside": "1"})
    assert "Choose what it is" in words_of(without.content)
    assert " checked>" in without.content.decode()
    assert standing(leicester) == 1


def test_what_may_be_danger_cannot_be_ticked(leicester: Place) -> None:
    danger = doubtful(leicester, good=DANGER)
    worked_off()
    moderator = signed_in(leicester.moderator)

    page = moderator.get(f"{MISUSE}?all=1").content.decode()
    assert 'name="chosen"' not in page
    assert f"{CHECK}{danger.texts.get().pk}/" in page

    answer = moderator.post(MISUSE, {"chosen": keys(danger), "reason": "spam", "aside": "1"})
    assert "Nothing was set aside" in words_of(answer.content)
    assert standing(leicester) == 1


def test_what_is_genuine_waits_with_the_others(leicester: Place) -> None:
    genuine = doubtful(leicester, good="Kind")
    worked_off()

    answer = signed_in(leicester.moderator).post(MISUSE, {"chosen": keys(genuine), "trust": "1"}, follow=True)

    assert "1 answer waits with the others." in words_of(answer.content)
    assert "Nothing is in doubt" in words_of(answer.content)
    assert moderation.waiting([leicester.mvp.pk]).get().response_id == genuine.pk


def test_keys_of_elsewhere_are_not_touched(leicester: Place, durham: Place) -> None:
    theirs, loss = doubtful(durham), told_after_loss(leicester)
    Response.objects.filter(pk=loss.pk).update(doubts="flood")

    answer = signed_in(leicester.chair).post(
        MISUSE, {"chosen": keys(theirs, loss), "reason": "spam", "aside": "1"}
    )

    assert answer.status_code == 200
    assert not Response.objects.filter(set_aside_at__isnull=False).exists()


def test_one_comment_that_is_no_feedback_takes_its_whole_answer_along(leicester: Place) -> None:
    spam = received(leicester, good=SPAM)
    worked_off()
    moderator = signed_in(leicester.moderator)
    one = f"{CHECK}{spam.texts.get().pk}/"

    answer = moderator.post(f"{one}not-feedback/", {"reason": "test"}, follow=True)
    assert "1 answer is set aside." in words_of(answer.content)
    assert standing(leicester) == 0
    page = moderator.get(one)
    assert "Somebody tried the form out." in words_of(page.content)

    moderator.post(f"{MISUSE}{_act(answer)}/undo/")
    assert standing(leicester) == 1
    assert moderation.waiting([leicester.mvp.pk]).exists()


def test_checking_says_that_a_comment_is_in_doubt_and_leads_to_all_of_them(leicester: Place) -> None:
    doubtful(leicester, Doubt.REPEATED, good="Kind")
    worked_off()

    page = signed_in(leicester.moderator).get(CHECK)

    assert "The same words were sent many times that day." in words_of(page.content)
    assert "1 answer may be misuse" in words_of(page.content)


def test_specialists_judge_what_was_told_after_a_loss(leicester: Place) -> None:
    loss = told_after_loss(leicester)
    Response.objects.filter(pk=loss.pk).update(doubts="flood")
    specialist = signed_in(leicester.loss_moderator)
    here = "/desk/leicester-lms/loss/misuse/"

    answer = specialist.post(here, {"chosen": keys(loss), "reason": "test", "aside": "1"}, follow=True)

    assert "1 answer is set aside." in words_of(answer.content)
    assert signed_in(leicester.chair).get(here).status_code == 404


def _act(answer: Any) -> str:
    """The key of the act, out of the address that the page leads to."""
    address = answer.redirect_chain[-1][0]
    return str(address).rpartition("aside=")[2]
