"""Several comments at once: accepted as suggested, set aside, given a theme; and all of it taken back."""

from uuid import UUID

import pytest

from surveys.core.errors import Conflict, DomainError, NotAllowed
from surveys.moderation import queries as moderation
from surveys.moderation import services as moderating
from surveys.moderation.models import Clearance, Together
from surveys.responses.models import FreeText, Response
from surveys.themes import queries, services, together
from surveys.themes.models import ThemeReview
from tests.factories.listening import themed
from tests.factories.world import NOW, Place

SARAH = "The midwife Sarah was rude"
DANGER = "The midwife was rude and I want to kill myself"


def said(text: FreeText) -> dict[str, str]:
    return {theme.code: theme.sentiment for theme in queries.themes_of([text.pk]).get(text.pk, [])}


def keys(*texts: FreeText) -> list[UUID]:
    return [text.pk for text in texts]


def test_safe_ones_are_accepted_as_suggested(leicester: Place) -> None:
    first, second = themed(leicester, better=SARAH), themed(leicester, good="Everybody was kind")

    done = together.accept(keys(first, second), by=leicester.chair, now=NOW)

    assert (done.done, done.left) == (2, 0)
    assert moderation.safe_texts(keys(first)) == {first.pk: "The midwife was rude"}
    assert said(first) == {"KIND": "negative"}
    assert ThemeReview.objects.count() == 2


def test_what_wants_a_closer_look_is_left(leicester: Place) -> None:
    fine, danger = themed(leicester, good="Kind"), themed(leicester, better=DANGER)
    complaint = themed(leicester, better="I want to make a formal complaint about this")
    doubtful = themed(leicester, good="Nice")
    Response.objects.filter(pk=doubtful.response_id).update(doubts="links")
    held = themed(leicester, good="Warm")
    moderating.claim(held.pk, by=leicester.moderator, now=NOW)

    done = together.accept(keys(fine, danger, complaint, doubtful, held), by=leicester.chair, now=NOW)

    assert (done.done, done.left) == (1, 4)
    assert Clearance.objects.get().free_text_id == fine.pk


def test_when_nothing_can_be_done_nothing_is_noted(leicester: Place) -> None:
    danger = themed(leicester, better=DANGER)

    with pytest.raises(Conflict):
        together.accept(keys(danger), by=leicester.chair, now=NOW)

    assert not Together.objects.exists()


def test_an_act_is_taken_back_whole_but_for_what_was_decided_since(leicester: Place) -> None:
    first, second = themed(leicester, better=SARAH), themed(leicester, good="Everybody was kind")
    done = together.accept(keys(first, second), by=leicester.chair, now=NOW)
    services.undo(second.pk, by=leicester.moderator, now=NOW)
    moderating.clear(second.pk, redactions=[], by=leicester.moderator, now=NOW)

    assert together.undo(done.act_id, by=leicester.chair, now=NOW) == 1

    assert moderation.safe_texts(keys(first, second)) == {second.pk: "Everybody was kind"}
    assert list(moderation.waiting([leicester.mvp.pk])) == [first]
    assert not ThemeReview.objects.exists()
    with pytest.raises(Conflict):
        together.undo(done.act_id, by=leicester.chair, now=NOW)


def test_several_are_set_aside_for_one_reason_and_come_back(leicester: Place) -> None:
    texts = [themed(leicester, good=f"Watches {number}") for number in range(3)]

    done = together.set_aside(keys(*texts), reason="It is an advertisement", by=leicester.chair, now=NOW)
    assert {row.reason for row in Clearance.objects.all()} == {"It is an advertisement"}
    assert not moderation.waiting([leicester.mvp.pk]).exists()

    assert together.undo(done.act_id, by=leicester.moderator, now=NOW) == 3
    assert moderation.waiting([leicester.mvp.pk]).count() == 3


def test_setting_aside_together_needs_a_reason(leicester: Place) -> None:
    text = themed(leicester, good="Kind")

    with pytest.raises(DomainError):
        together.set_aside(keys(text), reason=" ", by=leicester.chair, now=NOW)
    assert not Together.objects.exists()


def test_a_theme_is_given_to_several_beside_what_was_there(leicester: Place) -> None:
    suggested, decided = themed(leicester, better=SARAH), themed(leicester, better=SARAH)
    services.decide(decided.pk, decisions={"TRAVEL": "mixed"}, by=leicester.moderator, now=NOW)

    done = together.give_theme(
        keys(suggested, decided), code="LISTEN", sentiment="negative", by=leicester.chair, now=NOW
    )
    assert said(suggested) == {"KIND": "negative", "LISTEN": "negative"}
    assert said(decided) == {"TRAVEL": "mixed", "LISTEN": "negative"}
    assert moderation.waiting([leicester.mvp.pk]).count() == 2

    together.undo(done.act_id, by=leicester.chair, now=NOW)
    assert said(suggested) == {"KIND": "negative"}
    assert said(decided) == {"TRAVEL": "mixed"}
    assert [review.pk for review in ThemeReview.objects.all()] == [decided.pk]


def test_accepting_keeps_what_a_person_has_said_and_undo_brings_that_back(leicester: Place) -> None:
    text = themed(leicester, better=SARAH)
    services.decide(text.pk, decisions={"TRAVEL": "mixed"}, by=leicester.moderator, now=NOW)

    done = together.accept(keys(text), by=leicester.chair, now=NOW)
    assert said(text) == {"TRAVEL": "mixed"}

    together.undo(done.act_id, by=leicester.chair, now=NOW)
    assert said(text) == {"TRAVEL": "mixed"}


def test_nobody_from_elsewhere_acts_or_takes_back(leicester: Place, durham: Place) -> None:
    text = themed(leicester, good="Kind")
    with pytest.raises(NotAllowed):
        together.accept(keys(text), by=durham.moderator, now=NOW)
    done = together.accept(keys(text), by=leicester.chair, now=NOW)

    with pytest.raises(NotAllowed):
        together.undo(done.act_id, by=durham.moderator, now=NOW)
    assert moderation.safe_texts(keys(text)) == {text.pk: "Kind"}
