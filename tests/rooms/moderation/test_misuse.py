"""What is no feedback is set aside whole and many at a time, leaves the figures, and can be brought back."""

from dataclasses import replace
from typing import Any

import pytest

from surveys.core.errors import Conflict, NotAllowed
from surveys.core.models import AuditEvent
from surveys.moderation import queries as moderation
from surveys.moderation import services as moderating
from surveys.moderation.models import Clearance, SetAside
from surveys.reports.models import MonthlyCount
from surveys.responses import queries as heard
from surveys.responses import receipts
from surveys.responses import services as responses
from surveys.responses.models import Doubt, Response
from tests.factories.feedback import prepared, received, told_after_loss
from tests.factories.listening import worked_off
from tests.factories.world import NOW, Place

SPAM = "Cheap watches at https://watches.test and https://more.test"
DANGER = "The midwife was rude and I want to kill myself"


def doubtful(place: Place, *doubts: Doubt, **answers: Any) -> Response:
    given = replace(prepared(place, **answers), doubts=doubts or (Doubt.FLOOD,))
    responses.receive(given, now=NOW)
    return Response.objects.get(submission_key=given.key)


def counted(place: Place) -> dict[str, int]:
    kept = MonthlyCount.objects.filter(partnership=place.mvp, measure="fft")
    return dict(kept.values_list("key", "count"))


def set_aside(place: Place, *chosen: Response) -> SetAside:
    by = place.moderator
    return moderating.set_responses_aside([one.pk for one in chosen], reason="spam", by=by, now=NOW)


def test_a_flood_without_words_leaves_the_figures_and_comes_back(leicester: Place) -> None:
    received(leicester, fft="good")
    flood = [doubtful(leicester, fft="very_poor") for _ in range(3)]
    worked_off()
    assert counted(leicester) == {"good": 1, "very_poor": 3}

    act = set_aside(leicester, *flood)
    worked_off()
    assert counted(leicester) == {"good": 1}
    assert heard.received([leicester.mvp.pk]).count() == 1

    assert moderating.bring_back(act.pk, by=leicester.moderator, now=NOW) == 3
    worked_off()
    assert counted(leicester) == {"good": 1, "very_poor": 3}
    assert moderation.in_question([leicester.mvp.pk]).count() == 3


def test_its_texts_wait_no_more_and_wait_again_when_it_is_undone(leicester: Place) -> None:
    spam = doubtful(leicester, good=SPAM, better="Buy now")
    worked_off()

    act = set_aside(leicester, spam)
    assert not moderation.waiting([leicester.mvp.pk]).exists()
    assert set(Clearance.objects.values_list("outcome", "reason")) == {
        ("set_aside", "It is an advertisement or spam")
    }

    moderating.bring_back(act.pk, by=leicester.chair, now=NOW)
    assert moderation.waiting([leicester.mvp.pk]).count() == 2


def test_what_somebody_had_checked_stays_checked_through_undo(leicester: Place) -> None:
    spam = received(leicester, good="Kind", better="Buy now")
    worked_off()
    kind = spam.texts.get(question_key="good")
    moderating.clear(kind.pk, redactions=[], by=leicester.moderator, now=NOW)

    act = set_aside(leicester, spam)
    assert not moderation.cleared([leicester.mvp.pk]).exists()
    moderating.bring_back(act.pk, by=leicester.moderator, now=NOW)

    assert list(moderation.cleared([leicester.mvp.pk])) == [kind]


def test_nothing_is_set_aside_while_one_may_be_in_danger(leicester: Place) -> None:
    spam, danger = doubtful(leicester, good=SPAM), doubtful(leicester, good=DANGER)
    worked_off()

    with pytest.raises(Conflict, match="in danger"):
        set_aside(leicester, spam, danger)

    assert heard.received([leicester.mvp.pk]).count() == 2
    assert moderation.open_cases([leicester.mvp.pk]).get().free_text == danger.texts.get()


def test_nothing_is_set_aside_before_somebody_has_looked_for_danger(leicester: Place) -> None:
    with pytest.raises(Conflict, match="still looking"):
        set_aside(leicester, doubtful(leicester, good=SPAM))


def test_what_is_in_doubt_waits_after_all_others_and_danger_apart(leicester: Place) -> None:
    spam = doubtful(leicester, good=SPAM)
    doubtful(leicester, good=DANGER)
    genuine = received(leicester, good="So kind")
    worked_off()

    waiting = moderation.waiting([leicester.mvp.pk])
    assert [text.response_id for text in waiting] == [genuine.pk, spam.pk]


def test_who_may_not_check_one_of_them_sets_none_aside(leicester: Place, durham: Place) -> None:
    ours, theirs = doubtful(leicester), doubtful(durham)
    loss = told_after_loss(leicester)

    for other in (theirs, loss):
        with pytest.raises(NotAllowed):
            set_aside(leicester, ours, other)
    assert not Response.objects.filter(set_aside_at__isnull=False).exists()

    chosen = [loss.pk]
    act = moderating.set_responses_aside(chosen, reason="test", by=leicester.loss_moderator, now=NOW)
    with pytest.raises(NotAllowed):
        moderating.bring_back(act.pk, by=leicester.moderator, now=NOW)


def test_the_audit_trail_has_numbers_and_a_code_and_no_words(leicester: Place) -> None:
    flood = [doubtful(leicester, good=SPAM) for _ in range(2)]
    worked_off()
    set_aside(leicester, *flood)

    event = AuditEvent.objects.get(verb="set responses aside")
    assert event.facts == {"responses": 2, "reason": "spam"}
    assert (event.actor_id, event.organisation_id) == (leicester.moderator.pk, leicester.mvp.pk)


def test_what_was_set_aside_already_is_not_set_aside_again(leicester: Place) -> None:
    flood = doubtful(leicester)
    set_aside(leicester, flood)

    with pytest.raises(Conflict, match="already"):
        set_aside(leicester, flood)


def test_she_can_still_take_back_what_was_set_aside(leicester: Place) -> None:
    response = doubtful(leicester, good=SPAM)
    worked_off()
    act = set_aside(leicester, response)

    responses.withdraw(receipts.code(response.submission_key), now=NOW)
    worked_off()
    moderating.bring_back(act.pk, by=leicester.moderator, now=NOW)
    worked_off()

    assert counted(leicester) == {}


def test_one_text_of_it_cannot_be_brought_back_alone(leicester: Place) -> None:
    spam = doubtful(leicester, good=SPAM)
    worked_off()
    set_aside(leicester, spam)

    with pytest.raises(Conflict, match="whole answer"):
        moderating.undo(spam.texts.get().pk, by=leicester.moderator, now=NOW)


def test_what_is_trusted_is_in_doubt_no_more(leicester: Place) -> None:
    genuine = doubtful(leicester, good=SPAM)
    worked_off()

    assert moderating.trust([genuine.pk], by=leicester.moderator, now=NOW) == 1
    assert not moderation.in_question([leicester.mvp.pk]).exists()
    assert moderation.waiting([leicester.mvp.pk]).count() == 1


def test_the_opening_hides_what_looks_like_a_detail(leicester: Place) -> None:
    spam = doubtful(leicester, Doubt.LINKS, good="Ring 07700 900123 for watches. " + "Cheap. " * 60)
    worked_off()

    (one,) = moderation.to_judge([spam.pk], by=leicester.moderator, now=NOW)

    assert one.openings[0].startswith("Ring [phone number] for watches.")
    assert len(one.openings[0]) <= 202
    assert AuditEvent.objects.filter(verb="read raw words").count() == 1
    assert moderation.by_doubt(moderation.in_question([leicester.mvp.pk])) == {"links": 1}
