"""All that waits on one list: read, ticked, decided together and taken back, without script."""

from datetime import timedelta
from typing import Any

from surveys.core.models import AuditEvent
from surveys.moderation import queries as moderation
from surveys.moderation.models import Clearance
from surveys.responses.models import FreeText
from surveys.themes import queries as themes
from tests.faces.desk.pages import signed_in, words_of
from tests.factories.feedback import told_after_loss
from tests.factories.listening import decided, themed, worked_off
from tests.factories.world import NOW, Place

CHECK = "/desk/leicester-mvp/listen/check/"
LIST = f"{CHECK}list/"
SARAH = "The midwife Sarah was rude"
DANGER = "The midwife was rude and I want to kill myself"


def keys(*texts: FreeText) -> list[str]:
    return [str(text.pk) for text in texts]


def test_the_list_shows_each_as_others_would_read_it_and_that_is_written_down(leicester: Place) -> None:
    text = themed(leicester, better=SARAH)

    page = words_of(signed_in(leicester.moderator).get(LIST).content)

    assert "The midwife was rude" in page
    assert "Sarah" not in page
    assert "Kindness and respect: bad (suggested)" in page or "(suggested)" in page
    assert AuditEvent.objects.get(verb="read raw words").subject_id == text.pk


def test_what_is_open_with_others_cannot_be_ticked_and_danger_is_not_there(leicester: Place) -> None:
    danger, open_ = themed(leicester, better=DANGER), themed(leicester, good="Everybody was kind")
    signed_in(leicester.chair).get(f"{CHECK}{open_.pk}/")

    answer = signed_in(leicester.moderator).get(f"{LIST}?all=1")

    assert 'name="chosen"' not in answer.content.decode()
    assert "Open with Chair" in words_of(answer.content)
    assert DANGER not in words_of(answer.content)
    assert str(danger.pk) not in answer.content.decode()


def test_all_that_is_safe_is_ticked_accepted_and_taken_back(leicester: Place) -> None:
    texts = [themed(leicester, better=SARAH) for _ in range(3)]
    complaint = themed(leicester, better="I want to make a formal complaint about this")
    decided(complaint.riskcase, by=leicester.chair)
    moderator = signed_in(leicester.moderator)

    page = moderator.get(f"{LIST}?all=1").content.decode()
    assert page.count('name="chosen"') == 4
    assert page.count(" checked>") == 3

    answer = moderator.post(LIST, {"chosen": keys(*texts, complaint), "accept": "1"}, follow=True)
    assert "3 comments: accepted as suggested." in words_of(answer.content)
    assert "1 comment was left" in words_of(answer.content)
    assert Clearance.objects.count() == 3

    answer = moderator.post(f"{LIST}{_act(answer)}/undo/", follow=True)
    assert "3 comments are as before." in words_of(answer.content)
    assert not Clearance.objects.exists()


def test_several_are_set_aside_with_a_reason_that_is_asked_for(leicester: Place) -> None:
    texts = [themed(leicester, good=f"Watches {number}") for number in range(2)]
    moderator = signed_in(leicester.moderator)

    answer = moderator.post(LIST, {"chosen": keys(*texts), "aside": "1"})
    assert "Choose why you set them aside" in words_of(answer.content)
    assert answer.content.decode().count(" checked>") == 2

    moderator.post(LIST, {"chosen": keys(*texts), "reason": "abusive", "aside": "1"})
    assert {row.reason for row in Clearance.objects.all()} == {"It is abusive or an advertisement"}


def test_several_are_given_a_theme_and_it_is_asked_how_they_felt(leicester: Place) -> None:
    texts = [themed(leicester, better=SARAH) for _ in range(2)]
    moderator = signed_in(leicester.moderator)

    answer = moderator.post(LIST, {"chosen": keys(*texts), "theme": "LISTEN", "give": "1"})
    assert "Choose what they said about it" in words_of(answer.content)

    sent = {"chosen": keys(*texts), "theme": "LISTEN", "feeling": "negative", "give": "1"}
    answer = moderator.post(LIST, sent, follow=True)
    assert "2 comments: given a theme." in words_of(answer.content)
    for text in texts:
        assert {theme.code for theme in themes.themes_of([text.pk])[text.pk]} == {"KIND", "LISTEN"}

    moderator.post(f"{LIST}{_act(answer)}/undo/")
    assert {theme.code for theme in themes.themes_of([texts[0].pk])[texts[0].pk]} == {"KIND"}


def test_nothing_ticked_is_said_kindly(leicester: Place) -> None:
    themed(leicester, good="Kind")

    answer = signed_in(leicester.moderator).post(LIST, {"accept": "1"})

    assert "Tick at least one comment" in words_of(answer.content)


def test_what_somebody_decided_meanwhile_is_left(leicester: Place) -> None:
    text = themed(leicester, good="Kind")
    signed_in(leicester.chair).post(f"{CHECK}{text.pk}/", {"save": "1"})

    answer = signed_in(leicester.moderator).post(LIST, {"chosen": keys(text), "accept": "1"})

    assert "None of these could be changed" in words_of(answer.content)


def test_keys_of_elsewhere_are_not_touched(leicester: Place, durham: Place) -> None:
    theirs = themed(durham, good="Kind")
    loss = told_after_loss(leicester, helped="They were kind")
    worked_off()

    answer = signed_in(leicester.chair).post(LIST, {"chosen": keys(theirs, loss.texts.get()), "accept": "1"})

    assert "None of these could be changed" in words_of(answer.content)
    assert not Clearance.objects.exists()


def test_what_waits_longest_stands_first_with_its_age(leicester: Place) -> None:
    themed(leicester, good="Second here")
    themed(leicester, good="First here", at=NOW - timedelta(days=3))

    page = words_of(signed_in(leicester.moderator).get(LIST).content)

    assert page.index("First here") < page.index("Second here")
    assert "2 comments wait, the longest for" in page
    assert page.count("has waited") >= 2


def test_specialists_have_the_list_too_but_mark_nothing_safe_unread(leicester: Place) -> None:
    told_after_loss(leicester, helped="They were kind")
    worked_off()
    here = "/desk/leicester-lms/loss/check/list/"

    page = signed_in(leicester.loss_moderator).get(f"{here}?all=1").content.decode()

    assert "Read it by itself" in page
    assert " checked>" not in page
    assert moderation.waiting([leicester.lms.pk], after_loss=True).count() == 1


def _act(answer: Any) -> str:
    """The key of the act, out of the address that the page leads to."""
    address = answer.redirect_chain[-1][0]
    return str(address).rpartition("together=")[2]
